import { assign, fromPromise, setup } from 'xstate';
import type { DeskTask } from '../../../../shared/contract/desk.ts';
import { failed, type Problem, type Result } from '../../../../shared/lib/result.ts';

export interface TaskContext {
  taskId: string | null;
  task: DeskTask | null;
  problem: Problem | null;
  /** Readings in a row that brought no answer. */
  misses: number;
}

export type TaskEvent = { type: 'look.pressed' };

/** After so many the person is told; the work itself may well go on. */
const MOST_MISSES = 3;

/**
 * A long piece of work: started once, then followed by reading how far it is. Losing sight of it never starts it again.
 */
export const taskMachine = setup({
  types: { context: {} as TaskContext, events: {} as TaskEvent },
  actors: {
    start: fromPromise<Result<{ taskId: string }>>(async () => failed({ code: 'bridge.no-answer' })),
    read: fromPromise<Result<DeskTask>, { taskId: string }>(async () => failed({ code: 'bridge.no-answer' })),
  },
  actions: { countMiss: assign({ misses: ({ context }) => context.misses + 1 }) },
  guards: { hasLostIt: ({ context }) => context.misses + 1 >= MOST_MISSES },
  delays: { patience: 15_000, pause: 700 },
}).createMachine({
  id: 'task',
  context: { taskId: null, task: null, problem: null, misses: 0 },
  initial: 'starting',
  states: {
    starting: {
      invoke: {
        src: 'start',
        onDone: [
          {
            guard: ({ event }) => event.output.ok,
            target: 'reading',
            actions: assign({ taskId: ({ event }) => (event.output.ok ? event.output.value.taskId : null) }),
          },
          {
            target: 'refused',
            actions: assign({ problem: ({ event }) => (event.output.ok ? null : event.output.problem) }),
          },
        ],
        onError: { target: 'refused', actions: assign({ problem: { code: 'bridge.no-answer' } }) },
      },
      after: { patience: { target: 'refused', actions: assign({ problem: { code: 'bridge.no-answer' } }) } },
    },
    reading: {
      invoke: {
        src: 'read',
        input: ({ context }) => ({ taskId: context.taskId ?? '' }),
        onDone: [
          {
            guard: ({ event }) => event.output.ok && event.output.value.state !== 'running',
            target: 'ended',
            actions: assign({ task: ({ event }) => (event.output.ok ? event.output.value : null) }),
          },
          {
            guard: ({ event }) => event.output.ok,
            target: 'waiting',
            actions: assign({
              misses: 0,
              task: ({ event }) => (event.output.ok ? event.output.value : null),
            }),
          },
          { guard: 'hasLostIt', target: 'lost', actions: 'countMiss' },
          { target: 'waiting', actions: 'countMiss' },
        ],
        onError: [
          { guard: 'hasLostIt', target: 'lost', actions: 'countMiss' },
          { target: 'waiting', actions: 'countMiss' },
        ],
      },
      after: { patience: { target: 'lost', actions: 'countMiss' } },
    },
    waiting: { after: { pause: 'reading' } },
    lost: { on: { 'look.pressed': { target: 'reading', actions: assign({ misses: 0 }) } } },
    ended: { type: 'final' },
    refused: { type: 'final' },
  },
});
