import { CELL_HEIGHT, CELL_WIDTH, GLYPHS } from './glyphs.ts';
import { type Grey, valueAt } from './grey.ts';
import type { Row } from './rows.ts';

/** A cell is one place wide and this many capitals high. */
export const CELL_CAPITALS = 1.4;
/** A picture of one place may lie this many points beside its glyph. */
const SHIFT = 2;
const WIDE = CELL_WIDTH + 2 * SHIFT;
const HIGH = CELL_HEIGHT + 2 * SHIFT;

/** How a picture may lie over a glyph; `at` is its place in the list of all. */
interface Shift {
  x: number;
  y: number;
  at: number;
}

const ALL_SHIFTS: readonly Shift[] = Array.from({ length: (2 * SHIFT + 1) ** 2 }, (_, at) => ({
  x: at % (2 * SHIFT + 1),
  y: Math.floor(at / (2 * SHIFT + 1)),
  at,
}));
const FEW_SHIFTS = ALL_SHIFTS.filter(
  ({ x, y }) => x % SHIFT === 0 && y % SHIFT === 0 && (x === SHIFT || y === SHIFT),
);
const CLOSE_LOOKS = 5;

export interface Likeness {
  character: string;
  /** 1: the same; 0: nothing alike. */
  likeness: number;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const DIGITS = '0123456789';

/** What may stand at a place of the first or second line. */
export function allowedAt(line: 0 | 1, place: number): string {
  if (line === 0) return place === 0 ? 'P' : `${LETTERS}<`;
  if (place === 20) return 'FM<';
  if (place >= 10 && place <= 12) return `${LETTERS}<`;
  if (place < 9 || (place >= 28 && place < 42)) return `${LETTERS}${DIGITS}<`;
  return place === 42 ? `${DIGITS}<` : DIGITS;
}

/** The glyph that one place looks most like, out of those that may stand there. */
export function likest(grey: Grey, row: Row, place: number, allowed: string): Likeness {
  const patch = patchAt(grey, row, place);
  const spreads = ALL_SHIFTS.map((shift) => spreadAt(patch, shift));
  const likenessAmong = (character: string, shifts: readonly Shift[]): Likeness => {
    const glyph = GLYPHS.get(character);
    let likeness = -1;
    for (const shift of shifts) {
      const spread = spreads[shift.at] ?? 0;
      if (glyph && spread >= 1) likeness = Math.max(likeness, productAt(patch, glyph, shift) / spread);
    }
    return { character, likeness };
  };
  const best = (found: Likeness[]) => found.sort((one, other) => other.likeness - one.likeness);
  // A rough look at all, a close look at those that come into question.
  const likely = best([...allowed].map((character) => likenessAmong(character, FEW_SHIFTS))).slice(
    0,
    CLOSE_LOOKS,
  );
  const [found] = best(likely.map(({ character }) => likenessAmong(character, ALL_SHIFTS)));
  return found ?? { character: '<', likeness: -1 };
}

/** Ink is high and paper low, so that it reads like a glyph. */
function patchAt(grey: Grey, row: Row, place: number): Float32Array {
  const x0 = row.xOf(place);
  const pitch = row.xOf(place + 0.5) - row.xOf(place - 0.5) || row.pitch;
  const dx = pitch / CELL_WIDTH;
  const dy = (row.capital * CELL_CAPITALS) / CELL_HEIGHT;
  const cos = Math.cos(row.angle);
  const sin = Math.sin(row.angle);
  const y0 = row.yOf(x0);
  const patch = new Float32Array(WIDE * HIGH);
  for (let v = 0; v < HIGH; v++) {
    for (let u = 0; u < WIDE; u++) {
      const along = (u - (WIDE - 1) / 2) * dx;
      const down = (v - (HIGH - 1) / 2) * dy;
      patch[v * WIDE + u] = 255 - valueAt(grey, x0 + along * cos - down * sin, y0 + along * sin + down * cos);
    }
  }
  return patch;
}

/** What the glyph and the picture have in common; `glyph` has mean 0 and length 1. */
function productAt(patch: Float32Array, glyph: Float32Array, { x, y }: Shift): number {
  let dot = 0;
  for (let v = 0; v < CELL_HEIGHT; v++) {
    const from = (v + y) * WIDE + x;
    for (let u = 0; u < CELL_WIDTH; u++) dot += (patch[from + u] ?? 0) * (glyph[v * CELL_WIDTH + u] ?? 0);
  }
  return dot;
}

/** How much there is to see at all under this shift. */
function spreadAt(patch: Float32Array, { x, y }: Shift): number {
  let sum = 0;
  let squares = 0;
  for (let v = 0; v < CELL_HEIGHT; v++) {
    const from = (v + y) * WIDE + x;
    for (let u = 0; u < CELL_WIDTH; u++) {
      const value = patch[from + u] ?? 0;
      sum += value;
      squares += value * value;
    }
  }
  return Math.sqrt(Math.max(0, squares - (sum * sum) / (CELL_WIDTH * CELL_HEIGHT)));
}
