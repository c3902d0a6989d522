import { CharacterSet, PrinterTypes, ThermalPrinter } from 'node-thermal-printer';
import { unreachable } from '../../../shared/lib/unreachable.ts';
import type { PrinterProfile } from '../profile.ts';
import { barcodeDots } from '../receipt/barcode.ts';
import { isPrintable } from '../receipt/printable.ts';
import { qrDots } from '../receipt/qr.ts';
import type { Dots, ReceiptLine } from '../receipt/receipt-line.ts';

/** Portions are closed after this many bytes: little enough to lose, enough to keep the paper moving. */
const PORTION_BYTES = 256;

/** Rasters go in bands of at most this many bytes, so that a line cut in the middle leaves only a short command to finish. */
const LONGEST_RASTER_BYTES = 600;

/** One line of blank paper. The library feeds four at a time, so the feed is ours. */
export const LINE_DOTS = 30;

/** A line of small print. */
export const FONT_B_LINE_DOTS = 22;

/** ESC J takes one byte. */
const LONGEST_FEED_DOTS = 255;

/**
 * The bytes of a receipt, for a printer just initialised, in portions that each end between two commands.
 *
 * node-thermal-printer builds them and nothing more: one fresh builder per receipt (its buffer is never cleared, and after a cut it believes
 * in a code page that the printer has forgotten), no wrapping, no printing of its own.
 */
export function encode(lines: readonly ReceiptLine[], profile: PrinterProfile): Uint8Array[] {
  const builder = new ThermalPrinter({
    type: PrinterTypes.EPSON,
    interface: '',
    characterSet: CharacterSet[profile.codePage],
    width: profile.columns,
  });
  const look = new Look(builder);
  const portions: Uint8Array[] = [];
  let closedAt = 0;
  if (profile.smoothing) builder.add(Buffer.of(0x1d, 0x62, 1));
  lines.forEach((line, i) => {
    addLine(builder, look, line, profile, (bytes) => {
      const isEnd = i === lines.length - 1;
      if (bytes - closedAt < (isEnd ? 1 : PORTION_BYTES)) return;
      portions.push(Uint8Array.from(builder.getBuffer().subarray(closedAt, bytes)));
      closedAt = bytes;
    });
  });
  return portions;
}

function addLine(
  builder: ThermalPrinter,
  look: Look,
  line: ReceiptLine,
  profile: PrinterProfile,
  mayClose: (bytes: number) => void,
): void {
  const done = () => mayClose(builder.getBuffer().length);
  switch (line.kind) {
    case 'text':
      addText(builder, look, line, profile);
      break;
    case 'picture':
      look.align('center');
      addPicture(builder, line.dots, done);
      break;
    case 'qr':
      look.align('center');
      if (profile.qr === 'raster') addPicture(builder, qrDots(line.text, line.cell), done);
      else addNativeQr(builder, line.text, line.cell);
      break;
    case 'barcode':
      look.align('center');
      if (profile.barcode === 'raster') addPicture(builder, barcodeDots(line.text, line.height), done);
      else addNativeBarcode(builder, line);
      break;
    case 'space':
      addSpace(builder, line.dots);
      break;
    case 'cut':
      addSpace(builder, profile.feedLinesBeforeCut * LINE_DOTS);
      if (profile.cutter === 'partial') builder.partialCut({ verticalTabAmount: 0 });
      else builder.cut({ verticalTabAmount: 0 });
      if (profile.presenter) builder.add(Buffer.from(profile.presenter.present));
      break;
    default:
      unreachable(line);
  }
  done();
}

function addSpace(builder: ThermalPrinter, dots: number): void {
  for (let left = dots; left > 0; left -= LONGEST_FEED_DOTS) {
    builder.add(Buffer.of(0x1b, 0x4a, Math.min(left, LONGEST_FEED_DOTS)));
  }
}

function addText(
  builder: ThermalPrinter,
  look: Look,
  line: Extract<ReceiptLine, { kind: 'text' }>,
  profile: PrinterProfile,
): void {
  look.align(line.align);
  look.font(line.font);
  look.size(line.width, line.height);
  for (const run of line.runs) {
    if (!isPrintable(run.text, profile.codePage)) {
      throw new Error(`unprintable text reached the printer: ${JSON.stringify(run.text)}`);
    }
    look.bold(run.bold === true);
    look.inverted(run.inverted === true);
    // `append`, not `print`: print folds lines again, by its own idea of their width.
    builder.append(run.text);
  }
  builder.newLine();
}

function addNativeQr(builder: ThermalPrinter, text: string, cell: number): void {
  // The library declares characters and sends bytes, so only ASCII is counted right.
  if (!/^[\x20-\x7e]+$/.test(text)) throw new Error('a QR text must be ASCII');
  builder.printQR(text, { cellSize: cell, correction: 'M', model: 2 });
}

/** Ours, because the library's types ask for `SMALL` or `LARGE` and its bytes then say 0. */
function addNativeBarcode(builder: ThermalPrinter, line: Extract<ReceiptLine, { kind: 'barcode' }>): void {
  // A brace would begin a command inside the barcode.
  if (!/^[\x20-\x7a|}~]{1,60}$/.test(line.text)) throw new Error('a barcode text must be ASCII without {');
  const data = Buffer.from(`{B${line.text}`, 'ascii');
  builder.add(Buffer.of(0x1d, 0x48, 0, 0x1d, 0x77, line.bar, 0x1d, 0x68, line.height));
  builder.add(Buffer.concat([Buffer.of(0x1d, 0x6b, 0x49, data.length), data]));
}

function addPicture(builder: ThermalPrinter, dots: Dots, bandDone: () => void): void {
  const rowsPerBand = Math.max(1, Math.floor(LONGEST_RASTER_BYTES / dots.widthBytes));
  for (let row = 0; row < dots.rows; row += rowsPerBand) {
    const rows = Math.min(rowsPerBand, dots.rows - row);
    const bits = dots.bits.slice(row * dots.widthBytes, (row + rows) * dots.widthBytes);
    const mode = dots.scale === 2 ? 3 : 0;
    builder.add(
      Buffer.of(0x1d, 0x76, 0x30, mode, dots.widthBytes & 255, dots.widthBytes >> 8, rows & 255, rows >> 8),
    );
    builder.add(Buffer.from(withoutRealTimeCommands(bits)));
    bandDone();
  }
}

/**
 * Printers obey real-time commands even inside pictures: dots that happen to spell DLE EOT, ENQ or DC4 would make one talk, or forget
 * its buffer. One more dot beside the DLE breaks the spell.
 */
function withoutRealTimeCommands(bits: Uint8Array): Uint8Array {
  for (let i = 0; i < bits.length; i++) {
    const next = bits[i + 1] ?? 0x04;
    if (bits[i] === 0x10 && (next === 0x04 || next === 0x05 || next === 0x14)) bits[i] = 0x18;
  }
  return bits;
}

/** The look the printer is in, so that only changes are sent. Begins as a printer begins. */
class Look {
  private readonly builder: ThermalPrinter;
  private now = { align: 'left', font: 'A', bold: false, inverted: false, width: 1, height: 1 };

  constructor(builder: ThermalPrinter) {
    this.builder = builder;
  }

  align(align: 'left' | 'center'): void {
    if (this.now.align === align) return;
    this.now.align = align;
    if (align === 'center') this.builder.alignCenter();
    else this.builder.alignLeft();
  }

  font(font: 'A' | 'B'): void {
    if (this.now.font === font) return;
    this.now.font = font;
    if (font === 'A') this.builder.setTypeFontA();
    else this.builder.setTypeFontB();
    // The usual spacing is made for font A; small print with it falls apart.
    if (font === 'A') this.builder.resetLineSpacing();
    else this.builder.setLineSpacing(FONT_B_LINE_DOTS);
  }

  bold(bold: boolean): void {
    if (this.now.bold === bold) return;
    this.now.bold = bold;
    this.builder.bold(bold);
  }

  inverted(inverted: boolean): void {
    if (this.now.inverted === inverted) return;
    this.now.inverted = inverted;
    this.builder.invert(inverted);
  }

  size(width: number, height: number): void {
    if (this.now.width === width && this.now.height === height) return;
    this.now.width = width;
    this.now.height = height;
    // The library calls its first argument height; printers read it as width.
    this.builder.setTextSize(width - 1, height - 1);
  }
}
