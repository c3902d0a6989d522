import type { Hardware } from '../hardware.ts';
import { CODE_PAGES, characterOf } from './code-pages.ts';
import type { Align, Command, Cut, Font, QrLevel } from './commands.ts';
import { type Block, FONT_DOTS, type Receipt, type Run, widthOf } from './model.ts';

/** What the typesetter must know of its printer. */
export type Mechanics = Pick<Hardware, 'printableDots' | 'smoothing' | 'headToCutterDots' | 'presenter'>;

interface Style {
  font: Font;
  bold: boolean;
  underline: 0 | 1 | 2;
  invert: boolean;
  upsideDown: boolean;
  smooth: boolean;
  width: number;
  height: number;
  align: Align;
  codePage: number;
  lineSpacing: number;
  barcode: { height: number; width: number; textPosition: number };
  qr: { cell: number; level: QrLevel };
}

function powerOnStyle(): Style {
  return {
    font: 'A',
    bold: false,
    underline: 0,
    invert: false,
    upsideDown: false,
    smooth: false,
    width: 1,
    height: 1,
    align: 'left',
    codePage: 0,
    lineSpacing: 30,
    barcode: { height: 162, width: 3, textPosition: 0 },
    qr: { cell: 3, level: 'L' },
  };
}

/**
 * Sets commands onto paper: print buffer (the line being filled), styles, and the pieces of paper that came off.
 * Knows nothing of lines, sockets or status; those belong to the machine.
 */
export class Typesetter {
  private style = powerOnStyle();
  private line: Run[] = [];
  private qrStore: string | null = null;
  private sheet = emptySheet();
  private readonly hardware: Mechanics;

  constructor(hardware: Mechanics) {
    this.hardware = hardware;
  }

  /** The paper that hangs out of the printer, not yet cut. */
  get hanging(): Receipt {
    return this.sheet;
  }

  get hasPrinted(): boolean {
    return this.sheet.blocks.some((block) => block.kind !== 'feed');
  }

  /** Notes a refusal on the paper it happened on. */
  refuse(why: string): void {
    this.sheet.errors.push(why);
  }

  /** Forgets the unfinished line and any stored symbol, keeps styles: what a buffer clear does. */
  clearPrintBuffer(): void {
    this.line = [];
    this.qrStore = null;
  }

  /** The paper comes away: at a cut, or (null) because the roll ended. */
  takeSheet(cut: Cut | null): Receipt {
    const done = { ...this.sheet, cut };
    this.sheet = emptySheet();
    return done;
  }

  /** Obeys one command and tells what the mechanism did: moved paper, cut it, or neither. */
  set(command: Command): { printed: boolean; cut: Cut | null } {
    const before = this.sheet.blocks.length;
    const cut = this.obey(command);
    return { printed: this.sheet.blocks.length > before || cut !== null, cut };
  }

  private obey(command: Command): Cut | null {
    const style = this.style;
    switch (command.kind) {
      case 'text':
        this.addText(command.bytes);
        return null;
      case 'line-feed':
        this.printLine(false);
        return null;
      case 'initialize':
        this.clearPrintBuffer();
        this.style = powerOnStyle();
        return null;
      case 'print-mode':
        style.font = command.font;
        style.bold = command.bold;
        style.width = command.width;
        style.height = command.height;
        style.underline = command.underline ? 1 : 0;
        return null;
      case 'size':
        style.width = command.width;
        style.height = command.height;
        return null;
      case 'bold':
        style.bold = command.on;
        return null;
      case 'underline':
        style.underline = command.dots;
        return null;
      case 'invert':
        style.invert = command.on;
        return null;
      case 'upside-down':
        style.upsideDown = command.on;
        return null;
      case 'smoothing':
        style.smooth = command.on && this.hardware.smoothing;
        return null;
      case 'font':
        style.font = command.font;
        return null;
      case 'align':
        style.align = command.align;
        return null;
      case 'code-page':
        style.codePage = command.page;
        return null;
      case 'line-spacing':
        style.lineSpacing = command.dots;
        return null;
      case 'feed-lines':
        this.finishLine();
        if (command.lines > 0) this.add({ kind: 'feed', height: command.lines * style.lineSpacing });
        return null;
      case 'feed-dots':
        this.finishLine();
        if (command.dots > 0) this.add({ kind: 'feed', height: command.dots });
        return null;
      case 'drawer':
        this.sheet.drawerPulses++;
        return null;
      case 'cut':
        this.finishLine();
        if (command.feedDots > 0) this.add({ kind: 'feed', height: command.feedDots });
        if (this.hasPrinted && this.fedSincePrint() < this.hardware.headToCutterDots) {
          this.refuse(`cut through the print: fed only ${this.fedSincePrint()} dots before it`);
        }
        return command.cut;
      case 'barcode-height':
        style.barcode.height = command.dots;
        return null;
      case 'barcode-width':
        style.barcode.width = command.dots;
        return null;
      case 'barcode-text':
        style.barcode.textPosition = command.position;
        return null;
      case 'barcode':
        this.finishLine();
        this.add({
          kind: 'barcode',
          text: command.text,
          bar: style.barcode.width,
          height: style.barcode.height,
          align: style.align,
          textBelow: style.barcode.textPosition >= 2,
        });
        return null;
      case 'qr-cell':
        style.qr.cell = command.dots;
        return null;
      case 'qr-correction':
        style.qr.level = command.level;
        return null;
      case 'qr-data':
        this.qrStore = command.text;
        return null;
      case 'qr-print':
        this.printQr();
        return null;
      case 'raster':
        this.finishLine();
        this.add({
          kind: 'raster',
          widthBytes: command.widthBytes,
          rows: command.height,
          scaleX: command.scaleX,
          scaleY: command.scaleY,
          bits: command.bits,
          align: style.align,
        });
        if (command.widthBytes * 8 * command.scaleX > this.hardware.printableDots)
          this.refuse('raster wider than the head');
        return null;
      case 'presenter':
        if (!this.hardware.presenter) this.refuse('command 1d 65 to a printer without a presenter');
        return null;
      // Nothing of these reaches the paper.
      case 'carriage-return':
      case 'padding':
      case 'character-set':
      case 'barcode-font':
      case 'qr-model':
      case 'process-id':
      case 'transmit-status':
      case 'automatic-status':
      case 'transmit-identity':
      case 'real-time':
        return null;
    }
  }

  private fedSincePrint(): number {
    let fed = 0;
    for (const block of [...this.sheet.blocks].reverse()) {
      if (block.kind !== 'feed') break;
      fed += block.height;
    }
    return fed;
  }

  private add(block: Block): void {
    this.sheet.blocks.push(block);
  }

  private addText(bytes: Uint8Array): void {
    const { codePage, font, bold, underline, invert, upsideDown, width, height, smooth } = this.style;
    const page = CODE_PAGES[codePage]?.name ?? `page ${codePage}`;
    for (const byte of bytes) {
      const text = characterOf(byte, codePage);
      if (text === '\ufffd') this.refuse(`byte ${byte.toString(16)} is empty in ${page}`);
      if (byte >= 0x80 && !this.sheet.codePages.includes(page)) this.sheet.codePages.push(page);
      const run: Run = { text, font, bold, underline, invert, upsideDown, width, height, smooth };
      const used = this.line.reduce((sum, each) => sum + widthOf(each), 0);
      if (used + widthOf(run) > this.hardware.printableDots) this.printLine(true);
      const last = this.line.at(-1);
      if (last && sameStyle(last, run)) last.text += text;
      else this.line.push(run);
    }
  }

  private finishLine(): void {
    if (this.line.length > 0) this.printLine(false);
  }

  private printLine(wrapped: boolean): void {
    const runs = this.line;
    this.line = [];
    if (runs.length === 0) {
      this.add({ kind: 'feed', height: this.style.lineSpacing });
      return;
    }
    const tallest = Math.max(...runs.map((run) => FONT_DOTS[run.font].height * run.height));
    const height = Math.max(tallest, this.style.lineSpacing);
    this.add({ kind: 'line', runs, align: this.style.align, height, wrapped });
  }

  private printQr(): void {
    this.finishLine();
    if (this.qrStore === null) {
      this.refuse('QR printed with nothing stored');
      return;
    }
    const { cell, level } = this.style.qr;
    this.add({ kind: 'qr', text: this.qrStore, cell, level, align: this.style.align });
  }
}

function emptySheet(): Receipt {
  return { blocks: [], cut: null, codePages: [], drawerPulses: 0, errors: [] };
}

function sameStyle(a: Run, b: Run): boolean {
  return (
    a.font === b.font &&
    a.bold === b.bold &&
    a.underline === b.underline &&
    a.invert === b.invert &&
    a.upsideDown === b.upsideDown &&
    a.width === b.width &&
    a.height === b.height &&
    a.smooth === b.smooth
  );
}
