import { createHash } from 'node:crypto';
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
  const lines: Line[] = [];
  /** How often each line was met, by its fingerprint: equal lines are told apart by their order. */
  const met = new Map<string, number>();
  let last: string | null = null;
  let isPast = before === null;
  for (const { line, text } of eachLine(folder)) {
    const print = createHash('sha256').update(text).digest('hex').slice(0, 24);
    const nth = met.get(print) ?? 0;
    met.set(print, nth + 1);
    const cursor = `${print}.${nth}`;
    if (!isPast) {
      isPast = cursor === before;
      continue;
    }
    if (lines.length === limit) return { lines, older: last };
    lines.push(line);
    last = cursor;
  }
  return { lines, older: null };
}

/** In the order in which they were written, the newest first. Their times may jump: somebody sets the clock. */
function* eachLine(folder: string): Generator<{ line: Line; text: string }> {
  for (const name of FILES) {
    const file = readText(join(folder, name));
    if (file === null) return;
    const rows = file.split('\n');
    for (let n = rows.length - 1; n >= 0; n--) {
      const text = rows[n] ?? '';
      const line = lineOf(text);
      if (line) yield { line, text };
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
