import type { Dots } from './receipt-line.ts';

/**
 * The thread: the line of the journey, drawn at half the head's resolution (each dot here is 2x2 on paper), which keeps a strip
 * around 200 bytes so that a whole slip fits a small receive buffer.
 */

const STITCH = 7;
const GAP = 4;
const KNOT_ROWS = 20;

type Ink = (x: number, y: number) => boolean;

/** A running stitch across the paper: where the eye, or a hand, may tear. */
export function stitches(paperDots: number): Dots {
  return drawn(paperDots, 4, (x, y) => (y === 1 || y === 2) && inStitch(x, paperDots / 2));
}

/** A line for a hand to write on. */
export function ruledLine(paperDots: number): Dots {
  return drawn(paperDots, 4, (x, y) => y === 1 && x >= 2 && x < paperDots / 2 - 2);
}

/** The stitch with a kawung knot in the middle: begins and ends a slip. */
export function knot(paperDots: number): Dots {
  const width = paperDots / 2;
  const middle = width / 2 - 0.5;
  return drawn(paperDots, KNOT_ROWS, (x, y) => {
    const dx = x - middle;
    const dy = y - (KNOT_ROWS / 2 - 0.5);
    if (Math.abs(dx) < 15) return inKawung(dx, dy);
    return Math.abs(dy) < 1 && inStitch(x, width);
  });
}

/** One side of the frame around a QR: the thread with both ends turned towards it. */
export function bracket(widthDots: number, side: 'above' | 'below'): Dots {
  const widthBytes = Math.ceil(widthDots / 16);
  const width = widthBytes * 8;
  const rows = 12;
  const radius = 7;
  return drawn(widthBytes * 16, rows, (x, row) => {
    const y = side === 'above' ? row : rows - 1 - row;
    const fromSide = Math.min(x, width - 1 - x);
    if (fromSide >= 26) return false;
    if (fromSide < radius && y < radius) {
      const distance = Math.hypot(radius - 0.5 - fromSide, radius - 0.5 - y);
      return distance <= radius && distance > radius - 2;
    }
    return y < 2 || fromSide < 2;
  });
}

/** Stitches are laid from the middle outwards, so both edges look the same. */
function inStitch(x: number, width: number): boolean {
  const fromMiddle = Math.abs(x - (width / 2 - 0.5)) + STITCH / 2;
  return fromMiddle % (STITCH + GAP) < STITCH && x >= 2 && x < width - 2;
}

/** Four petals on the diagonals around a seed, traditional geometry drawn afresh. */
function inKawung(dx: number, dy: number): boolean {
  const along = (Math.abs(dx) + Math.abs(dy)) / Math.SQRT2;
  const across = (Math.abs(dx) - Math.abs(dy)) / Math.SQRT2;
  // A petal is the lens between two equal arcs.
  const halfWidth = 3.4 * (1 - ((along - 7.6) / 5.9) ** 2);
  const isSeed = Math.abs(dx) + Math.abs(dy) < 1.6;
  return isSeed || Math.abs(across) <= halfWidth;
}

function drawn(paperDots: number, rows: number, ink: Ink): Dots {
  const widthBytes = Math.ceil(paperDots / 16);
  const bits = new Uint8Array(widthBytes * rows);
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < Math.floor(paperDots / 2); x++) {
      const at = y * widthBytes + (x >> 3);
      if (ink(x, y)) bits[at] = (bits[at] ?? 0) | (0x80 >> (x & 7));
    }
  }
  return { widthBytes, rows, bits, scale: 2 };
}
