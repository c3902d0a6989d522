import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { seededRandom } from '../../../../scripts/lib/seeded-random.ts';
import { type MrzReading, mrzCheckDigit } from '../../../../shared/domain/mrz.ts';
import type { Frame } from '../camera-tools.ts';

/** A passport that nobody holds, for tests. */
GlobalFonts.registerFromPath(`${import.meta.dirname}/../../../../e2e/fonts/ocr-b.otf`, 'OCR-B');

const NUMBER = 'X0000000<';
const BORN = '850412';
const ENDS = '310112';
const body = `${NUMBER}${mrzCheckDigit(NUMBER)}IDN${BORN}${mrzCheckDigit(BORN)}F${ENDS}${mrzCheckDigit(ENDS)}${'<'.repeat(14)}<`;
const all = body.slice(0, 10) + body.slice(13, 20) + body.slice(21, 43);
const LINES = [`P<IDNCONTOH<<SITI<AMINAH${'<'.repeat(20)}`, body + mrzCheckDigit(all)];

export interface Held {
  /** Degrees. */
  tilt?: number;
  blur?: number;
  noise?: number;
  size?: number;
  /** 1: even; less: one side lies in shadow. */
  light?: number;
}

/** What a camera sees of it, 1600 x 900, in OCR-B as passports are printed. */
export function passportInFront({ tilt = 0, blur = 0, noise = 6, size = 40, light = 1 }: Held): Frame {
  const [width, height] = [1600, 900];
  const canvas = createCanvas(width, height);
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#75664f';
  pen.fillRect(0, 0, width, height);
  pen.translate(width / 2, height / 2);
  pen.rotate((tilt * Math.PI) / 180);
  if (blur > 0) pen.filter = `blur(${blur}px)`;
  pen.fillStyle = '#e4ebe3';
  pen.fillRect(-720, -400, 1440, 780);
  pen.fillStyle = '#9fb0a8';
  pen.fillRect(-660, -330, 280, 340);
  pen.fillStyle = '#20242c';
  pen.font = '30px sans-serif';
  for (const [at, text] of ['CONTOH, SITI AMINAH', '12 APR 1985', 'SPECIMEN'].entries())
    pen.fillText(text, -320, -280 + at * 80);
  pen.font = `${size}px OCR-B`;
  const pitch = pen.measureText('H').width;
  for (const [row, line] of LINES.entries())
    for (const [place, character] of [...line].entries())
      pen.fillText(character, (place - 22) * pitch, 180 + row * size * 1.9);
  const { data } = pen.getImageData(0, 0, width, height);
  const random = seededRandom(7);
  for (let at = 0; at < data.length; at += 4) {
    const shade = light + ((1 - light) * ((at / 4) % width)) / width;
    for (let channel = 0; channel < 3; channel++)
      data[at + channel] = (data[at + channel] ?? 0) * shade + (random() - 0.5) * 2 * noise;
  }
  return { data, width, height };
}

export const SPECIMEN: MrzReading = {
  documentNumber: 'X0000000',
  issuingState: 'IDN',
  nationality: 'IDN',
  lastName: 'CONTOH',
  firstName: 'SITI AMINAH',
  birthDate: BORN,
  expirationDate: ENDS,
  sex: 'female',
};
