import type { Slip } from '../../shared/domain/slip.ts';
import type { Clock } from '../../shared/lib/clock.ts';
import { encode } from './escpos/encode.ts';
import type { PrinterPort, PrintOptions, PrintOutcome } from './printer/port.ts';
import type { PrinterProfile } from './profile.ts';
import { layOut, layOutInterruption } from './receipt/lay-out.ts';

/**
 * Lays out, encodes and prints one slip, within the profile's patience. Never rejects for anything the printer does; throws only for a slip
 * that cannot be laid out, which its schema does not let happen.
 */
export function printSlip(
  slip: Slip,
  profile: PrinterProfile,
  port: PrinterPort,
  clock: Clock,
  wishes: Pick<PrintOptions, 'signal' | 'onUntaken'> = {},
): Promise<PrintOutcome> {
  return port.print(encode(layOut(slip, profile), profile), {
    deadline: clock.monotonic() + profile.patience.slipMs,
    jobMark: slip.mark,
    ...wishes,
  });
}

/** The note a port prints under what is left of an interrupted slip. Nobody is to take it: where slips are held out, it goes at once. */
export function interruptedNoteFor(profile: PrinterProfile): Uint8Array {
  const takeBack = Uint8Array.from(profile.presenter?.takeBack ?? []);
  return Buffer.concat([...encode(layOutInterruption(profile), profile), takeBack]);
}
