import fc from 'fast-check';
import { CharacterSet, PrinterTypes, ThermalPrinter } from 'node-thermal-printer';
import { expect, test } from 'vitest';
import { HARDWARE } from '../hardware.ts';
import { decodeReceipts } from './decode.ts';
import { textOf } from './model.ts';

const epson = HARDWARE['epson-80'];

function bytes(...parts: Array<string | number[]>): Uint8Array {
  return Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...part].map((each) => each.charCodeAt(0)) : part)),
  );
}

function builder(): ThermalPrinter {
  return new ThermalPrinter({
    type: PrinterTypes.EPSON,
    interface: '',
    characterSet: CharacterSet.PC858_EURO,
  });
}

test('what node-thermal-printer sends is understood: text, styles, code page, QR, barcode, cut', () => {
  const b = builder();
  b.alignCenter();
  b.bold(true);
  b.println('Résumé');
  b.bold(false);
  b.setTypeFontB();
  b.invert(true);
  b.println('kecil');
  b.invert(false);
  b.printQR('TIKET', { cellSize: 5, correction: 'M' });
  b.code128('B4K2', { height: 60 });
  b.cut();
  const { receipts, hanging } = decodeReceipts(b.getBuffer(), epson);
  expect(receipts).toHaveLength(1);
  const receipt = receipts[0];
  expect(receipt?.errors).toEqual([]);
  expect(receipt?.codePages).toEqual(['PC858']);
  expect(receipt?.cut).toBe('full');
  expect(receipt?.blocks.map((block) => block.kind)).toEqual([
    'line',
    'line',
    'qr',
    'barcode',
    'feed',
    'feed',
  ]);
  expect(receipt?.blocks[0]).toMatchObject({ align: 'center', runs: [{ text: 'Résumé', bold: true }] });
  expect(receipt?.blocks[1]).toMatchObject({
    runs: [{ text: 'kecil', font: 'B', invert: true, bold: false }],
  });
  expect(receipt?.blocks[2]).toMatchObject({ text: 'TIKET', cell: 5, level: 'M' });
  expect(hanging.blocks).toEqual([]);
});

test('the library swaps height and width, and the decoder shows it', () => {
  const b = builder();
  b.setTextSize(0, 2);
  b.println('x');
  const { hanging } = decodeReceipts(b.getBuffer(), epson);
  expect(hanging.blocks[0]).toMatchObject({ runs: [{ width: 1, height: 3 }] });
});

test.each([
  ['an unknown escape command', bytes([0x1b, 0x7a])],
  ['a stray control character', bytes('a', [0x07], 'b\n')],
  ['DEL', bytes([0x7f])],
  ['an unknown code page', bytes([0x1b, 0x74, 99])],
  ['an alignment that does not exist', bytes([0x1b, 0x61, 7])],
  ['an unknown GS ( function', bytes([0x1d, 0x28, 0x5a, 2, 0, 1, 1])],
  ['a QR printed with nothing stored', bytes([0x1d, 0x28, 0x6b, 3, 0, 0x31, 0x51, 0x30])],
  ['a QR whose bytes are not ASCII', bytes([0x1d, 0x28, 0x6b, 5, 0, 0x31, 0x50, 0x30, 0xc3, 0xa9])],
  ['a raster cut short', bytes([0x1d, 0x76, 0x30, 0, 2, 0, 2, 0, 1, 2, 3])],
  ['a raster wider than the head', bytes([0x1d, 0x76, 0x30, 0, 73, 0, 1, 0], Array(73).fill(0))],
  ['a byte the code page leaves empty', bytes([0x1b, 0x74, 16, 0x81, 0x0a])],
  ['a cut through the last line', bytes('last line\n', [0x1d, 0x56, 0])],
])('%s is refused and recorded', (_what, sent) => {
  const { receipts, hanging } = decodeReceipts(sent, epson);
  expect([...receipts.flatMap((receipt) => receipt.errors), ...hanging.errors]).toHaveLength(1);
});

test('a cash drawer pulse hidden in text is seen', () => {
  const { hanging } = decodeReceipts(bytes('Siti', [0x1b, 0x70, 0, 25, 250], '\n'), epson);
  expect(hanging.drawerPulses).toBe(1);
});

test('a line that does not fit is broken by the printer and marked', () => {
  const { hanging } = decodeReceipts(bytes('x'.repeat(50), [0x0a]), epson);
  expect(hanging.blocks).toMatchObject([{ wrapped: true }, { wrapped: false }]);
  expect(
    textOf(hanging)
      .split('\n')
      .map((line) => line.length),
  ).toEqual([48, 2]);
});

test('whatever arrives, no control character reaches the paper', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (noise) => {
      const { receipts, hanging } = decodeReceipts(noise, epson);
      const pieces = [...receipts, hanging];
      for (const piece of pieces) {
        for (const block of piece.blocks) {
          if (block.kind === 'line')
            expect(block.runs.map((run) => run.text).join('')).not.toMatch(/\p{Cc}/u);
        }
      }
    }),
  );
});
