import { createHash } from 'node:crypto';
import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder';
import fc from 'fast-check';
import jsQR from 'jsqr';
import { describe, expect, test } from 'vitest';
import { decodeReceipts } from '../../../simulator/printer/escpos/decode.ts';
import { type Receipt, textOf, widthOf } from '../../../simulator/printer/escpos/model.ts';
import { readRealTime } from '../../../simulator/printer/escpos/read-command.ts';
import { HARDWARE, type HardwareName } from '../../../simulator/printer/hardware.ts';
import { blockHeights, burn } from '../../../simulator/printer/render/head.ts';
import { EXAMPLE_QR, exampleComplaintSlip, exampleEmergencySlip, exampleTestSlip } from '../examples.ts';
import type { PrinterProfile } from '../profile.ts';
import { layOut } from '../receipt/lay-out.ts';
import type { ReceiptLine } from '../receipt/receipt-line.ts';
import { exampleServiceSlip, SERVICE_EXAMPLES } from '../service-examples.ts';
import { aProfile, SHIPPED } from '../testing.ts';
import { encode } from './encode.ts';

function printed(lines: readonly ReceiptLine[], profile: PrinterProfile, id: HardwareName): Receipt {
  const { receipts, hanging } = decodeReceipts(Buffer.concat(encode(lines, profile)), HARDWARE[id]);
  const [receipt] = receipts;
  if (!receipt || receipts.length !== 1) throw new Error('one receipt was expected');
  expect(hanging.blocks).toEqual([]);
  expect(hanging.errors).toEqual([]);
  return receipt;
}

/** The slip built by another hand: the same lines through an encoder that shares no code with ours. */
function secondOpinion(lines: readonly ReceiptLine[], profile: PrinterProfile): Uint8Array {
  const encoder = new ReceiptPrinterEncoder({
    language: 'esc-pos',
    columns: profile.columns,
    codepageMapping: 'epson',
    newline: '\n',
    feedBeforeCut: 4,
    errors: 'strict',
  });
  encoder.initialize().codepage(profile.codePage === 'PC437_USA' ? 'cp437' : 'cp858');
  for (const line of lines) {
    if (line.kind === 'text') {
      encoder.align(line.align).font(line.font).size(line.width, line.height);
      for (const run of line.runs)
        encoder
          .bold(run.bold === true)
          .invert(run.inverted === true)
          .text(run.text);
      encoder.newline();
    } else if (line.kind === 'qr') {
      encoder.align('center').qrcode(line.text, { size: line.cell, errorlevel: 'm' });
    } else if (line.kind === 'cut') encoder.cut('partial');
  }
  return encoder.encode();
}

/** What a reader sees of each line and where it begins, in dots: one encoder centres by command, the other by blanks. */
function wording(receipt: Receipt, paperDots: number): Array<{ seen: unknown; at: number }> {
  return receipt.blocks.flatMap((block): Array<{ seen: unknown; at: number }> => {
    if (block.kind === 'qr')
      return [{ seen: { qr: block.text, level: block.level, cell: block.cell }, at: 0 }];
    if (block.kind !== 'line') return [];
    const whole = block.runs.reduce((sum, run) => sum + widthOf(run), 0);
    let x = block.align === 'center' ? (paperDots - whole) / 2 : 0;
    let at: number | null = null;
    const seen: unknown[] = [];
    for (const run of block.runs) {
      const blank = run.invert ? '' : (run.text.match(/^ */)?.[0] ?? '');
      const text = run.invert ? run.text : run.text.trim();
      if (text !== '') {
        at ??= x + widthOf({ ...run, text: blank });
        const { font, bold, invert, width, height } = run;
        seen.push({ text, font, bold, invert, width, height });
      }
      x += widthOf(run);
    }
    return at === null ? [] : [{ seen, at }];
  });
}

describe.each(SHIPPED)('on %s', (id) => {
  const profile = aProfile(id);
  const slips = (['id', 'en'] as const).flatMap((language) => [
    [`complaint ${language}`, exampleComplaintSlip(language)] as const,
    [`copy ${language}`, exampleComplaintSlip(language, 2)] as const,
    [`emergency ${language}`, exampleEmergencySlip(language)] as const,
    [`test ${language}`, exampleTestSlip(language)] as const,
    ...SERVICE_EXAMPLES.map(
      (example) => [`${example} ${language}`, exampleServiceSlip(example, language)] as const,
    ),
  ]);

  test.each(slips)(
    'the %s slip comes out clean: nothing refused, no line broken by the printer, drawer shut',
    (_name, slip) => {
      const receipt = printed(layOut(slip, profile), profile, id);
      expect(receipt.errors).toEqual([]);
      expect(receipt.drawerPulses).toBe(0);
      expect(receipt.cut).toBe('partial');
      expect(receipt.blocks.filter((block) => block.kind === 'line' && block.wrapped)).toEqual([]);
    },
  );

  test.each(slips)(
    'a second encoder gives the same words in the same dress for the %s slip',
    (_name, slip) => {
      const lines = layOut(slip, { ...profile, qr: 'native' });
      const ours = printed(lines, { ...profile, qr: 'native' }, id);
      const [theirs] = decodeReceipts(secondOpinion(lines, profile), HARDWARE[id]).receipts;
      if (!theirs) throw new Error('the second encoder never cut');
      const mine = wording(ours, profile.dots);
      const other = wording(theirs, profile.dots);
      expect(other.map(({ seen }) => seen)).toEqual(mine.map(({ seen }) => seen));
      other.forEach(({ at }, i) => {
        // Blanks centre to the width of one large letter at best.
        expect(Math.abs(at - (mine[i]?.at ?? -999))).toBeLessThanOrEqual(48);
      });
    },
  );

  test.each(['id', 'en'] as const)(
    'bytes and paper of the %s slips are the ones that were looked at',
    async (language) => {
      const goldens = [exampleComplaintSlip(language), exampleEmergencySlip(language)].map((slip) => {
        const lines = layOut(slip, profile);
        const sha256 = createHash('sha256')
          .update(Buffer.concat(encode(lines, profile)))
          .digest('hex');
        return `${textOf(printed(lines, profile, id))}\nsha256 of the bytes ${sha256}\n`;
      });
      await expect(goldens.join('\n')).toMatchFileSnapshot(`../goldens/paper-${language}-${id}.txt`);
    },
  );

  const withQr = [
    ['complaint', exampleComplaintSlip('id')] as const,
    ...(['registration', 'lead', 'interest', 'follow-up'] as const).map(
      (example) => [example, exampleServiceSlip(example, 'id')] as const,
    ),
  ];

  test.each(
    withQr.flatMap(([name, slip]) => (['native', 'raster'] as const).map((qr) => [qr, name, slip] as const)),
  )('the %s QR of the %s slip is read back from the picture of the paper', (qr, _name, slip) => {
    const drawing = { ...profile, qr };
    const receipt = printed(layOut(slip, drawing), drawing, id);
    const heights = blockHeights(receipt);
    // From the thread above it to the thread below: with whatever room layout really left around it.
    const frame = receipt.blocks.flatMap((block, i) =>
      block.kind === 'raster' && block.rows === 12 ? [i] : [],
    );
    const [first = 0, last = 0] = frame;
    expect(frame).toHaveLength(2);
    const above = (until: number) => heights.slice(0, until).reduce((sum, height) => sum + height, 0);
    const paper = burn(receipt, HARDWARE[id]);
    const height = above(last + 1) - above(first);
    expect(jsQR(paper.toRgba(above(first), height), paper.width, height)?.data).toBe(EXAMPLE_QR);
  });

  test('a whole slip is small, and no portion could fill a receive buffer', () => {
    const portions = encode(layOut(exampleComplaintSlip('id', 2), profile), profile);
    expect(Buffer.concat(portions).length).toBeLessThan(8000);
    for (const portion of portions) {
      expect(portion.length).toBeGreaterThan(0);
      expect(portion.length).toBeLessThan(1000);
    }
  });

  test('every portion ends between two commands', () => {
    const portions = encode(layOut(exampleComplaintSlip('en'), profile), profile);
    for (const portion of portions) {
      const { receipts, hanging } = decodeReceipts(portion, HARDWARE[id]);
      for (const piece of [...receipts, hanging]) {
        expect(piece.errors.filter((error) => /inside a command|command|control/.test(error))).toEqual([]);
      }
    }
  });

  test('no slip spells a real-time command by accident, and no control character of any text gets through', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 200 }),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
        (qrText, unkind) => {
          const slip = exampleTestSlip('id');
          if (slip.facts.kind !== 'test') throw new Error('not a test slip');
          const facts = { ...slip.facts, qrText, officeName: unkind, printerName: unkind };
          const lines = layOut({ ...slip, facts }, profile);
          const bytes = Buffer.concat(encode(lines, profile));
          for (let at = bytes.indexOf(0x10); at !== -1; at = bytes.indexOf(0x10, at + 1)) {
            expect(readRealTime(bytes, at).read).not.toBe('command');
          }
          const receipt = printed(lines, profile, id);
          expect(receipt.errors).toEqual([]);
          expect(receipt.drawerPulses).toBe(0);
        },
      ),
      { numRuns: 25 },
    );
  }, 60_000);
});

test('dots that would spell a real-time command get one dot more', () => {
  const bits = Uint8Array.of(0x10, 0x04, 0x01, 0x10, 0x14, 0x08, 0x10, 0x05, 0x10);
  const picture: ReceiptLine = {
    kind: 'picture',
    what: 'unlucky',
    dots: { widthBytes: 9, rows: 1, bits, scale: 1 },
  };
  const bytes = Buffer.concat(encode([picture], aProfile('epson-80')));
  expect([...bytes.subarray(-9)]).toEqual([0x18, 0x04, 0x01, 0x18, 0x14, 0x08, 0x18, 0x05, 0x18]);
  expect(bits[0]).toBe(0x10);
});

test('text that never went through layout is a broken promise, not a print', () => {
  const text = (run: string): ReceiptLine => ({
    kind: 'text',
    runs: [{ text: run }],
    align: 'left',
    font: 'A',
    width: 1,
    height: 1,
  });
  expect(() => encode([text('\u001bp\u0000')], aProfile('epson-80'))).toThrow('unprintable');
  expect(() => encode([{ kind: 'qr', text: 'é', cell: 6 }], aProfile('epson-80'))).toThrow('ASCII');
});

test('printing twice gives the same bytes: nothing is left over from the first time', () => {
  const profile = aProfile('epson-80');
  const lines = layOut(exampleComplaintSlip('id'), profile);
  expect(encode(lines, profile)).toEqual(encode(lines, profile));
});
