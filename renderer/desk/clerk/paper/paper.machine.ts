import { assign, fromPromise, setup } from 'xstate';
import type { SlipState } from '../../../../shared/contract/kiosk-state.ts';
import { failed, type Result } from '../../../../shared/lib/result.ts';

export interface PaperContext {
  slipId: string;
  /** What the printer says of it; unknown until it has said something. */
  slip: SlipState;
}

/** The printer has ended with it, one way or the other. */
function isOver({ state }: SlipState): boolean {
  return state !== 'queued' && state !== 'printing';
}

/** One paper on its way out, asked for again and again until the printer has ended with it. It never stays: after a while nobody knows. */
export const paperMachine = setup({
  types: { input: {} as { slipId: string }, context: {} as PaperContext, output: {} as SlipState },
  actors: {
    read: fromPromise<Result<SlipState>, { slipId: string }>(async () =>
      failed({ code: 'bridge.no-answer' }),
    ),
  },
  delays: { patience: 5_000, pause: 500, longest: 45_000 },
}).createMachine({
  id: 'paper',
  context: ({ input }) => ({
    slipId: input.slipId,
    slip: { slipId: input.slipId, state: 'queued', trouble: null },
  }),
  initial: 'watching',
  states: {
    watching: {
      after: {
        longest: {
          target: 'over',
          actions: assign({
            slip: ({ context }) => ({ ...context.slip, state: 'unknown', trouble: 'timed-out' }),
          }),
        },
      },
      initial: 'reading',
      states: {
        reading: {
          invoke: {
            src: 'read',
            input: ({ context }) => ({ slipId: context.slipId }),
            onDone: [
              {
                guard: ({ event }) => event.output.ok && isOver(event.output.value),
                target: '#paper.over',
                actions: assign({
                  slip: ({ event, context }) => (event.output.ok ? event.output.value : context.slip),
                }),
              },
              {
                target: 'waiting',
                actions: assign({
                  slip: ({ event, context }) => (event.output.ok ? event.output.value : context.slip),
                }),
              },
            ],
            onError: 'waiting',
          },
          after: { patience: 'waiting' },
        },
        waiting: { after: { pause: 'reading' } },
      },
    },
    over: { type: 'final' },
  },
  output: ({ context }) => context.slip,
});
