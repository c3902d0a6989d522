import { createHash } from 'node:crypto';
import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder';
import fc from 'fast-check';
import jsQR from 'jsqr';
import { describe, expect, test } from 'vitest';
import { decodeReceipts } from '../../../simulator/printer/escpos/decode.ts';
import { type Block, type Receipt, textOf, widthOf } from '../../../simulator/printer/escpos/model.ts';
import { readRealTime } from '../../../simulator/printer/escpos/read-command.ts';
import { HARDWARE, type HardwareName } from '../../../simulator/printer/hardware.ts';
import { blockHeights, burn } from '../../../simulator/printer/render/head.ts';
import { everySlip } from '../every-slip.ts';
import { EXAMPLE_QR, exampleComplaintSlip, exampleTestSlip } from '../examples.ts';
import type { PrinterProfile } from '../profile.ts';
import { layOut } from '../receipt/lay-out.ts';
import type { Dots, ReceiptLine } from '../receipt/receipt-line.ts';
import { exampleServiceSlip } from '../service-examples.ts';
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
    imageMode: 'raster',
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
    } else if (line.kind === 'barcode') {
      encoder.align('center').barcode(line.text, 'code128', { width: line.bar - 1, height: line.height });
    } else if (line.kind === 'picture') {
      const image = asImage(line.dots);
      encoder.align('center').image(image, image.width, image.height, 'threshold', 128);
    } else if (line.kind === 'cut') encoder.cut('partial');
  }
  return encoder.encode();
}

/** A picture in its full size on paper, as the other encoder wants it. */
function asImage({ widthBytes, rows, bits, scale }: Dots) {
  const width = widthBytes * 8 * scale;
  const height = rows * scale;
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let i = 0; i < width * height; i++) {
    const x = Math.floor((i % width) / scale);
    const y = Math.floor(i / width / scale);
    if (((bits[y * widthBytes + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1) data.fill(0, i * 4, i * 4 + 3);
  }
  return { data, width, height };
}

/** The rows of a raster on paper, one string each: we send half the rows and let the printer double them. */
function rowsOf(block: Extract<Block, { kind: 'raster' }>): string[] {
  const { widthBytes, rows, bits, scaleX, scaleY } = block;
  return Array.from({ length: rows }, (_, y) =>
    [...bits.subarray(y * widthBytes, (y + 1) * widthBytes)]
      .map((byte) =>
        byte
          .toString(2)
          .padStart(8, '0')
          .replace(/./g, (dot) => dot.repeat(scaleX)),
      )
      .join(''),
  ).flatMap((row) => Array<string>(scaleY).fill(row));
}

/** What a reader sees of each line and where it begins, in dots: one encoder centres by command, the other by blanks. */
function wording(receipt: Receipt, paperDots: number): Array<{ seen: unknown; at: number }> {
  return receipt.blocks.flatMap((block): Array<{ seen: unknown; at: number }> => {
    if (block.kind === 'qr')
      return [{ seen: { qr: block.text, level: block.level, cell: block.cell }, at: 0 }];
    if (block.kind === 'barcode')
      return [{ seen: { barcode: block.text, bar: block.bar, height: block.height }, at: 0 }];
    if (block.kind === 'raster') return rowsOf(block).map((row) => ({ seen: row, at: 0 }));
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
  const slips = (['id', 'en'] as const).flatMap((language) =>
    everySlip(language).map(([name, slip]) => [`${name} ${language}`, slip] as const),
  );

  test.each(slips)(
    'the %s slip comes out clean: nothing refused, no line broken by the printer, drawer shut',
    (_name, slip) => {
      const receipt = printed(layOut(slip, profile), profile, id);
      expect(receipt.errors).toEqual([]);
      expect(receipt.drawerPulses).toBe(0);
      expect(receipt.cut).toBe(profile.cutter);
      expect(receipt.blocks.filter((block) => block.kind === 'line' && block.wrapped)).toEqual([]);
    },
  );

  test.each(slips)(
    'a second encoder gives the same words in the same dress for the %s slip',
    (_name, slip) => {
      const drawing = { ...profile, qr: 'native', barcode: 'native' } as const;
      const lines = layOut(slip, drawing);
      const ours = printed(lines, drawing, id);
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
      const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
      const goldens = everySlip(language).map(([name, slip]) => {
        const lines = layOut(slip, profile);
        const paper = printed(lines, profile, id);
        const bytes = sha256(Buffer.concat(encode(lines, profile)));
        const picture = sha256(burn(paper, HARDWARE[id]).dots);
        return `== ${name}\n${textOf(paper)}\nsha256 of the bytes ${bytes}\nsha256 of the dots ${picture}\n`;
      });
      await expect(goldens.join('\n')).toMatchFileSnapshot(`../goldens/paper-${language}-${id}.txt`);
    },
  );

  const withQr = [
    ['complaint', exampleComplaintSlip('id')] as const,
    ['lead', exampleServiceSlip('lead', 'id')] as const,
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

describe('the strict decoder over a slip with foreign bytes', () => {
  const profile = aProfile('epson-80');
  const portions = encode(layOut(exampleComplaintSlip('id'), profile), profile);
  const errorsIn = (bytes: Uint8Array) => {
    const { receipts, hanging } = decodeReceipts(bytes, HARDWARE['epson-80']);
    return [...receipts, hanging].flatMap((piece) => piece.errors);
  };
  /** Written out by hand: what follows ESC, FS and GS in the commands this printer knows. */
  const KNOWN = {
    27: '@!EG{-MatR23dJp',
    28: '.',
    29: '!BbHfwhaIrVvke(',
  } as const;

  test('every two-byte name outside the hand-written list is refused wherever it stands between two commands', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(0x1b as const, 0x1c as const, 0x1d as const),
        fc.nat(255),
        fc.nat(portions.length - 1),
        (first, second, i) => {
          fc.pre(!KNOWN[first].includes(String.fromCharCode(second)));
          const foreign = Uint8Array.of(first, second);
          const bytes = Buffer.concat([...portions.slice(0, i), foreign, ...portions.slice(i)]);
          expect(errorsIn(bytes)[0]).toMatch(/^command 1[bcd] /);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('what moves a presenter is refused where there is none, and an act that it does not know everywhere', () => {
    expect(errorsIn(Uint8Array.of(0x1d, 0x65, 0x02))).toEqual([expect.stringMatching(/without a presenter/)]);
    const { hanging } = decodeReceipts(Uint8Array.of(0x1d, 0x65, 0x04), HARDWARE['custom-80']);
    expect(hanging.errors).toEqual([expect.stringMatching(/^1d 65 04/)]);
  });

  test('every control byte that is no command is refused wherever it stands between two commands', () => {
    const commands = [0x00, 0x0a, 0x0d, 0x10, 0x1b, 0x1c, 0x1d];
    const strays = [...Array(0x20).keys(), 0x7f].filter((byte) => !commands.includes(byte));
    for (const stray of strays) {
      for (let i = 0; i < portions.length; i += 5) {
        const bytes = Buffer.concat([...portions.slice(0, i), Uint8Array.of(stray), ...portions.slice(i)]);
        expect(errorsIn(bytes)[0]).toMatch(/^control byte/);
      }
    }
  });

  test('a byte changed, lost or doubled anywhere never upsets it, and no control character reaches the paper', () => {
    const whole = Buffer.concat(portions);
    let refused = 0;
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), fc.constantFrom(0, 1, 2), (at, byte, kept) => {
        const end = kept === 0 ? at + 1 : at;
        const middle = kept === 1 ? [byte] : kept === 2 ? [byte, whole[at] ?? 0] : [];
        const bytes = Buffer.concat([
          whole.subarray(0, at),
          Buffer.from(middle),
          whole.subarray(kept === 1 ? at + 1 : end),
        ]);
        if (errorsIn(bytes).length > 0) refused++;
        const { receipts, hanging } = decodeReceipts(bytes, HARDWARE['epson-80']);
        for (const piece of [...receipts, hanging]) expect(textOf(piece)).not.toMatch(/[^\P{Cc}\n]/u);
      }),
      { numRuns: 300 },
    );
    expect(refused).toBeGreaterThan(0);
  });
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
