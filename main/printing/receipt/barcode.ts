import type { PrinterProfile } from '../profile.ts';
import { code128Bars, QUIET_BARS } from './code128.ts';
import type { Dots } from './receipt-line.ts';

/** Nine millimetres: a hand-held scanner need not be held straight. */
export const BARCODE_HEIGHT_DOTS = 72;

/**
 * Dots of the thinnest bar: three (3/8 mm) where the paper is wide enough, else two. A barcode that is sent as dots has two, because
 * its dots are doubled on paper. Throws when the text does not fit.
 */
export function planBarcode(text: string, paperDots: number, drawnBy: PrinterProfile['barcode']): 2 | 3 {
  const modules = code128Bars(text).length + 2 * QUIET_BARS;
  if (drawnBy === 'native' && modules * 3 <= paperDots) return 3;
  if (modules * 2 <= paperDots) return 2;
  throw new Error(`a barcode of ${text.length} characters does not fit ${paperDots} dots`);
}

/** The barcode as dots, for printers that cannot draw one; its thinnest bar is two dots on paper. `height` in dots of the paper, even. */
export function barcodeDots(text: string, height: number): Dots {
  const bars = code128Bars(text);
  const row = new Uint8Array(Math.ceil(bars.length / 8));
  bars.forEach((isBlack, x) => {
    if (isBlack) row[x >> 3] = (row[x >> 3] ?? 0) | (0x80 >> (x & 7));
  });
  const rows = height / 2;
  const bits = new Uint8Array(row.length * rows);
  for (let y = 0; y < rows; y++) bits.set(row, y * row.length);
  return { widthBytes: row.length, rows, bits, scale: 2 };
}
