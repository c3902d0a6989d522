import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { readContent } from '../main/content/read.ts';
import { encode } from '../main/printing/escpos/encode.ts';
import { everySlip } from '../main/printing/every-slip.ts';
import { loadPrinterProfile } from '../main/printing/load-profile.ts';
import { everyPicture } from '../main/printing/pictures.ts';
import { layOut, layOutInterruption } from '../main/printing/receipt/lay-out.ts';
import type { ReceiptLine } from '../main/printing/receipt/receipt-line.ts';
import type { KioskContent } from '../shared/contract/content.ts';
import { decodeReceipts } from '../simulator/printer/escpos/decode.ts';
import { textOf } from '../simulator/printer/escpos/model.ts';
import { HARDWARE, type HardwareName } from '../simulator/printer/hardware.ts';
import { toOneBitPng } from '../simulator/printer/render/one-bit-png.ts';
import { renderPaper } from '../simulator/printer/render/paper.ts';
import { readArguments } from './lib/arguments.ts';
import { slipsOfPack } from './slips-of-pack.ts';

/**
 * Prints every example slip on every profile into `out/slips`, as pictures and as text. `--pack FOLDER` prints what a content pack
 * makes of example answers in their place. `--goldens` writes the pictures of one bit a dot anew, which the tests compare with.
 */
const { values: wishes, refuse } = readArguments('npm run slips', {
  goldens: { type: 'boolean', default: false },
  pack: { type: 'string', takes: 'FOLDER' },
});
const root = join(import.meta.dirname, '..');
if (wishes.goldens) {
  await writeGoldens();
  process.exit(0);
}
const now = Date.now();
const pack = wishes.pack === undefined ? null : contentOf(wishes.pack);
const out = join(root, 'out', 'slips', ...(pack === null ? [] : ['pack']));
await mkdir(out, { recursive: true });

for (const profileId of Object.keys(HARDWARE) as HardwareName[]) {
  const loaded = loadPrinterProfile(join(root, 'resources', 'printers'), profileId);
  if (!loaded.ok) throw new Error(loaded.problem.detail);
  const profile = loaded.value;
  const hardware = HARDWARE[profileId];
  const slips: Array<[name: string, lines: ReceiptLine[]]> = [['interrupted', layOutInterruption(profile)]];
  for (const language of ['id', 'en'] as const) {
    const made = pack === null ? everySlip(language) : slipsOfPack(pack, language, now);
    for (const [name, slip] of made) slips.push([`${name}-${language}`, layOut(slip, profile)]);
  }
  for (const [name, lines] of slips) {
    const bytes = Buffer.concat(encode(lines, profile));
    const [receipt] = decodeReceipts(bytes, hardware).receipts;
    if (!receipt) throw new Error(`${name} was never cut`);
    if (receipt.errors.length > 0) throw new Error(`${name}: ${receipt.errors.join('; ')}`);
    await writeFile(join(out, `${name}-${profileId}.png`), renderPaper(receipt, hardware));
    await writeFile(join(out, `${name}-${profileId}.txt`), `${textOf(receipt)}\n`);
    process.stdout.write(`${relative(root, join(out, `${name}-${profileId}.png`))}  ${bytes.length} bytes\n`);
  }
}

function contentOf(folder: string): KioskContent {
  const read = readContent(folder, { now: () => now, monotonic: () => 0 });
  return read.ok ? read.value : refuse(`${folder} is no content pack (${read.problem.detail})`);
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
