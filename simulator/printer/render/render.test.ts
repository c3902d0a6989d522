import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { decodeReceipts } from '../escpos/decode.ts';
import { HARDWARE } from '../hardware.ts';
import { code128Widths } from './code128.ts';
import { burn } from './head.ts';
import { renderPaper } from './paper.ts';

const epson = HARDWARE['epson-80'];

function ascii(text: string): number[] {
  return [...text].map((each) => each.charCodeAt(0));
}

function qrBytes(text: string): Uint8Array {
  const size = text.length + 3;
  return Uint8Array.from([
    ...[0x1b, 0x61, 1],
    ...[0x1d, 0x28, 0x6b, 3, 0, 0x31, 0x43, 6],
    ...[0x1d, 0x28, 0x6b, size & 255, size >> 8, 0x31, 0x50, 0x30, ...ascii(text)],
    ...[0x1d, 0x28, 0x6b, 3, 0, 0x31, 0x51, 0x30],
    ...[0x1b, 0x64, 8, 0x1d, 0x56, 1],
  ]);
}

test('a QR on the picture is read back by an independent reader', () => {
  const [receipt] = decodeReceipts(qrBytes('PMK1.B4K2-L7M9'), epson).receipts;
  if (!receipt) throw new Error('nothing was cut');
  const picture = PNG.sync.read(Buffer.from(renderPaper(receipt, epson)));
  expect(jsQR(new Uint8ClampedArray(picture.data), picture.width, picture.height)?.data).toBe(
    'PMK1.B4K2-L7M9',
  );
});

test('a line is burnt inside its cells: nothing left of it, nothing below it', () => {
  const { hanging } = decodeReceipts(Uint8Array.from([0x1b, 0x61, 2, ...ascii('Hj'), 0x0a]), epson);
  const dots = burn(hanging, epson);
  expect([dots.width, dots.height]).toEqual([576, 30]);
  const black = [...dots.dots.keys()].filter((i) => dots.dots[i] === 1);
  expect(black.length).toBeGreaterThan(60);
  expect(Math.min(...black.map((i) => i % 576))).toBeGreaterThanOrEqual(576 - 24);
  expect(Math.max(...black.map((i) => Math.floor(i / 576)))).toBeLessThan(24);
});

test('a doubled raster puts each dot on the paper four times', () => {
  const { hanging } = decodeReceipts(Uint8Array.from([0x1d, 0x76, 0x30, 3, 1, 0, 1, 0, 0b10000001]), epson);
  const dots = burn(hanging, epson);
  expect([...dots.dots.keys()].filter((i) => dots.dots[i] === 1)).toEqual([0, 1, 14, 15, 576, 577, 590, 591]);
});

test('every barcode symbol is eleven modules wide and the stop thirteen', () => {
  const widths = code128Widths('B4K2-L7M9');
  expect(widths.reduce((sum, width) => sum + width, 0)).toBe(11 * 11 + 13);
  const everything = String.fromCharCode(...Array.from({ length: 95 }, (_, i) => 0x20 + i));
  const all = code128Widths(everything);
  for (let i = 0; i < all.length - 7; i += 6) {
    expect(all.slice(i, i + 6).reduce((sum, width) => sum + width, 0)).toBe(11);
  }
});
