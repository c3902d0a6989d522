import type { Clock } from '../../../shared/lib/clock.ts';
import type { PrinterAddress, QueueAddress } from './address.ts';
import { type Introduction, introduce } from './introduce.ts';
import { createPrinterPort, lineTo, type PrinterPortOptions } from './printer-port.ts';
import { createQueuePort, lookAtQueue } from './queue-port.ts';
import { theSpooler } from './spooler.ts';

/** The port to whatever an address names: a printer on a line of our own, or one behind the queue of a spooler. */
export function openPort(
  address: PrinterAddress | QueueAddress,
  options: Omit<PrinterPortOptions, 'openLine'>,
) {
  if (address.kind !== 'queue') return createPrinterPort({ openLine: lineTo(address), ...options });
  return createQueuePort({ queue: address.name, spooler: theSpooler(), ...options });
}

/** Asks whatever an address names how it is and who it is. Prints nothing; a queue knows no more than that it is there. */
export async function introduceAt(
  address: PrinterAddress | QueueAddress,
  clock: Clock,
): Promise<Introduction> {
  if (address.kind !== 'queue') return introduce(lineTo(address), clock);
  const problem = await lookAtQueue(address.name, theSpooler());
  return { status: problem === null ? { state: 'unsaid' } : { state: 'not-ready', problem }, name: null };
}
