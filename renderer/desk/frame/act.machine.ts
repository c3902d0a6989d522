import { assign, fromPromise, setup } from 'xstate';
import { failed, type Problem, type Result } from '../../../shared/lib/result.ts';

export interface ActContext<Input, Output> {
  input: Input | null;
  output: Output | null;
  problem: Problem | null;
}

/** What the act is given. */
export interface Given<Input> {
  given: Input;
}

export type ActEvent<Input> = { type: 'act.confirmed'; input: Input } | { type: 'back.pressed' };

/** One act of consequence: asked, done once, and its end told. An act that failed can be given again, never by itself. */
export function actMachineFor<Input, Output>(patienceMs: number) {
  return setup({
    types: { context: {} as ActContext<Input, Output>, events: {} as ActEvent<Input> },
    actors: {
      act: fromPromise<Result<Output>, Given<Input>>(async () => failed({ code: 'bridge.no-answer' })),
    },
    delays: { patience: patienceMs },
  }).createMachine({
    id: 'act',
    context: { input: null, output: null, problem: null },
    initial: 'asking',
    states: {
      asking: {
        on: {
          'act.confirmed': {
            target: 'acting',
            actions: assign({ input: ({ event }) => event.input, problem: null }),
          },
        },
      },
      acting: {
        invoke: {
          src: 'act',
          input: ({ context }) => ({ given: context.input as Input }),
          onDone: [
            {
              guard: ({ event }) => event.output.ok,
              target: 'done',
              actions: assign({ output: ({ event }) => (event.output.ok ? event.output.value : null) }),
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
        // A code or a reason is not kept longer than it takes to send it.
        exit: assign({ input: null }),
      },
      failed: {
        on: {
          'act.confirmed': {
            target: 'acting',
            actions: assign({ input: ({ event }) => event.input, problem: null }),
          },
          'back.pressed': { target: 'asking', actions: assign({ problem: null }) },
        },
      },
      done: { on: { 'back.pressed': { target: 'asking', actions: assign({ output: null }) } } },
    },
  });
}
