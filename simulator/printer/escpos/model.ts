import type { Align, Cut, Font, QrLevel } from './commands.ts';

/** A stretch of characters in one style. */
export interface Run {
  text: string;
  font: Font;
  bold: boolean;
  underline: 0 | 1 | 2;
  invert: boolean;
  upsideDown: boolean;
  /** Enlargement, 1..8. */
  width: number;
  height: number;
  smooth: boolean;
}

/** What one act of the print head left on the paper. Heights in dots. */
export type Block =
  /** `wrapped`: the text did not fit and the printer broke the line by itself. */
  | { kind: 'line'; runs: Run[]; align: Align; height: number; wrapped: boolean }
  | { kind: 'feed'; height: number }
  | { kind: 'qr'; text: string; level: QrLevel; cell: number; align: Align }
  | {
      kind: 'raster';
      widthBytes: number;
      rows: number;
      scaleX: 1 | 2;
      scaleY: 1 | 2;
      bits: Uint8Array;
      align: Align;
    }
  | { kind: 'barcode'; text: string; bar: number; height: number; align: Align; textBelow: boolean };

/** One piece of paper, from the cut before it to its own. */
export interface Receipt {
  blocks: Block[];
  /** Null while it still hangs in the printer, or when the roll ended before the cut. */
  cut: Cut | null;
  codePages: string[];
  drawerPulses: number;
  /** Every byte sequence the decoder refused, in words. A good receipt has none. */
  errors: string[];
}

export const FONT_DOTS: Readonly<Record<Font, { width: number; height: number }>> = {
  A: { width: 12, height: 24 },
  B: { width: 9, height: 17 },
};

/** The width of a run in dots. */
export function widthOf(run: Pick<Run, 'text' | 'font' | 'width'>): number {
  return run.text.length * FONT_DOTS[run.font].width * run.width;
}

/** The lines of a receipt as plain text, for a `.txt` beside the picture and for tests of wording. */
export function textOf(receipt: Receipt): string {
  return receipt.blocks
    .map((block) => {
      if (block.kind === 'line')
        return block.runs
          .map((run) => run.text)
          .join('')
          .trimEnd();
      if (block.kind === 'feed') return '';
      if (block.kind === 'qr') return `[QR ${block.text}]`;
      if (block.kind === 'barcode') return `[CODE128 ${block.text}]`;
      return `[raster ${block.widthBytes * 8 * block.scaleX}x${block.rows * block.scaleY}]`;
    })
    .join('\n');
}
