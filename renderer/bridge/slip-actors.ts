import { type EventObject, fromCallback, fromPromise } from 'xstate';
import type { CallOutput } from '../../shared/contract/ipc.ts';
import type { Result } from '../../shared/lib/result.ts';
import type { Bridge } from './bridge.ts';

type Slip = CallOutput<'slip.read'>;

/** What every machine that hands a paper over does with its slip: tell main what became of it, try again, and hear how it goes. */
export function slipActors<Event extends EventObject>(bridge: Bridge) {
  return {
    answerSlip: fromPromise<Result<Slip>, { slipId: string; taken: boolean }>(({ input }) =>
      bridge.call('slip.answer', input),
    ),
    retrySlip: fromPromise<Result<Slip>, { slipId: string }>(({ input }) => bridge.call('slip.retry', input)),
    /** Sends `slip.changed` whenever main says so. */
    watchSlip: fromCallback<Event, { slipId: string }>(({ input, sendBack }) => {
      // What happened before the listening began is asked for once.
      let isOver = false;
      const stop = bridge.on('slip.changed', (slip) => sendBack({ type: 'slip.changed', slip }));
      void bridge.call('slip.read', { slipId: input.slipId }).then((read) => {
        if (!isOver && read.ok) sendBack({ type: 'slip.changed', slip: read.value });
      });
      return () => {
        isOver = true;
        stop();
      };
    }),
  };
}
