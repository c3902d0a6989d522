import { unreachable } from '../../shared/lib/unreachable.ts';
import { FONT_B_LINE_DOTS, LINE_DOTS } from './escpos/encode.ts';
import type { PrinterProfile } from './profile.ts';
import { qrDots } from './receipt/qr.ts';
import type { ReceiptLine } from './receipt/receipt-line.ts';

/** Dots of the paper in one inch, and so the millimetres of one dot. */
const MM_PER_DOT = 25.4 / 203;

/** Dots of a letter that is not enlarged, and of a line of them. */
const LETTER_DOTS = { A: 24, B: 17 } as const;
const SPACING_DOTS = { A: LINE_DOTS, B: FONT_B_LINE_DOTS } as const;

/** Whole millimetres of paper that these lines take, rounded up; the feed before the knife is in it. */
export function paperMillimetres(lines: readonly ReceiptLine[], profile: PrinterProfile): number {
  return Math.ceil(paperDots(lines, profile) * MM_PER_DOT);
}

/** The same in dots of the paper. */
export function paperDots(lines: readonly ReceiptLine[], profile: PrinterProfile): number {
  return lines.reduce((sum, line) => sum + heightOf(line, profile), 0);
}

function heightOf(line: ReceiptLine, profile: PrinterProfile): number {
  switch (line.kind) {
    case 'text':
      return Math.max(LETTER_DOTS[line.font] * line.height, SPACING_DOTS[line.font]);
    case 'picture':
      return line.dots.rows * line.dots.scale;
    case 'qr': {
      const { rows, scale } = qrDots(line.text, line.cell);
      return rows * scale;
    }
    case 'barcode':
      return line.height;
    case 'space':
      return line.dots;
    case 'cut':
      return profile.feedLinesBeforeCut * LINE_DOTS;
    default:
      return unreachable(line);
  }
}
