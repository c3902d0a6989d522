import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encode } from '../main/printing/escpos/encode.ts';
import { everySlip } from '../main/printing/every-slip.ts';
import { loadPrinterProfile } from '../main/printing/load-profile.ts';
import { everyPicture } from '../main/printing/pictures.ts';
import { layOut, layOutInterruption } from '../main/printing/receipt/lay-out.ts';
import type { ReceiptLine } from '../main/printing/receipt/receipt-line.ts';
import { decodeReceipts } from '../simulator/printer/escpos/decode.ts';
import { textOf } from '../simulator/printer/escpos/model.ts';
import { HARDWARE, type HardwareName } from '../simulator/printer/hardware.ts';
import { toOneBitPng } from '../simulator/printer/render/one-bit-png.ts';
import { renderPaper } from '../simulator/printer/render/paper.ts';
import { readArguments } from './lib/arguments.ts';

/**
 * Prints every example slip on every profile into `out/slips`, as pictures and as text. `--goldens` writes the pictures of one bit a dot
 * anew, which the tests compare with.
 */
const { values: wishes } = readArguments('npm run slips', { goldens: { type: 'boolean', default: false } });
const root = join(import.meta.dirname, '..');
if (wishes.goldens) {
  await writeGoldens();
  process.exit(0);
}
const out = join(root, 'out', 'slips');
await mkdir(out, { recursive: true });

for (const profileId of Object.keys(HARDWARE) as HardwareName[]) {
  const loaded = loadPrinterProfile(join(root, 'resources', 'printers'), profileId);
  if (!loaded.ok) throw new Error(loaded.problem.detail);
  const profile = loaded.value;
  const hardware = HARDWARE[profileId];
  const slips: Array<[name: string, lines: ReceiptLine[]]> = [['interrupted', layOutInterruption(profile)]];
  for (const language of ['id', 'en'] as const) {
    for (const [name, slip] of everySlip(language))
      slips.push([`${name}-${language}`, layOut(slip, profile)]);
  }
  for (const [name, lines] of slips) {
    const bytes = Buffer.concat(encode(lines, profile));
    const [receipt] = decodeReceipts(bytes, hardware).receipts;
    if (!receipt) throw new Error(`${name} was never cut`);
    if (receipt.errors.length > 0) throw new Error(`${name}: ${receipt.errors.join('; ')}`);
    await writeFile(join(out, `${name}-${profileId}.png`), renderPaper(receipt, hardware));
    await writeFile(join(out, `${name}-${profileId}.txt`), `${textOf(receipt)}\n`);
    process.stdout.write(`out/slips/${name}-${profileId}.png  ${bytes.length} bytes\n`);
  }
}

async function writeGoldens(): Promise<void> {
  const folder = join(root, 'main', 'printing', 'goldens', 'pictures');
  await rm(folder, { recursive: true, force: true });
  for (const id of Object.keys(HARDWARE) as HardwareName[]) {
    await mkdir(join(folder, id), { recursive: true });
    for (const [name, dots] of everyPicture(id))
      await writeFile(join(folder, id, `${name}.png`), toOneBitPng(dots));
  }
}
