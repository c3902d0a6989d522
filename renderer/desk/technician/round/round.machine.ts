import { assign, fromPromise, setup } from 'xstate';
import type { RoundProgress } from '../../../../shared/contract/desk.ts';
import { failed, type Problem, type Result } from '../../../../shared/lib/result.ts';

export interface RoundContext {
  round: RoundProgress | null;
  /** Why it could not be started or read. */
  problem: Problem | null;
  misses: number;
}

export type RoundEvent = { type: 'start.pressed' };

const MOST_MISSES = 3;
const keepRound = (answer: Result<RoundProgress>) => (answer.ok ? answer.value : null);

/**
 * A round that runs is followed, whoever started it. What is shown is what the engine counts; the end is told as it was, also when
 * something still waits.
 */
export const roundMachine = setup({
  types: { context: {} as RoundContext, events: {} as RoundEvent },
  actors: {
    start: fromPromise<Result<RoundProgress>>(async () => failed({ code: 'bridge.no-answer' })),
    read: fromPromise<Result<RoundProgress>>(async () => failed({ code: 'bridge.no-answer' })),
  },
  actions: { countMiss: assign({ misses: ({ context }) => context.misses + 1 }) },
  guards: { hasLostIt: ({ context }) => context.misses + 1 >= MOST_MISSES },
  delays: { patience: 10_000, pause: 500 },
}).createMachine({
  id: 'round',
  context: { round: null, problem: null, misses: 0 },
  initial: 'looking',
  states: {
    /** Perhaps one is running already. */
    looking: {
      invoke: {
        src: 'read',
        onDone: [
          {
            guard: ({ event }) => event.output.ok && event.output.value.isRunning,
            target: 'waiting',
            actions: assign({ round: ({ event }) => keepRound(event.output) }),
          },
          { guard: ({ event }) => event.output.ok, target: 'ready' },
          {
            target: 'failed',
            actions: assign({ problem: ({ event }) => (event.output.ok ? null : event.output.problem) }),
          },
        ],
        onError: { target: 'failed', actions: assign({ problem: { code: 'bridge.no-answer' } }) },
      },
      after: { patience: { target: 'failed', actions: assign({ problem: { code: 'bridge.no-answer' } }) } },
    },
    ready: { on: { 'start.pressed': 'starting' } },
    starting: {
      entry: assign({ round: null, problem: null, misses: 0 }),
      invoke: {
        src: 'start',
        onDone: [
          {
            guard: ({ event }) => event.output.ok,
            target: 'waiting',
            actions: assign({ round: ({ event }) => keepRound(event.output) }),
          },
          {
            target: 'failed',
            actions: assign({ problem: ({ event }) => (event.output.ok ? null : event.output.problem) }),
          },
        ],
        onError: { target: 'failed', actions: assign({ problem: { code: 'bridge.no-answer' } }) },
      },
      after: { patience: { target: 'failed', actions: assign({ problem: { code: 'bridge.no-answer' } }) } },
    },
    waiting: { after: { pause: 'reading' } },
    reading: {
      invoke: {
        src: 'read',
        onDone: [
          {
            guard: ({ event }) => event.output.ok && !event.output.value.isRunning,
            target: 'ended',
            actions: assign({ misses: 0, round: ({ event }) => keepRound(event.output) }),
          },
          {
            guard: ({ event }) => event.output.ok,
            target: 'waiting',
            actions: assign({ misses: 0, round: ({ event }) => keepRound(event.output) }),
          },
          {
            guard: 'hasLostIt',
            target: 'failed',
            actions: assign({ problem: ({ event }) => (event.output.ok ? null : event.output.problem) }),
          },
          { target: 'waiting', actions: 'countMiss' },
        ],
        onError: { target: 'failed', actions: assign({ problem: { code: 'bridge.no-answer' } }) },
      },
      after: { patience: { target: 'failed', actions: assign({ problem: { code: 'bridge.no-answer' } }) } },
    },
    ended: { on: { 'start.pressed': 'starting' } },
    failed: { on: { 'start.pressed': 'starting' } },
  },
});
