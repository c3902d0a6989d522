import { decodeReceipts } from '../../simulator/printer/escpos/decode.ts';
import { HARDWARE, type HardwareName } from '../../simulator/printer/hardware.ts';
import type { DotBitmap } from '../../simulator/printer/render/bitmap.ts';
import { burn } from '../../simulator/printer/render/head.ts';
import { encode } from './escpos/encode.ts';
import { everySlip } from './every-slip.ts';
import { layOut, layOutInterruption } from './receipt/lay-out.ts';
import { aProfile } from './testing.ts';

/** Every slip on the paper of one printer, dot by dot, by the name of its golden. Throws for a slip that the printer refuses. */
export function everyPicture(id: HardwareName): Array<[name: string, dots: DotBitmap]> {
  const profile = aProfile(id);
  const slips = (['id', 'en'] as const).flatMap((language) =>
    everySlip(language).map(([name, slip]) => [`${name}-${language}`, layOut(slip, profile)] as const),
  );
  return [['interrupted', layOutInterruption(profile)] as const, ...slips].map(([name, lines]) => {
    const [receipt] = decodeReceipts(Buffer.concat(encode(lines, profile)), HARDWARE[id]).receipts;
    if (!receipt) throw new Error(`${name} was never cut`);
    if (receipt.errors.length > 0) throw new Error(`${name}: ${receipt.errors.join('; ')}`);
    return [name, burn(receipt, HARDWARE[id])];
  });
}
