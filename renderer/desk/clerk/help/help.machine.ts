import { assign, fromPromise, setup } from 'xstate';
import type { SlipState } from '../../../../shared/contract/kiosk-state.ts';
import type { ScreenLanguage } from '../../../../shared/domain/language.ts';
import { failed, type Problem, type Result } from '../../../../shared/lib/result.ts';
import type { Errand } from '../../../lobby/errand.ts';
import type { FlowKey } from '../../../lobby/lobby.machine.ts';

export interface HelpContext {
  requestId: string;
  slipId: string | null;
  /** How the paper ended. */
  slip: SlipState | null;
  problem: Problem | null;
  /** What the visitor came for. Null: not chosen, or she begins at the usual picture. */
  flow: FlowKey | null;
  /** What the visitors' side opens with; null for the usual picture. */
  errand: Errand | null;
}

export type HelpEvent =
  | { type: 'emergency.pressed'; requestId: string }
  | { type: 'paper.ended'; slip: SlipState }
  | { type: 'visitor.pressed' }
  | { type: 'flow.chosen'; flow: FlowKey }
  | { type: 'start.pressed' }
  | { type: 'language.chosen'; language: ScreenLanguage }
  | { type: 'retry.pressed' }
  | { type: 'back.pressed' };

const NO_ANSWER: Problem = { code: 'bridge.no-answer' };

/**
 * Two ways to help somebody: the emergency numbers on paper, or the visitors' side of the screen, which opens in the language and
 * at the task that are chosen here. Going over there is never held up by what could not be written down.
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
  context: { requestId: '', slipId: null, slip: null, problem: null, flow: null, errand: null },
  initial: 'shown',
  states: {
    shown: {
      on: {
        'emergency.pressed': {
          target: 'asking',
          actions: assign({ requestId: ({ event }) => event.requestId }),
        },
        'visitor.pressed': 'choosing',
        'back.pressed': 'left',
      },
    },
    choosing: {
      on: {
        'flow.chosen': { target: 'language', actions: assign({ flow: ({ event }) => event.flow }) },
        'start.pressed': { target: 'noting', actions: assign({ flow: null }) },
        'back.pressed': 'shown',
      },
    },
    language: {
      on: {
        'language.chosen': {
          target: 'noting',
          actions: assign({
            errand: ({ context, event }) =>
              context.flow === null ? null : { flow: context.flow, language: event.language },
          }),
        },
        'back.pressed': 'choosing',
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
