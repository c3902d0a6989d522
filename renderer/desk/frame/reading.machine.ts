import { assign, fromPromise, setup } from 'xstate';
import { failed, type Problem, type Result } from '../../../shared/lib/result.ts';

export interface ReadingContext<T> {
  /** What was read last; stays while it is read again and when that fails. */
  value: T | null;
  /** Unix ms of the last good reading. */
  readAt: number | null;
  problem: Problem | null;
}

export type ReadingEvent = { type: 'again.pressed' };

export interface ReadingPace {
  /** Reads again by itself this long after an answer, ms. Null: only when asked. */
  everyMs: number | null;
  /** An answer that takes longer is none, ms. */
  patienceMs: number;
}

/** Something the engine is asked for, now and again. What is shown never goes blank because it is read once more. */
export function readingMachineFor<T>({ everyMs, patienceMs }: ReadingPace) {
  const NEVER = 2 ** 31 - 1;
  return setup({
    types: { context: {} as ReadingContext<T>, events: {} as ReadingEvent },
    actors: { read: fromPromise<Result<T>>(async () => failed({ code: 'bridge.no-answer' })) },
    delays: { patience: patienceMs, pause: everyMs ?? NEVER },
  }).createMachine({
    id: 'reading',
    context: { value: null, readAt: null, problem: null },
    initial: 'reading',
    states: {
      reading: {
        invoke: {
          src: 'read',
          onDone: [
            {
              guard: ({ event }) => event.output.ok,
              target: 'shown',
              actions: assign(({ event, context }) => ({
                value: event.output.ok ? event.output.value : context.value,
                readAt: Date.now(),
                problem: null,
              })),
            },
            {
              target: 'failed',
              actions: assign({ problem: ({ event }) => (event.output.ok ? null : event.output.problem) }),
            },
          ],
          onError: { target: 'failed', actions: assign({ problem: { code: 'bridge.no-answer' } }) },
        },
        after: {
          patience: { target: 'failed', actions: assign({ problem: { code: 'bridge.no-answer' } }) },
        },
      },
      shown: { on: { 'again.pressed': 'reading' }, after: { pause: 'reading' } },
      failed: { on: { 'again.pressed': 'reading' }, after: { pause: 'reading' } },
    },
  });
}
