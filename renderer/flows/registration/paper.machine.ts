import { assign, fromCallback, fromPromise, setup } from 'xstate';
import type { CallOutput } from '../../../shared/contract/ipc.ts';
import type { Result } from '../../../shared/lib/result.ts';

export type Slip = CallOutput<'slip.read'>;

export interface PaperContext {
  slipId: string;
  slip: Slip;
  /** Her own word about the paper; null until she has said it. */
  taken: boolean | null;
}

export type PaperEvent =
  | { type: 'slip.changed'; slip: Slip }
  | { type: 'slip.taken' }
  | { type: 'slip.missing' }
  | { type: 'slip.retried' }
  | { type: 'next.pressed' }
  | { type: 'back.pressed' };

export const SLIP_PATIENCE_MS = 5_000;

/**
 * One paper from the printer to her hand: the numbers stand large while it comes out, and nobody gets past them without a word
 * about the paper. `isSettled`: she said it before and only looks again.
 */
export const paperMachine = setup({
  types: {
    input: {} as { slipId: string; isSettled: boolean },
    context: {} as PaperContext,
    events: {} as PaperEvent,
    tags: {} as 'busy',
  },
  actors: {
    answerSlip: fromPromise<Result<Slip>, { slipId: string; taken: boolean }>(() =>
      Promise.reject(new Error('answerSlip was not provided')),
    ),
    retrySlip: fromPromise<Result<Slip>, { slipId: string }>(() =>
      Promise.reject(new Error('retrySlip was not provided')),
    ),
    /** Sends `slip.changed` whenever the main process says so. */
    watchSlip: fromCallback<PaperEvent, { slipId: string }>(() => {}),
  },
  delays: { slipPatience: SLIP_PATIENCE_MS },
  guards: {
    isOurs: ({ context, event }) => event.type === 'slip.changed' && event.slip.slipId === context.slipId,
    isOpen: ({ context }) => context.taken === null && context.slip.state !== 'failed',
    /** No paper is in her hand yet, and the counter may be asked for it. */
    mayBeMissing: ({ context }) => context.taken === null,
    isFailed: ({ context }) => context.taken === null && context.slip.state === 'failed',
    isSettled: ({ context }) => context.taken !== null,
    isTaken: ({ context }) => context.taken === true,
  },
  actions: {
    noteSlip: assign(({ event }) => (event.type === 'slip.changed' ? { slip: event.slip } : {})),
    /** Without news of the slip the question still stands, and she can look for herself. */
    keepLastSlip: () => {},
  },
}).createMachine({
  id: 'paper',
  context: ({ input }) => ({
    slipId: input.slipId,
    slip: { slipId: input.slipId, state: 'queued', trouble: null },
    taken: input.isSettled ? true : null,
  }),
  initial: 'showing',
  invoke: {
    id: 'watchSlip',
    src: 'watchSlip',
    input: ({ context }) => ({ slipId: context.slipId }),
    onError: { actions: 'keepLastSlip' },
  },
  on: { 'slip.changed': { guard: 'isOurs', actions: 'noteSlip' } },
  states: {
    showing: {
      on: {
        'slip.taken': { guard: 'isOpen', actions: assign({ taken: true }), target: 'telling' },
        'slip.missing': { guard: 'mayBeMissing', actions: assign({ taken: false }), target: 'telling' },
        'slip.retried': { guard: 'isFailed', target: 'retrying' },
        'next.pressed': [
          { guard: 'isSettled', target: 'done' },
          { guard: 'isFailed', actions: assign({ taken: false }), target: 'telling' },
          { target: 'asking' },
        ],
      },
    },
    asking: {
      on: {
        'slip.taken': { actions: assign({ taken: true }), target: 'telling' },
        'slip.missing': { actions: assign({ taken: false }), target: 'telling' },
        'slip.retried': { guard: 'isFailed', target: 'retrying' },
        'back.pressed': 'showing',
      },
    },
    retrying: {
      tags: 'busy',
      invoke: {
        id: 'retrySlip',
        src: 'retrySlip',
        input: ({ context }) => ({ slipId: context.slipId }),
        onDone: {
          actions: assign(({ event: { output } }) => (output.ok ? { slip: output.value } : {})),
          target: 'showing',
        },
        onError: 'showing',
      },
      after: { slipPatience: 'showing' },
    },
    /** A lost word about the slip holds nobody up: a slip that nobody confirmed goes to the counter when the visit ends. */
    telling: {
      tags: 'busy',
      invoke: {
        id: 'answerSlip',
        src: 'answerSlip',
        input: ({ context: { slipId, taken } }) => ({ slipId, taken: taken === true }),
        onDone: {
          actions: assign(({ event: { output } }) => (output.ok ? { slip: output.value } : {})),
          target: 'settling',
        },
        onError: 'settling',
      },
      after: { slipPatience: 'settling' },
    },
    settling: {
      always: [
        { guard: 'isTaken', target: 'done' },
        {
          actions: assign(({ context }) => ({ slip: { ...context.slip, state: 'handed-over' as const } })),
          target: 'withoutPaper',
        },
      ],
    },
    /** The same large numbers, now to photograph or write down. */
    withoutPaper: { on: { 'next.pressed': 'done' } },
    done: { type: 'final' },
  },
});
