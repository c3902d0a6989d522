import jsQR from 'jsqr';
import { expect, test } from 'vitest';
import { aTicket } from '../../bridge/fake.ts';
import { qrPath } from './qr-picture.tsx';

/** Paints the bars of the path into pixels, as a browser would. */
function paint(size: number, path: string, scale: number, quiet: number): Uint8ClampedArray {
  const side = (size + 2 * quiet) * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-?\d+z/g)) {
    for (let row = 0; row < scale; row++) {
      for (let column = 0; column < Number(width) * scale; column++) {
        const at = ((Number(y) + quiet) * scale + row) * side + (Number(x) + quiet) * scale + column;
        pixels.fill(0, at * 4, at * 4 + 3);
      }
    }
  }
  return pixels;
}

test('a reader reads from the picture what went into it', () => {
  const { qrText } = aTicket();
  const { size, path } = qrPath(qrText);
  const side = (size + 8) * 4;
  expect(jsQR(paint(size, path, 4, 4), side, side)?.data).toBe(qrText);
});
