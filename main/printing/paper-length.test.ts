import { expect, test } from 'vitest';
import { decodeReceipts } from '../../simulator/printer/escpos/decode.ts';
import { HARDWARE } from '../../simulator/printer/hardware.ts';
import { blockHeights } from '../../simulator/printer/render/head.ts';
import { encode } from './escpos/encode.ts';
import { everySlip } from './every-slip.ts';
import { paperDots, paperMillimetres } from './paper-length.ts';
import { layOut } from './receipt/lay-out.ts';
import { aProfile, SHIPPED } from './testing.ts';

test.each(SHIPPED)('every slip takes as much paper as %s moves for it', (id) => {
  const profile = aProfile(id);
  for (const [name, slip] of everySlip('id')) {
    const lines = layOut(slip, profile);
    const [receipt] = decodeReceipts(Buffer.concat(encode(lines, profile)), HARDWARE[id]).receipts;
    if (!receipt) throw new Error(`${name} was never cut`);
    const moved = blockHeights(receipt).reduce((sum, height) => sum + height, 0);
    expect(paperDots(lines, profile), name).toBe(moved);
  }
});

test('millimetres are whole, and never less than the paper', () => {
  const profile = aProfile('epson-80');
  expect(paperMillimetres([], profile)).toBe(0);
  expect(paperMillimetres([{ kind: 'space', dots: 203 }], profile)).toBe(26);
  expect(paperMillimetres([{ kind: 'cut' }], profile)).toBe(19);
});
