import { assign, fromCallback, fromPromise, setup } from 'xstate';
import type { CallOutput } from '../../../shared/contract/ipc.ts';
import type { SlipState } from '../../../shared/contract/kiosk-state.ts';
import type { Result } from '../../../shared/lib/result.ts';

export type PrintAnswer = Result<CallOutput<'ticket.print-status'>>;

export interface StatusPaperContext {
  /** One for all tries: asking again prints once. */
  requestId: string;
  /** Null until the engine has taken it. */
  slip: SlipState | null;
  /** Her own word about a paper that nobody else can see. */
  isTaken: boolean | null;
}

export type StatusPaperEvent =
  | { type: 'slip.changed'; slip: SlipState }
  | { type: 'slip.taken' }
  | { type: 'slip.missing' }
  | { type: 'slip.retried' }
  | { type: 'print.pressed' }
  | { type: 'back.pressed' };

/**
 * A paper with where the ticket stands. It is never handed to the counter: she has read it on the screen, and what does not come out
 * while she is here is dropped.
 */
export const statusPaperMachine = setup({
  types: {
    input: {} as { requestId: string },
    context: {} as StatusPaperContext,
    events: {} as StatusPaperEvent,
    tags: {} as 'busy',
  },
  actors: {
    print: fromPromise<PrintAnswer, { requestId: string }>(() =>
      Promise.reject(new Error('print was not provided')),
    ),
    answerSlip: fromPromise<Result<SlipState>, { slipId: string; taken: boolean }>(() =>
      Promise.reject(new Error('answerSlip was not provided')),
    ),
    retrySlip: fromPromise<Result<SlipState>, { slipId: string }>(() =>
      Promise.reject(new Error('retrySlip was not provided')),
    ),
    /** Sends `slip.changed` whenever the main process says so. */
    watchSlip: fromCallback<StatusPaperEvent, { slipId: string }>(() => {}),
  },
  guards: {
    isOurs: ({ context, event }) =>
      event.type === 'slip.changed' && event.slip.slipId === context.slip?.slipId,
    isUnknown: ({ context }) => context.slip?.state === 'unknown',
    isFailed: ({ context }) => context.slip?.state === 'failed',
  },
  delays: { printPatience: 8_000, slipPatience: 5_000 },
}).createMachine({
  id: 'status-paper',
  context: ({ input }) => ({ requestId: input.requestId, slip: null, isTaken: null }),
  initial: 'asking',
  on: { 'back.pressed': '.left' },
  states: {
    asking: {
      tags: 'busy',
      invoke: {
        src: 'print',
        input: ({ context }) => ({ requestId: context.requestId }),
        onDone: [
          {
            guard: ({ event }) => event.output.ok,
            target: 'coming',
            actions: assign(({ event }) =>
              event.output.ok
                ? { slip: { slipId: event.output.value.slipId, state: 'queued' as const, trouble: null } }
                : {},
            ),
          },
          { target: 'refused' },
        ],
        onError: 'refused',
      },
      after: { printPatience: 'refused' },
    },
    refused: { on: { 'print.pressed': 'asking' } },
    coming: {
      invoke: {
        id: 'watchSlip',
        src: 'watchSlip',
        input: ({ context }) => ({ slipId: context.slip?.slipId ?? '' }),
        // Without news of the slip the screen stays as it is, and she looks for herself.
        onError: {},
      },
      on: {
        'slip.changed': { guard: 'isOurs', actions: assign({ slip: ({ event }) => event.slip }) },
      },
      initial: 'showing',
      states: {
        showing: {
          on: {
            'slip.taken': { guard: 'isUnknown', target: 'telling', actions: assign({ isTaken: true }) },
            'slip.missing': { guard: 'isUnknown', target: 'telling', actions: assign({ isTaken: false }) },
            'slip.retried': { guard: 'isFailed', target: 'retrying' },
          },
        },
        telling: {
          tags: 'busy',
          invoke: {
            src: 'answerSlip',
            input: ({ context: { slip, isTaken } }) => ({
              slipId: slip?.slipId ?? '',
              taken: isTaken === true,
            }),
            onDone: {
              target: 'showing',
              actions: assign(({ event }) => (event.output.ok ? { slip: event.output.value } : {})),
            },
            onError: 'showing',
          },
          after: { slipPatience: 'showing' },
        },
        retrying: {
          tags: 'busy',
          invoke: {
            src: 'retrySlip',
            input: ({ context }) => ({ slipId: context.slip?.slipId ?? '' }),
            onDone: {
              target: 'showing',
              actions: assign(({ event }) => (event.output.ok ? { slip: event.output.value } : {})),
            },
            onError: 'showing',
          },
          after: { slipPatience: 'showing' },
        },
      },
    },
    left: { type: 'final' },
  },
});
