import { createReadStream } from 'node:fs';
import type { CheckLine } from './lines.ts';

/** Electron's mark in front of its fuses: then one byte version, one byte count, one character a fuse. */
const MARK = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX', 'latin1');
const HEAD_BYTES = 2;
/** In the order of the wire; null: the kiosk does not mind. What stands here is what `npm run package` sets. */
const WANTED: readonly (readonly [string, '0' | '1' | null])[] = [
  ['run-as-node', '0'],
  ['cookie-encryption', null],
  ['node-options', '0'],
  ['inspect', '0'],
  ['asar-integrity', '1'],
  ['only-asar', '1'],
];

/** Reads the fuses out of the running program's own file. */
export async function checkFuses(program: string): Promise<CheckLine> {
  const wire = await readWire(program).catch(() => null);
  if (wire === null) {
    return { level: 'fail', what: 'fuses', next: 'they cannot be read; install the package again' };
  }
  const wrong = WANTED.filter(([, state], at) => state !== null && wire[at] !== state).map(([name]) => name);
  if (wrong.length === 0) return { level: 'ok', what: 'fuses', next: '' };
  return { level: 'fail', what: 'fuses', next: `${wrong.join(', ')}: install the package again` };
}

async function readWire(program: string): Promise<string | null> {
  const longest = MARK.length + HEAD_BYTES + WANTED.length;
  let carried = Buffer.alloc(0);
  for await (const chunk of createReadStream(program, { highWaterMark: 4 * 1024 * 1024 })) {
    const bytes = Buffer.concat([carried, chunk as Buffer]);
    const at = bytes.indexOf(MARK);
    if (at >= 0 && at + longest <= bytes.length) {
      const from = at + MARK.length + HEAD_BYTES;
      return bytes.toString('latin1', from, from + WANTED.length);
    }
    carried = bytes.subarray(Math.max(0, bytes.length - longest));
  }
  return null;
}
