import type { EventName, EventPayload } from '../../shared/contract/events.ts';
import type { CallInput, CallName, CallOutput } from '../../shared/contract/ipc.ts';
import { failed, type Result } from '../../shared/lib/result.ts';

/** How screens speak to the main process. Expected trouble comes back as a `Result`; a call never throws. */
export interface Bridge {
  call<K extends CallName>(name: K, input: CallInput<K>): Promise<Result<CallOutput<K>>>;
  /** Returns the function that stops listening. */
  on<K extends EventName>(event: K, listener: (payload: EventPayload<K>) => void): () => void;
}

declare global {
  interface Window {
    /** Put there by the preload script; absent in a plain browser. */
    readonly kiosk?: Bridge;
  }
}

/**
 * The client over `window.kiosk`. An engine that is gone, or that throws where it must not, is told as
 * `bridge.no-answer`, so that every screen has one way to see trouble.
 */
export function connectBridge(kiosk: Bridge | undefined): Bridge {
  return {
    async call(name, input) {
      if (!kiosk) return failed({ code: 'bridge.no-answer', detail: 'no preload bridge' });
      try {
        return await kiosk.call(name, input);
      } catch (error) {
        return failed({
          code: 'bridge.no-answer',
          detail: error instanceof Error ? error.message : 'unknown',
        });
      }
    },
    on: (event, listener) => kiosk?.on(event, listener) ?? (() => {}),
  };
}
