import { z } from 'zod';
import { readArguments } from '../../scripts/lib/arguments.ts';
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

const given = readArguments('node simulator/printer/main.ts', {
  port: { type: 'string', takes: 'PORT' },
  control: { type: 'string', takes: 'PORT' },
  out: { type: 'string', takes: 'FOLDER' },
  profile: { type: 'string', of: Object.keys(HARDWARE) },
});
const read = Options.safeParse(given.values);
const options = read.success
  ? read.data
  : given.refuse(z.prettifyError(read.error).replaceAll(/\s*\n\s*/g, ' '));
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
