import { assign, fromPromise, setup } from 'xstate';
import type { SlipState } from '../../../../shared/contract/kiosk-state.ts';
import { failed, type Problem, type Result } from '../../../../shared/lib/result.ts';

export interface HelpContext {
  requestId: string;
  slipId: string | null;
  /** How the paper ended. */
  slip: SlipState | null;
  problem: Problem | null;
}

export type HelpEvent =
  | { type: 'emergency.pressed'; requestId: string }
  | { type: 'paper.ended'; slip: SlipState }
  | { type: 'visitor.pressed' }
  | { type: 'retry.pressed' }
  | { type: 'back.pressed' };

const NO_ANSWER: Problem = { code: 'bridge.no-answer' };

/**
 * Two ways to help somebody: the emergency numbers on paper, or the visitors' side of the screen. Going over there is never held up
 * by what could not be written down.
 */
export const helpMachine = setup({
  types: { context: {} as HelpContext, events: {} as HelpEvent },
  actors: {
    print: fromPromise<Result<{ slipId: string }>, { requestId: string }>(async () =>
      failed({ code: 'bridge.no-answer' }),
    ),
    note: fromPromise<Result<unknown>>(async () => failed({ code: 'bridge.no-answer' })),
  },
  delays: { patience: 5_000, longest: 60_000 },
}).createMachine({
  id: 'help',
  context: { requestId: '', slipId: null, slip: null, problem: null },
  initial: 'shown',
  states: {
    shown: {
      on: {
        'emergency.pressed': {
          target: 'asking',
          actions: assign({ requestId: ({ event }) => event.requestId }),
        },
        'visitor.pressed': 'noting',
        'back.pressed': 'left',
      },
    },
    asking: {
      entry: assign({ problem: null, slip: null, slipId: null }),
      invoke: {
        src: 'print',
        input: ({ context }) => ({ requestId: context.requestId }),
        onDone: [
          {
            guard: ({ event }) => event.output.ok,
            target: 'printing',
            actions: assign({
              slipId: ({ event }) => (event.output.ok ? event.output.value.slipId : null),
            }),
          },
          {
            target: 'notAsked',
            actions: assign({ problem: ({ event }) => (event.output.ok ? null : event.output.problem) }),
          },
        ],
        onError: { target: 'notAsked', actions: assign({ problem: NO_ANSWER }) },
      },
      after: { patience: { target: 'notAsked', actions: assign({ problem: NO_ANSWER }) } },
    },
    /** Asking again with the same id: if the first was heard after all, it is not printed twice. */
    notAsked: { on: { 'retry.pressed': 'asking', 'back.pressed': 'shown' } },
    /** What watches the paper ends by itself; the limit here is for when even that is gone. */
    printing: {
      on: { 'paper.ended': { target: 'ended', actions: assign({ slip: ({ event }) => event.slip }) } },
      after: { longest: 'ended' },
    },
    ended: {
      on: {
        'emergency.pressed': {
          target: 'asking',
          actions: assign({ requestId: ({ event }) => event.requestId }),
        },
        'back.pressed': 'shown',
      },
    },
    noting: {
      invoke: { src: 'note', onDone: 'handedOver', onError: 'handedOver' },
      after: { patience: 'handedOver' },
    },
    /** Whoever shows this signs out now: the desk is never open while a visitor types. */
    handedOver: { type: 'final' },
    left: { type: 'final' },
  },
});
