import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Config } from '../../main/config/schema.ts';

const HubFacts = z.looseObject({ url: z.url(), enrolmentCode: z.string() });
const PrinterFacts = z.looseObject({ port: z.number().int() });

/**
 * Writes the configuration of a kiosk that uses the hub and the printer of this run; both have new addresses each time.
 * @param hubFacts what the hub said when it was ready
 * @param printerFacts what the printer said when it was ready
 */
export function writeKioskConfig(folder: string, hubFacts: unknown, printerFacts: unknown): void {
  const hub = HubFacts.parse(hubFacts);
  const printer = PrinterFacts.parse(printerFacts);
  const config: z.input<typeof Config> = {
    hubUrl: hub.url,
    enrolmentCode: hub.enrolmentCode,
    // Vacancies and products that are shipped are examples; a developer wants to see them.
    trainingMode: true,
    audio: 'speaker',
    printer: { profile: 'epson-80', address: `tcp://127.0.0.1:${printer.port}` },
    officeName: 'Kantor Pos Contoh',
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'config.json'), JSON.stringify(Config.parse(config), null, 2));
}
