import type { PrinterProblem } from './port.ts';

/** Everything a printer can say back, sorted out of one shared byte stream. */
export type Answer =
  | { kind: 'real-time'; byte: number }
  | { kind: 'automatic'; bytes: [number, number, number, number] }
  | { kind: 'paper-sensor'; byte: number }
  | { kind: 'process-id'; id: string }
  | { kind: 'cleared' }
  /** What GS I asked for, in the printer's own words: control characters are taken out. */
  | { kind: 'told'; text: string }
  | { kind: 'other-block' }
  /** A byte taken as it is, because it was waited for. */
  | { kind: 'as-it-is'; byte: number };

const PROCESS_ID_BYTES = 7;
/** A block that never ends is noise; real ones are shorter than this. */
const LONGEST_BLOCK = 80;

/**
 * Sorts the stream by its fixed bits (Epson's table "Identifying transmission status"): real-time 0xx1xx10, automatic 0xx1xx00 and three
 * more bytes, GS r 0xx0xxxx, blocks from 37, 3B, 3D, 5F to 00. Bytes that fit nothing (XON, XOFF, noise) are dropped.
 */
export class AnswerReader {
  private pending: number[] = [];
  private nextIsAsItIs = false;

  /**
   * The next byte says what its asker knows, with bits that would be sorted wrongly. Only when nothing else can be on its way:
   * automatic status off, and every earlier question answered.
   */
  takeNextAsItIs(): void {
    this.nextIsAsItIs = true;
  }

  read(chunk: Uint8Array): Answer[] {
    this.pending.push(...chunk);
    const answers: Answer[] = [];
    while (this.pending.length > 0) {
      const [length, answer] = this.first();
      if (length === 0) break;
      this.pending.splice(0, length);
      if (answer) answers.push(answer);
    }
    return answers;
  }

  /** How many bytes to take and what they say; length 0 waits for more. */
  private first(): [length: number, answer: Answer | null] {
    const [byte = 0, ...rest] = this.pending;
    if (this.nextIsAsItIs) {
      this.nextIsAsItIs = false;
      return [1, { kind: 'as-it-is', byte }];
    }
    if (byte === 0x37 && rest[0] === 0x22) {
      if (this.pending.length < PROCESS_ID_BYTES) return [0, null];
      return [PROCESS_ID_BYTES, { kind: 'process-id', id: String.fromCharCode(...rest.slice(1, 5)) }];
    }
    if ([0x37, 0x3b, 0x3d, 0x5f].includes(byte)) {
      const end = this.pending.indexOf(0x00);
      if (end === -1) return this.pending.length > LONGEST_BLOCK ? [1, null] : [0, null];
      return [end + 1, blockOf(this.pending.slice(0, end))];
    }
    if ((byte & 0x93) === 0x12) return [1, { kind: 'real-time', byte }];
    if ((byte & 0x93) === 0x10) {
      const [second, third, fourth] = rest;
      if (second === undefined || third === undefined || fourth === undefined) return [0, null];
      return [4, { kind: 'automatic', bytes: [byte, second, third, fourth] }];
    }
    if ((byte & 0x90) === 0x00) return [1, { kind: 'paper-sensor', byte }];
    return [1, null];
  }
}

function blockOf([head, ...body]: number[]): Answer {
  if (head === 0x5f) return { kind: 'told', text: wordsOf(body) };
  return head === 0x37 && body[0] === 0x25 ? { kind: 'cleared' } : { kind: 'other-block' };
}

/** It ends on a screen: whatever is at the other end of the line may have written it. */
function wordsOf(bytes: number[]): string {
  return String.fromCharCode(...bytes.filter((byte) => byte >= 0x20 && byte < 0x7f)).trim();
}

/** What DLE EOT 1, 2 and 4 together say. Null means ready. */
export function problemInRealTime(printer: number, cause: number, paper: number): PrinterProblem | null {
  if (cause & 0x04) return { code: 'printer.cover-open' };
  if (paper & 0x60 || cause & 0x20) return { code: 'printer.no-paper' };
  if (cause & 0x40) return { code: 'printer.fault' };
  return printer & 0x08 ? { code: 'printer.offline' } : null;
}

export function isNearEnd(paper: number): boolean {
  return (paper & 0x0c) !== 0;
}

/** What four bytes of automatic status say. Null means all is well. */
export function problemInAutomatic([first, second, third]: [
  number,
  number,
  number,
  number,
]): PrinterProblem | null {
  if (first & 0x20) return { code: 'printer.cover-open' };
  if (third & 0x0c) return { code: 'printer.no-paper' };
  if (second & 0x68) return { code: 'printer.fault' };
  return first & 0x08 ? { code: 'printer.offline' } : null;
}
