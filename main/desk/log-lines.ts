import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DeskInput, DeskOutput } from '../../shared/contract/desk.ts';
import { codeOf } from '../db/trouble.ts';
import { allowedFields, type LogFields } from '../log/fields.ts';
import { isLogEvent } from '../log/index.ts';

type Line = DeskOutput<'desk.logs'>['lines'][number];

/** As many files as `log/rotating-file.ts` keeps, the newest first. */
const FILES = ['kiosk.log', ...Array.from({ length: 9 }, (_, n) => `kiosk.${n + 1}.log`)];

/**
 * The technician's log, newest line first, page by page. What may stand in a line was decided when it was written; it is decided
 * again here, because a file can be changed by hand or come from an older app.
 */
export function readLogLines(
  folder: string,
  { before, limit }: DeskInput<'desk.logs'>,
): DeskOutput<'desk.logs'> {
  const cursor = parseCursor(before);
  const lines: Line[] = [];
  const seenAt = new Map<number, number>();
  let last: Cursor | null = null;
  for (const line of eachLine(folder)) {
    const nth = seenAt.get(line.at) ?? 0;
    seenAt.set(line.at, nth + 1);
    if (cursor !== null && !isAfter({ at: line.at, nth }, cursor)) continue;
    if (lines.length === limit) return { lines, older: last === null ? null : `${last.at}.${last.nth}` };
    lines.push(line);
    last = { at: line.at, nth };
  }
  return { lines, older: null };
}

/** The time of the last line that was given, and the how manieth of that time it was. */
interface Cursor {
  at: number;
  nth: number;
}

function parseCursor(text: string | null): Cursor | null {
  const found = /^(\d{1,16})\.(\d{1,9})$/.exec(text ?? '');
  return found ? { at: Number(found[1]), nth: Number(found[2]) } : null;
}

function isAfter(line: Cursor, cursor: Cursor): boolean {
  return line.at < cursor.at || (line.at === cursor.at && line.nth > cursor.nth);
}

function* eachLine(folder: string): Generator<Line> {
  for (const name of FILES) {
    const text = readText(join(folder, name));
    if (text === null) return;
    const rows = text.split('\n');
    for (let n = rows.length - 1; n >= 0; n--) {
      const line = lineOf(rows[n] ?? '');
      if (line) yield line;
    }
  }
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === null) throw error;
    return null;
  }
}

/** Null: an empty line, or half of one that a power cut left. */
function lineOf(text: string): Line | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof json !== 'object' || json === null) return null;
  const { time, level, event, refused: _, ...fields } = json as Record<string, unknown>;
  const at = typeof time === 'string' ? Date.parse(time) : Number.NaN;
  if (Number.isNaN(at) || typeof event !== 'string' || !isLogEvent(event)) return null;
  const kept = allowedFields(fields as LogFields);
  return {
    at,
    level: level === 'warn' || level === 'error' ? level : 'info',
    event,
    rest: Object.entries(kept)
      .map(([name, value]) => `${name}=${String(value)}`)
      .join(' '),
  };
}
