import { MRZ_LENGTH, type MrzReading, readMrz } from '../../../../shared/domain/mrz.ts';
import type { Frame } from '../camera-tools.ts';
import { findBlobs } from './blobs.ts';
import { allowedAt, likest } from './classify.ts';
import { type Grey, greyOf, inkOf, smoothed } from './grey.ts';
import { findRows, type Row } from './rows.ts';

/** Under this likeness, on average over a line, what stands there is not this kind of type. */
const LEAST_LIKENESS = 0.6;

/** The two lines of a passport in a picture, when every check digit agrees; null otherwise, and the next picture may do better. */
export function readMrzFrame(frame: Frame): MrzReading | null {
  const lines = readLines(frame);
  if (!lines) return null;
  const [first, second] = lines;
  return readMrz(first, withDigits(second)) ?? readMrz(first, second);
}

/**
 * O and 0 look alike in this type, and nearly always it is a nought in a number. The check digits have the last word: they
 * refuse it where it is not.
 */
function withDigits(line: string): string {
  return line.slice(0, 9).replaceAll('O', '0') + line.slice(9, 28) + line.slice(28).replaceAll('O', '0');
}

/** As read, unchecked. Null: no two lines of 44 places were found. */
export function readLines(frame: Frame): [string, string] | null {
  const grey = smoothed(greyOf(frame));
  const rows = findRows(findBlobs(inkOf(grey), frame.width, frame.height));
  if (!rows) return null;
  const first = readRow(grey, rows[0], 0);
  const second = readRow(grey, rows[1], 1);
  return first !== null && second !== null ? [first, second] : null;
}

function readRow(grey: Grey, row: Row, line: 0 | 1): string | null {
  let text = '';
  let sum = 0;
  for (let place = 0; place < MRZ_LENGTH; place++) {
    const { character, likeness } = likest(grey, row, place, allowedAt(line, place));
    text += character;
    sum += likeness;
  }
  return sum / MRZ_LENGTH < LEAST_LIKENESS ? null : text;
}
