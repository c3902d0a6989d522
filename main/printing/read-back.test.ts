import { BinaryBitmap, Code128Reader, GlobalHistogramBinarizer, RGBLuminanceSource } from '@zxing/library';
import jsQR from 'jsqr';
import { describe, expect, test } from 'vitest';
import type { Slip } from '../../shared/domain/slip.ts';
import { decodeReceipts } from '../../simulator/printer/escpos/decode.ts';
import type { Receipt } from '../../simulator/printer/escpos/model.ts';
import { HARDWARE, type HardwareName } from '../../simulator/printer/hardware.ts';
import type { DotBitmap } from '../../simulator/printer/render/bitmap.ts';
import { burn } from '../../simulator/printer/render/head.ts';
import { encode } from './escpos/encode.ts';
import { everySlip } from './every-slip.ts';
import { EXAMPLE_QR, exampleComplaintSlip } from './examples.ts';
import type { PrinterProfile } from './profile.ts';
import { layOut } from './receipt/lay-out.ts';
import { aProfile, SHIPPED } from './testing.ts';

/** The paper of a slip, dot by dot, as the head burnt it. */
function paperOf(slip: Slip, profile: PrinterProfile, id: HardwareName): DotBitmap {
  const bytes = Buffer.concat(encode(layOut(slip, profile), profile));
  const [receipt] = decodeReceipts(bytes, HARDWARE[id]).receipts;
  if (!receipt) throw new Error('nothing was cut');
  expect(receipt.errors).toEqual([]);
  return burn(receipt satisfies Receipt, HARDWARE[id]);
}

/** Every CODE128 that a reader of another make finds when it sweeps down the paper, as a hand does. */
function barcodesOn(paper: DotBitmap): string[] {
  const found = new Set<string>();
  const height = 32;
  for (let top = 0; top + height <= paper.height; top += height) {
    const strip = paper.toRgba(top, height);
    const grey = new Uint8ClampedArray(paper.width * height);
    for (let i = 0; i < grey.length; i++) grey[i] = strip[i * 4] ?? 255;
    const source = new RGBLuminanceSource(grey, paper.width, height);
    try {
      found.add(new Code128Reader().decode(new BinaryBitmap(new GlobalHistogramBinarizer(source))).getText());
    } catch {
      // No barcode here: the reader says so by throwing.
    }
  }
  return [...found];
}

/** The one QR of a slip. The reader is shown a window the size of a hand, sliding down, as a camera is. */
function qrOn(paper: DotBitmap): string | null {
  const height = 640;
  for (let top = 0; top < paper.height; top += 210) {
    const rows = Math.min(height, paper.height - top);
    const read = jsQR(paper.toRgba(top, rows), paper.width, rows, { inversionAttempts: 'dontInvert' })?.data;
    if (read) return read;
  }
  return null;
}

describe.each(SHIPPED.map((id, at) => [id, at] as const))('on the paper of %s', (id, nth) => {
  const shipped = aProfile(id);
  // A slip is read in one language here and in the other on the next printer: reading costs most of the time.
  const inEnglish = everySlip('en');
  const cases = everySlip('id').map(([name, slip], at) => {
    const english = inEnglish[at]?.[1];
    return (at + nth) % 2 === 1 && english
      ? ([`${name} en`, english] as const)
      : ([`${name} id`, slip] as const);
  });

  test.each(cases)('%s: QR and barcode read back as what was meant', (_name, { facts, ...slip }) => {
    const paper = paperOf({ ...slip, facts }, shipped, id);
    expect(qrOn(paper)).toBe(('qrText' in facts ? facts.qrText : undefined) ?? null);
    expect(barcodesOn(paper)).toEqual('number' in facts && facts.number ? [facts.number] : []);
  });

  test.each(['native', 'raster'] as const)('%s drawing gives the same to read', (drawn) => {
    const paper = paperOf(exampleComplaintSlip('id'), { ...shipped, qr: drawn, barcode: drawn }, id);
    expect(qrOn(paper)).toBe(EXAMPLE_QR);
    expect(barcodesOn(paper)).toEqual(['B4K3-BDBQ']);
  });

  test('a printer without barcodes leaves it out, and nothing else', () => {
    for (const [, slip] of everySlip('id')) {
      const without = layOut(slip, { ...shipped, barcode: 'none' });
      const withIt = layOut(slip, { ...shipped, barcode: 'native' });
      const rest = withIt.filter((line, i) => line.kind !== 'barcode' && withIt[i + 1]?.kind !== 'barcode');
      expect(without).toEqual(rest);
    }
  });
});
