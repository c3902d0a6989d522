import type { PrinterState } from '../../shared/contract/kiosk-state.ts';
import { type Slip, SlipFacts } from '../../shared/domain/slip.ts';
import type { Clock } from '../../shared/lib/clock.ts';
import { type Result, succeeded } from '../../shared/lib/result.ts';
import type { Config } from '../config/schema.ts';
import type { PrintOutcome } from '../jobs/slip-desk.ts';
import type { SlipToPrint } from '../jobs/slips.ts';
import { loadPrinterProfile } from '../printing/load-profile.ts';
import { paperMillimetres } from '../printing/paper-length.ts';
import { printMarkOf } from '../printing/print-mark.ts';
import { interruptedNoteFor, printSlip } from '../printing/print-slip.ts';
import { parsePrinterAddress } from '../printing/printer/address.ts';
import { openPort } from '../printing/printer/open-port.ts';
import type { PrinterPort } from '../printing/printer/port.ts';
import type { PrinterProfile } from '../printing/profile.ts';
import { layOut } from '../printing/receipt/lay-out.ts';
import { slipTroubleOf } from '../printing/troubles.ts';
import { watchPrinter } from './printer-watch.ts';

/** The printer of this kiosk as the engine uses it. */
export interface Printing {
  print(
    slip: SlipToPrint,
    signal: AbortSignal,
    onUntaken: (how: 'taken-back' | 'stuck') => void,
  ): Promise<PrintOutcome>;
  /** The visitor has gone: a slip that is still held out is taken back. */
  endVisit(): void;
  /** Millimetres of paper that this slip takes; 0: there is no printer. */
  paperOf(slip: SlipToPrint): number;
  state(): PrinterState;
  stop(): void;
}

export const NO_PRINTER: Printing = {
  print: async () => ({ outcome: 'failed', reason: 'not-configured' }),
  paperOf: () => 0,
  endVisit: () => {},
  state: () => 'not-configured',
  stop: () => {},
};

export interface PrintingOptions {
  printer: Config['printer'];
  profileFolder: string;
  clock: Clock;
  /** The last run of the app ended while a slip was in the printer. */
  wasInterrupted: boolean;
  onChange: () => void;
  /** Lets one caller at a time to the printer, whoever else of this kiosk speaks to one. */
  inTurn: <T>(act: () => Promise<T>) => Promise<T>;
}

/** Brings address, profile and line of a printer together; nothing is sent to it yet. */
export function connectPrinter(
  options: Omit<PrintingOptions, 'printer' | 'onChange'> & { printer: NonNullable<Config['printer']> },
): Result<{ port: PrinterPort; profile: PrinterProfile }, 'printer.bad-address' | 'printer.bad-profile'> {
  const { printer, clock, inTurn } = options;
  const address = parsePrinterAddress(printer.address);
  if (!address.ok) return address;
  const loaded = loadPrinterProfile(options.profileFolder, printer.profile);
  if (!loaded.ok) return loaded;
  const profile = loaded.value;
  const port = openPort(address.value, {
    profile,
    clock,
    interruptedNote: interruptedNoteFor(profile),
    wasInterrupted: options.wasInterrupted,
  });
  return succeeded({
    profile,
    port: {
      print: (receipt, wishes) => inTurn(() => port.print(receipt, wishes)),
      status: () => inTurn(() => port.status()),
      clearAway: () => port.clearAway(),
      stop: () => port.stop(),
    },
  });
}

/** Opens the configured printer. No printer is no problem; a wrong address or profile is one for the technician. */
export function openPrinting(
  options: PrintingOptions,
): Result<Printing, 'printer.bad-address' | 'printer.bad-profile'> {
  const { printer, clock } = options;
  if (printer === null) return succeeded(NO_PRINTER);
  const connected = connectPrinter({ ...options, printer });
  if (!connected.ok) return connected;
  const { port, profile } = connected.value;
  const watch = watchPrinter(port, options.onChange);
  const slipOf = (slip: SlipToPrint): Slip => ({
    facts: SlipFacts.parse(slip.facts),
    copy: slip.copies,
    mark: printMarkOf(slip.slipId, slip.attempt),
  });
  return succeeded({
    paperOf: (slip) => paperMillimetres(layOut(slipOf(slip), profile), profile),
    async print(slip, signal, onUntaken) {
      const outcome = await printSlip(slipOf(slip), profile, port, clock, { signal, onUntaken });
      if (outcome.outcome === 'printed') return outcome;
      return { outcome: outcome.outcome, reason: slipTroubleOf(outcome.reason) };
    },
    endVisit: () => port.clearAway(),
    state: watch.state,
    stop() {
      watch.stop();
      port.stop();
    },
  });
}
