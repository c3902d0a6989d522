/** Bits of a picture in the printer's form: rows of bytes, the left-most dot in the highest bit, 1 is black. */
export interface Dots {
  widthBytes: number;
  rows: number;
  bits: Uint8Array;
  /** Dots of the paper for each dot here. */
  scale: 1 | 2;
}

export type Align = 'left' | 'center';

/** One line of a slip, readable in a test and independent of any printer language. */
export type ReceiptLine =
  | {
      kind: 'text';
      /** Already in the printer's code page, never wider than the paper. */
      runs: ReadonlyArray<{ text: string; bold?: boolean; inverted?: boolean }>;
      align: Align;
      font: 'A' | 'B';
      /** Enlargement of both directions, 1..8. */
      width: number;
      height: number;
    }
  | { kind: 'picture'; what: string; dots: Dots }
  /** `cell`: dots of one module. */
  | { kind: 'qr'; text: string; cell: number }
  /** CODE128 in code set B. `bar`: dots of its thinnest bar; `height` in dots, even. */
  | { kind: 'barcode'; text: string; bar: 2 | 3; height: number }
  /** Blank paper in dots. */
  | { kind: 'space'; dots: number }
  | { kind: 'cut' };
