import { parseArgs } from 'node:util';
import { z } from 'zod';
import { openPrinterControl } from './control.ts';
import { HARDWARE, type HardwareName } from './hardware.ts';
import { startSoftwarePrinter } from './software-printer.ts';

const Port = z.coerce.number().int().min(0).max(65_535);
const Options = z.object({
  port: Port.default(9100),
  control: Port.default(9101),
  out: z.string().min(1).optional(),
  profile: z.enum(Object.keys(HARDWARE) as [HardwareName, ...HardwareName[]]).default('epson-80'),
});

const given = parseArgs({
  options: {
    port: { type: 'string' },
    control: { type: 'string' },
    out: { type: 'string' },
    profile: { type: 'string' },
  },
});
const options = Options.parse(given.values);
const printer = await startSoftwarePrinter({
  port: options.port,
  profile: options.profile,
  ...(options.out === undefined ? {} : { outDir: options.out }),
});
const control = await openPrinterControl(printer, options.control);
process.stdout.write(`${JSON.stringify({ ready: true, port: printer.port, controlPort: control.port })}\n`);

async function stop(): Promise<void> {
  await control.close();
  await printer.close();
  process.exit(0);
}
process.once('SIGTERM', () => void stop());
process.once('SIGINT', () => void stop());
