import type { PrinterState, SlipTrouble } from '../../shared/contract/kiosk-state.ts';
import { unreachable } from '../../shared/lib/unreachable.ts';
import type { PrinterPort, PrinterProblemCode, PrinterStatus } from '../printing/printer/port.ts';

/** How the screens and the heartbeat call what the printer says. */
export function printerStateOf(status: PrinterStatus): PrinterState {
  if (status.state === 'ready') return status.paper === 'near-end' ? 'paper-low' : 'ready';
  if (status.state === 'unsaid') return 'unknown';
  switch (status.problem.code) {
    case 'printer.no-paper':
      return 'out-of-paper';
    case 'printer.cover-open':
      return 'cover-open';
    case 'printer.unreachable':
    case 'printer.not-a-device':
    case 'printer.silent':
      return 'unreachable';
    case 'printer.bad-address':
      return 'not-configured';
    default:
      return 'offline';
  }
}

/** How a slip's trouble is called for the visitor and the clerk. */
export function slipTroubleOf(code: PrinterProblemCode): SlipTrouble {
  switch (code) {
    case 'printer.no-paper':
      return 'out-of-paper';
    case 'printer.cover-open':
      return 'cover-open';
    case 'printer.unreachable':
    case 'printer.silent':
      return 'unreachable';
    case 'printer.fault':
    case 'printer.offline':
      return 'offline';
    case 'printer.will-not-clear':
      return 'buffer-not-cleared';
    case 'printer.line-cut':
      return 'connection-lost';
    case 'printer.timed-out':
      return 'timed-out';
    case 'printer.cancelled':
      return 'interrupted';
    case 'printer.bad-address':
    case 'printer.not-a-device':
      return 'not-configured';
    default:
      return unreachable(code);
  }
}

export interface PrinterWatch {
  state(): PrinterState;
  stop(): void;
}

const ASK_EVERY_MS = 20_000;

/** Asks the printer now and then how it is, so that the screen knows before a visitor needs paper. */
export function watchPrinter(port: PrinterPort, onChange: () => void, everyMs = ASK_EVERY_MS): PrinterWatch {
  let state: PrinterState = 'unknown';
  let timer: NodeJS.Timeout | null = null;
  let stopped = false;

  async function ask(): Promise<void> {
    const next = printerStateOf(await port.status());
    if (stopped) return;
    timer = setTimeout(() => void ask(), everyMs);
    if (next === state) return;
    state = next;
    onChange();
  }

  void ask();
  return {
    state: () => state,
    stop() {
      stopped = true;
      if (timer) clearTimeout(timer);
    },
  };
}
