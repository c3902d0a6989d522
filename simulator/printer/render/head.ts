import qrcode from 'qrcode';
import type { Align } from '../escpos/commands.ts';
import { type Block, FONT_DOTS, type Receipt, type Run, widthOf } from '../escpos/model.ts';
import type { Hardware } from '../hardware.ts';
import { DotBitmap } from './bitmap.ts';
import { code128Widths } from './code128.ts';
import { glyphOf } from './glyphs.ts';

/** Burns a receipt dot by dot, as the head does. One dot is 1/203 inch. */
export function burn(receipt: Receipt, hardware: Pick<Hardware, 'printableDots'>): DotBitmap {
  const strips = receipt.blocks.map((block) => ({ block, symbol: symbolOf(block) }));
  const heights = strips.map(({ block, symbol }) => heightOf(block, symbol));
  const page = new DotBitmap(
    hardware.printableDots,
    heights.reduce((sum, height) => sum + height, 0),
  );
  let y = 0;
  strips.forEach(({ block, symbol }, i) => {
    if (block.kind === 'line') setLine(page, block, y);
    else if (symbol && block.kind !== 'feed') {
      page.draw(symbol, startOf(symbol.width, block.align, page.width), y);
    }
    y += heights[i] ?? 0;
  });
  return page;
}

/** Height of each block in dots, in order: where on the burnt page it lies. */
export function blockHeights(receipt: Receipt): number[] {
  return receipt.blocks.map((block) => heightOf(block, symbolOf(block)));
}

function heightOf(block: Block, symbol: DotBitmap | null): number {
  return block.kind === 'line' || block.kind === 'feed' ? block.height : (symbol?.height ?? 0);
}

function startOf(width: number, align: Align, room: number): number {
  if (align === 'left') return 0;
  return align === 'right' ? room - width : Math.floor((room - width) / 2);
}

function setLine(page: DotBitmap, line: Extract<Block, { kind: 'line' }>, top: number): void {
  const width = line.runs.reduce((sum, run) => sum + widthOf(run), 0);
  const tallest = Math.max(...line.runs.map(cellHeight));
  let x = startOf(width, line.align, page.width);
  for (const run of line.runs) {
    setRun(page, run, x, top + tallest - cellHeight(run));
    x += widthOf(run);
  }
}

function setRun(page: DotBitmap, run: Run, left: number, top: number): void {
  const step = FONT_DOTS[run.font].width * run.width;
  [...run.text].forEach((character, i) => {
    if (character !== ' ') page.draw(glyphOf(character, run), left + i * step, top);
  });
  const height = cellHeight(run);
  if (run.underline > 0) page.fill(left, top + height - run.underline, widthOf(run), run.underline);
  if (run.invert) page.invert(left, top, widthOf(run), height);
  if (run.upsideDown) turn(page, left, top, widthOf(run), height);
}

function turn(page: DotBitmap, left: number, top: number, width: number, height: number): void {
  const copy = new DotBitmap(width, height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) copy.set(width - 1 - x, height - 1 - y, page.at(left + x, top + y));
  }
  page.fill(left, top, width, height, false);
  page.draw(copy, left, top);
}

function cellHeight(run: Run): number {
  return FONT_DOTS[run.font].height * run.height;
}

function symbolOf(block: Block): DotBitmap | null {
  if (block.kind === 'qr') return qrDots(block);
  if (block.kind === 'barcode') return barcodeDots(block);
  return block.kind === 'raster' ? rasterDots(block) : null;
}

function qrDots(block: Extract<Block, { kind: 'qr' }>): DotBitmap {
  const { modules } = qrcode.create([{ data: new TextEncoder().encode(block.text), mode: 'byte' }], {
    errorCorrectionLevel: block.level,
  });
  const dots = new DotBitmap(modules.size * block.cell, modules.size * block.cell);
  for (let row = 0; row < modules.size; row++) {
    for (let col = 0; col < modules.size; col++) {
      if (modules.get(row, col)) dots.fill(col * block.cell, row * block.cell, block.cell, block.cell);
    }
  }
  return dots;
}

function barcodeDots(block: Extract<Block, { kind: 'barcode' }>): DotBitmap {
  const widths = code128Widths(block.text);
  const total = widths.reduce((sum, width) => sum + width, 0) * block.bar;
  const textHeight = block.textBelow ? FONT_DOTS.A.height + 4 : 0;
  const dots = new DotBitmap(total, block.height + textHeight);
  let x = 0;
  widths.forEach((width, i) => {
    if (i % 2 === 0) dots.fill(x, 0, width * block.bar, block.height);
    x += width * block.bar;
  });
  if (block.textBelow) {
    const run: Run = { ...PLAIN, text: block.text };
    setRun(dots, run, Math.floor((total - widthOf(run)) / 2), block.height + 4);
  }
  return dots;
}

const PLAIN: Omit<Run, 'text'> = {
  font: 'A',
  bold: false,
  underline: 0,
  invert: false,
  upsideDown: false,
  width: 1,
  height: 1,
  smooth: false,
};

function rasterDots(block: Extract<Block, { kind: 'raster' }>): DotBitmap {
  const plain = new DotBitmap(block.widthBytes * 8, block.rows);
  for (let i = 0; i < plain.dots.length; i++) {
    plain.dots[i] = ((block.bits[i >> 3] ?? 0) >> (7 - (i & 7))) & 1;
  }
  const large = new DotBitmap(plain.width * block.scaleX, plain.height * block.scaleY);
  large.draw(plain, 0, 0, block.scaleX, block.scaleY);
  return large;
}
