import { assign, setup } from 'xstate';

/** WCAG 2.2.1: the question stays at least this long. */
export const LEAST_QUESTION_MS = 20_000;
/** Nobody is asked sooner, however short the setting or private the screen. */
export const LEAST_QUIET_MS = 60_000;
const SECOND = 1_000;

export interface IdleInput {
  /** Quiet time before the question, ms. */
  askAfterMs: number;
  /** How long the question waits for an answer, ms. */
  wipeAfterMs: number;
}

export type IdleEvent =
  | { type: 'touched' }
  | { type: 'stay.pressed' }
  | { type: 'pace.changed'; askAfterMs: number };

/**
 * Watches for a visitor who walked away. It knows nothing of flows: it counts quiet time, asks, and ends when nobody
 * answers. While it asks, only an answer counts: the press that answers must not close the question before it is heard.
 */
export const idleMachine = setup({
  types: {
    input: {} as IdleInput,
    context: {} as { quietMs: number; secondsInAll: number; secondsLeft: number },
    events: {} as IdleEvent,
  },
  delays: { quiet: ({ context }) => context.quietMs },
  guards: { isLastSecond: ({ context }) => context.secondsLeft <= 1 },
}).createMachine({
  id: 'idle',
  context: ({ input }) => {
    const seconds = Math.ceil(Math.max(LEAST_QUESTION_MS, input.wipeAfterMs) / SECOND);
    return {
      quietMs: Math.max(LEAST_QUIET_MS, input.askAfterMs),
      secondsInAll: seconds,
      secondsLeft: seconds,
    };
  },
  initial: 'watching',
  states: {
    watching: {
      on: {
        touched: { target: 'watching', reenter: true },
        'pace.changed': {
          target: 'watching',
          reenter: true,
          actions: assign({ quietMs: ({ event }) => Math.max(LEAST_QUIET_MS, event.askAfterMs) }),
        },
      },
      after: { quiet: 'asking' },
    },
    asking: {
      entry: assign({ secondsLeft: ({ context }) => context.secondsInAll }),
      initial: 'counting',
      on: { 'stay.pressed': 'watching' },
      states: {
        counting: {
          after: {
            [SECOND]: [
              { guard: 'isLastSecond', target: '#idle.over' },
              {
                target: 'counting',
                reenter: true,
                actions: assign({ secondsLeft: ({ context }) => context.secondsLeft - 1 }),
              },
            ],
          },
        },
      },
    },
    over: { type: 'final' },
  },
});
