import type { PrinterState } from '../../shared/contract/kiosk-state.ts';
import type { PrinterPort } from '../printing/printer/port.ts';
import { printerStateOf } from '../printing/troubles.ts';

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
