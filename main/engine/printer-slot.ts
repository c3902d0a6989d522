import type { PrinterState } from '../../shared/contract/kiosk-state.ts';
import { type Problem, succeeded } from '../../shared/lib/result.ts';
import type { PrinterPlace } from '../desk/printer-setup.ts';
import { printSlip } from '../printing/print-slip.ts';
import { parsePrinterAddress } from '../printing/printer/address.ts';
import { introduceAt } from '../printing/printer/open-port.ts';
import type { PrintOutcome } from '../printing/printer/port.ts';
import { connectPrinter, NO_PRINTER, openPrinting, type Printing, type PrintingOptions } from './printing.ts';

/** The place of this kiosk's one printer: what is in force, and how another is tried and takes its place while the kiosk runs. */
export interface PrinterSlot extends Printing, PrinterPlace {
  state(): PrinterState;
  /** Why what is set cannot be used, for the technician. Null: it can, or nothing is set. */
  problem(): Problem | null;
}

/** Opens the place with the configured printer in it. A wrong address or profile is a `problem`, and the place can still be filled. */
export function openPrinterSlot(options: Omit<PrintingOptions, 'inTurn'>): PrinterSlot {
  const { profileFolder, clock } = options;
  const inTurn = takeTurns();
  let choice = options.printer;
  let isStopped = false;
  let opened = openPrinting({ ...options, inTurn });
  /** A trial or a change that is not over: slips begin after it, and so on the printer that is then in force. */
  let settled: Promise<unknown> = Promise.resolve();

  const inForce = () => (opened.ok ? opened.value : NO_PRINTER);

  function settle<T>(act: () => Promise<T>): Promise<T> {
    const done = settled.then(act);
    settled = done.catch(() => undefined);
    return done;
  }

  function reopen(wasInterrupted: boolean): void {
    inForce().stop();
    if (isStopped) return;
    opened = openPrinting({ ...options, printer: choice, wasInterrupted, inTurn });
    options.onChange();
  }

  return {
    choice: () => choice,
    problem: () => (opened.ok ? null : opened.problem),
    state: () => inForce().state(),
    paperOf: (slip) => inForce().paperOf(slip),
    async print(slip, signal, onUntaken) {
      await settled;
      return inForce().print(slip, signal, onUntaken);
    },
    endVisit: () => inForce().endVisit(),
    async introduce(text) {
      const address = parsePrinterAddress(text);
      return address.ok ? succeeded(await inTurn(() => introduceAt(address.value, clock))) : address;
    },
    tryOut: (wanted, slip) =>
      settle(async () => {
        const tried = connectPrinter({
          printer: wanted,
          profileFolder,
          clock,
          wasInterrupted: false,
          inTurn,
        });
        if (!tried.ok) return tried;
        const outcome = await printSlip(slip, tried.value.profile, tried.value.port, clock);
        // Somebody stands there for this page: nothing is to take it back behind the one in force.
        tried.value.port.stop();
        // The same paper path: the one in force must not be wrong about what hangs there and what is left in the buffer.
        if (choice?.address === wanted.address) reopen(leavesPaper(outcome));
        return succeeded(outcome);
      }),
    use: (wanted) =>
      settle(async () => {
        choice = wanted;
        reopen(false);
      }),
    stop() {
      isStopped = true;
      inForce().stop();
    },
  };
}

/** A printer that never says anything had everything handed over, which is as well as it ever goes. */
function leavesPaper(outcome: PrintOutcome): boolean {
  return outcome.outcome === 'unknown' && outcome.reason.code !== 'printer.silent';
}

/** One act after the other: a cable and most network printers take one caller at a time. */
function takeTurns(): PrintingOptions['inTurn'] {
  let last: Promise<unknown> = Promise.resolve();
  return (act) => {
    const turn = last.then(act);
    last = turn.catch(() => undefined);
    return turn;
  };
}
