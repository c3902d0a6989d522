import { join } from 'node:path';
import { unreachable } from '../../shared/lib/unreachable.ts';
import type { HardwareName } from '../../simulator/printer/hardware.ts';
import { loadPrinterProfile } from './load-profile.ts';
import type { PrinterProfile } from './profile.ts';
import type { ReceiptLine } from './receipt/receipt-line.ts';

/** The profiles that ship, each with the software printer of the same name. */
export const SHIPPED: readonly HardwareName[] = [
  'epson-80',
  'generic-80',
  'generic-58',
  'star-80',
  'custom-80',
];

export function aProfile(id: HardwareName, change: Partial<PrinterProfile> = {}): PrinterProfile {
  const loaded = loadPrinterProfile(join(import.meta.dirname, '../../resources/printers'), id);
  if (!loaded.ok) throw new Error(loaded.problem.detail);
  return { ...loaded.value, ...change };
}

/** A slip as a person reads it: one row per line, its look in front, centred text centred. */
export function readable(lines: readonly ReceiptLine[], columns: number): string {
  return lines
    .map((line) => {
      switch (line.kind) {
        case 'text': {
          const text = line.runs
            .map((run) => (run.inverted ? `[${run.text}]` : run.bold ? `*${run.text}*` : run.text))
            .join('');
          const left = line.align === 'center' ? Math.max(0, Math.floor((columns - text.length) / 2)) : 0;
          return `${line.font}${line.width}x${line.height} ${' '.repeat(left)}${text}`.trimEnd();
        }
        case 'picture':
          return `pic  ${line.what} ${line.dots.widthBytes * 8 * line.dots.scale}x${line.dots.rows * line.dots.scale}`;
        case 'qr':
          return `qr   cell ${line.cell}, ${line.text.length} characters`;
        case 'barcode':
          return `bars ${line.bar} dots, ${line.height} high, ${line.text}`;
        case 'space':
          return `space ${line.dots}`;
        case 'cut':
          return 'cut';
        default:
          return unreachable(line);
      }
    })
    .join('\n');
}
