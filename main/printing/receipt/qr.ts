import qrcode from 'qrcode';
import type { Dots } from './receipt-line.ts';

/** Light modules a reader needs around a QR (ISO/IEC 18004). */
export const QUIET_MODULES = 4;

/** Below 4 dots (half a millimetre) worn thermal paper and cheap cameras begin to fail. */
const SMALLEST_CELL = 4;

/**
 * Modules along one side at correction level M, the level that survives a fold, and the largest even cell, at most `largest`, with which the
 * QR and its quiet room fit the paper. Text must be ASCII. Throws when no cell fits.
 */
export function planQr(text: string, paperDots: number, largest: number): { modules: number; cell: number } {
  const modules = qrMatrix(text).size;
  for (let cell = largest; cell >= SMALLEST_CELL; cell -= 2) {
    if ((modules + 2 * QUIET_MODULES) * cell <= paperDots) return { modules, cell };
  }
  throw new Error(`a QR of ${text.length} characters does not fit ${paperDots} dots`);
}

/** The QR as dots, for printers that cannot draw one. `cell` must be even: the dots are doubled on paper. */
export function qrDots(text: string, cell: number): Dots {
  const matrix = qrMatrix(text);
  const step = cell / 2;
  if (!Number.isInteger(step)) throw new Error(`a QR cell of ${cell} dots is not even`);
  const widthBytes = Math.ceil((matrix.size * step) / 8);
  const rows = matrix.size * step;
  const bits = new Uint8Array(widthBytes * rows);
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < matrix.size * step; x++) {
      const at = y * widthBytes + (x >> 3);
      if (matrix.get(Math.floor(y / step), Math.floor(x / step)))
        bits[at] = (bits[at] ?? 0) | (0x80 >> (x & 7));
    }
  }
  return { widthBytes, rows, bits, scale: 2 };
}

function qrMatrix(text: string): { size: number; get(row: number, col: number): number } {
  const data = new TextEncoder().encode(text);
  return qrcode.create([{ data, mode: 'byte' }], { errorCorrectionLevel: 'M' }).modules;
}
