import type { Clock } from '../../../shared/lib/clock.ts';
import type { PrinterPort, PrintOptions } from './port.ts';
import { createPrinterPort, lineTo, type PrinterPortOptions } from './printer-port.ts';

export const realClock: Clock = { now: () => Date.now(), monotonic: () => performance.now() };

/** Short patience, so that tests of silence are quick. Long enough for a busy machine to answer on loopback. */
export const shortPatience = { connectMs: 1500, answerMs: 600, slipMs: 1500 };

/** A port to 127.0.0.1:`tcpPort`. */
export function aPort(
  tcpPort: number,
  options: Partial<Omit<PrinterPortOptions, 'profile'>> & {
    dialect?: PrinterPortOptions['profile']['statusDialect'];
  } = {},
): PrinterPort {
  const { dialect = 'epson', ...rest } = options;
  return createPrinterPort({
    openLine: lineTo({ kind: 'tcp', host: '127.0.0.1', port: tcpPort }),
    profile: { statusDialect: dialect, patience: shortPatience },
    clock: realClock,
    interruptedNote: Buffer.from('TERPUTUS\n\x1bd\x06\x1dV\x01', 'latin1'),
    ...rest,
  });
}

let marks = 0;

export function wishes(options: Partial<PrintOptions> = {}): PrintOptions {
  marks++;
  return {
    deadline: realClock.monotonic() + shortPatience.slipMs,
    jobMark: `T${String(marks).padStart(3, '0')}`,
    ...options,
  };
}

/** A receipt of numbered lines: `name 1`, `name 2`, … and a cut; a portion every four lines. */
export function aReceipt(name: string, lines = 12): Uint8Array[] {
  const portions: Uint8Array[] = [];
  for (let i = 1; i <= lines; i += 4) {
    const some = Array.from({ length: Math.min(4, lines - i + 1) }, (_, k) => `${name} ${i + k}\n`);
    portions.push(Buffer.from(some.join(''), 'latin1'));
  }
  portions.push(Buffer.from('\x1bd\x06\x1dV\x01\x1b@', 'latin1'));
  return portions;
}
