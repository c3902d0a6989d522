import { FONT_WIDTH_DOTS, type PrinterProfile } from '../profile.ts';
import { BARCODE_HEIGHT_DOTS, planBarcode } from './barcode.ts';
import { toPrintable } from './printable.ts';
import { planQr, QUIET_MODULES } from './qr.ts';
import type { Align, ReceiptLine } from './receipt-line.ts';
import { bracket, knot, ruledLine, stitches } from './thread.ts';
import { wrap, wrapEvenly } from './wrap.ts';

type Paper = Pick<PrinterProfile, 'dots' | 'columns' | 'codePage' | 'barcode'>;

export interface TextLook {
  bold?: boolean;
  inverted?: boolean;
  align?: Align;
  font?: 'A' | 'B';
  width?: number;
  height?: number;
  /** Characters left free at the start of every line. */
  indent?: number;
  /** Put into the indent of the first line, such as `1.`. */
  bullet?: string;
  /** Lines of like length. */
  even?: boolean;
}

export interface Row {
  label: string;
  value: string;
  note?: string | undefined;
}

/** Characters of a label beside its value that still read as words. */
const NARROWEST_LABEL = 20;

/** Writes a slip top down. Everything that reaches a line has been made printable and measured. */
export class SlipWriter {
  readonly lines: ReceiptLine[] = [];
  private readonly paper: Paper;

  constructor(paper: Paper) {
    this.paper = paper;
  }

  /** A paragraph, wrapped to the paper. */
  text(text: string, look: TextLook = {}): void {
    const {
      bold,
      inverted,
      align = 'left',
      font = 'A',
      width = 1,
      height = 1,
      indent = 0,
      bullet = '',
      even = false,
    } = look;
    const columns = this.columnsOf(font, width) - indent;
    const padding = inverted ? ' ' : '';
    const room = columns - 2 * padding.length;
    const breakUp = even ? wrapEvenly : wrap;
    breakUp(toPrintable(text, this.paper.codePage), room).forEach((part, i) => {
      const lead = indent === 0 ? '' : (i === 0 ? bullet : '').padEnd(indent).slice(0, indent);
      const run = {
        text: `${padding}${part}${padding}`,
        ...(bold ? { bold } : {}),
        ...(inverted ? { inverted } : {}),
      };
      const runs = lead === '' ? [run] : [{ text: lead, ...(bold ? { bold } : {}) }, run];
      this.lines.push({ kind: 'text', runs, align, font, width, height });
    });
  }

  /** So many characters of the smaller font as come nearest to an indent of the normal one. */
  indentIn(font: 'A' | 'B', indent: number): number {
    return Math.round((indent * FONT_WIDTH_DOTS.A) / FONT_WIDTH_DOTS[font]);
  }

  /** The largest enlargement, up to `largest`, at which the text stays on one line. */
  largestFit(text: string, largest: number): number {
    for (let size = largest; size > 1; size--) if (text.length <= this.columnsOf('A', size)) return size;
    return 1;
  }

  /**
   * Labels with their values at the right edge, a note small below. Where labels would become too narrow to read beside their values, every
   * value stands under its label.
   */
  rows(rows: readonly Row[]): void {
    const { columns, codePage } = this.paper;
    const fit = rows.map(({ label, value, note }) => ({
      label: toPrintable(label, codePage),
      value: plain(toPrintable(value, codePage)),
      note,
    }));
    const roomBeside = (value: string) => columns - value.length - 2;
    const isTable =
      fit.every(({ value }) => roomBeside(value) >= NARROWEST_LABEL) ||
      fit.every(({ label, value }) => label.length <= roomBeside(value));
    const isRoomy =
      !isTable ||
      fit.some(({ label, value, note }) => note !== undefined || label.length > roomBeside(value));
    fit.forEach(({ label, value, note }, i) => {
      if (i > 0 && isRoomy) this.space(6);
      if (isTable) {
        const [first = '', ...more] = wrap(label, roomBeside(value));
        const runs = [{ text: first.padEnd(columns - value.length) }, { text: value, bold: true }];
        this.lines.push({ kind: 'text', runs, align: 'left', font: 'A', width: 1, height: 1 });
        for (const line of more) this.text(line);
      } else {
        this.text(label);
        this.text(value, { bold: true });
      }
      if (note !== undefined) this.text(note, { font: 'B' });
    });
  }

  space(dots: number): void {
    this.lines.push({ kind: 'space', dots });
  }

  knot(): void {
    this.lines.push({ kind: 'picture', what: 'knot', dots: knot(this.paper.dots) });
  }

  stitches(): void {
    this.lines.push({ kind: 'picture', what: 'stitches', dots: stitches(this.paper.dots) });
  }

  /** Room for a hand, with a line under it: this high in dots, eight to a millimetre. */
  handRoom(dots: number): void {
    this.space(dots);
    this.lines.push({ kind: 'picture', what: 'ruled-line', dots: ruledLine(this.paper.dots) });
  }

  /** A QR in the thread's frame, with the quiet room its readers need. */
  qr(text: string): void {
    const { modules, cell } = planQr(text, this.paper.dots, 6);
    const quiet = QUIET_MODULES * cell;
    const framed = Math.min(this.paper.dots, modules * cell + 2 * quiet + 16);
    this.lines.push({ kind: 'picture', what: 'frame-above', dots: bracket(framed, 'above') });
    this.space(quiet - 12);
    this.lines.push({ kind: 'qr', text, cell });
    this.space(quiet - 12);
    this.lines.push({ kind: 'picture', what: 'frame-below', dots: bracket(framed, 'below') });
  }

  /** A barcode where this printer has one, with room above it. */
  barcode(text: string): void {
    const { dots, barcode } = this.paper;
    if (barcode === 'none') return;
    this.space(10);
    this.lines.push({
      kind: 'barcode',
      text,
      bar: planBarcode(text, dots, barcode),
      height: BARCODE_HEIGHT_DOTS,
    });
  }

  cut(): void {
    this.lines.push({ kind: 'cut' });
  }

  columnsOf(font: 'A' | 'B', width = 1): number {
    const columns = font === 'A' ? this.paper.columns : Math.floor(this.paper.dots / FONT_WIDTH_DOTS.B);
    return Math.max(1, Math.floor(columns / width));
  }
}

function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}
