import type { PrinterState, SlipTrouble } from '../../shared/contract/kiosk-state.ts';
import { unreachable } from '../../shared/lib/unreachable.ts';
import type { PrinterProblem, PrinterStatus } from './printer/port.ts';

/** The trouble that screens know, for a problem that only the printer's side tells so finely. */
export function slipTroubleOf(problem: PrinterProblem): SlipTrouble {
  switch (problem.code) {
    case 'printer.no-paper':
      return 'out-of-paper';
    case 'printer.cover-open':
      return 'cover-open';
    case 'printer.unreachable':
      return 'unreachable';
    case 'printer.fault':
    case 'printer.offline':
    case 'printer.silent':
      return 'offline';
    case 'printer.timed-out':
      return 'timed-out';
    case 'printer.line-cut':
      return 'connection-lost';
    case 'printer.will-not-clear':
      return 'buffer-not-cleared';
    case 'printer.cancelled':
      return 'interrupted';
    case 'printer.bad-address':
    case 'printer.not-a-device':
      return 'not-configured';
    default:
      return unreachable(problem.code);
  }
}

/** What screens and staff see of the printer. */
export function printerStateOf(status: PrinterStatus): PrinterState {
  if (status.state === 'unsaid') return 'unknown';
  if (status.state === 'ready') return status.paper === 'near-end' ? 'paper-low' : 'ready';
  const trouble = slipTroubleOf(status.problem);
  switch (trouble) {
    case 'out-of-paper':
    case 'cover-open':
    case 'unreachable':
    case 'not-configured':
      return trouble;
    default:
      return 'offline';
  }
}
