import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encode } from '../main/printing/escpos/encode.ts';
import { exampleComplaintSlip, exampleEmergencySlip, exampleTestSlip } from '../main/printing/examples.ts';
import { loadPrinterProfile } from '../main/printing/load-profile.ts';
import { layOut, layOutInterruption } from '../main/printing/receipt/lay-out.ts';
import type { ReceiptLine } from '../main/printing/receipt/receipt-line.ts';
import { exampleServiceSlip, SERVICE_EXAMPLES } from '../main/printing/service-examples.ts';
import { decodeReceipts } from '../simulator/printer/escpos/decode.ts';
import { textOf } from '../simulator/printer/escpos/model.ts';
import { HARDWARE } from '../simulator/printer/hardware.ts';
import { renderPaper } from '../simulator/printer/render/paper.ts';

/** Prints every example slip on every profile into `out/slips`, as pictures and as text. */
const root = join(import.meta.dirname, '..');
const out = join(root, 'out', 'slips');
await mkdir(out, { recursive: true });

for (const profileId of ['epson-80', 'generic-58'] as const) {
  const loaded = loadPrinterProfile(join(root, 'resources', 'printers'), profileId);
  if (!loaded.ok) throw new Error(loaded.problem.detail);
  const profile = loaded.value;
  const hardware = HARDWARE[profileId];
  const slips: Array<[name: string, lines: ReceiptLine[]]> = [['interrupted', layOutInterruption(profile)]];
  for (const language of ['id', 'en'] as const) {
    slips.push(
      [`complaint-${language}`, layOut(exampleComplaintSlip(language), profile)],
      [`complaint-copy-${language}`, layOut(exampleComplaintSlip(language, 1), profile)],
      [`emergency-${language}`, layOut(exampleEmergencySlip(language), profile)],
      ...SERVICE_EXAMPLES.map((example): [string, ReceiptLine[]] => [
        `${example}-${language}`,
        layOut(exampleServiceSlip(example, language), profile),
      ]),
      [`test-${language}`, layOut(exampleTestSlip(language), profile)],
    );
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
