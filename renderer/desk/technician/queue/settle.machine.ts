import { assign, fromPromise, setup } from 'xstate';
import type { DeskInput } from '../../../../shared/contract/desk.ts';
import { failed, type Problem, type Result } from '../../../../shared/lib/result.ts';

export type SettleAct = DeskInput<'desk.settle-job'>['act'];
export const LEAST_REASON = 3;

export interface SettleContext {
  jobId: string;
  act: SettleAct;
  reason: string;
  isShort: boolean;
  problem: Problem | null;
}

export type SettleEvent =
  | { type: 'act.chosen'; act: SettleAct }
  | { type: 'reason.chosen'; reason: string }
  | { type: 'other.pressed' }
  | { type: 'reason.typed'; text: string }
  | { type: 'save.pressed' }
  | { type: 'retry.pressed' }
  | { type: 'back.pressed' };

/** A record that is set aside: what to do with it, why, done. Without a reason nothing is done. */
export const settleMachine = setup({
  types: {
    input: {} as { jobId: string },
    context: {} as SettleContext,
    events: {} as SettleEvent,
  },
  actors: {
    settle: fromPromise<Result<unknown>, DeskInput<'desk.settle-job'>>(async () =>
      failed({ code: 'bridge.no-answer' }),
    ),
  },
  guards: { hasReason: ({ context }) => context.reason.trim().length >= LEAST_REASON },
  delays: { patience: 10_000 },
}).createMachine({
  id: 'settle',
  context: ({ input }) => ({
    jobId: input.jobId,
    act: 'retry',
    reason: '',
    isShort: false,
    problem: null,
  }),
  initial: 'choosing',
  states: {
    choosing: {
      on: {
        'act.chosen': {
          target: 'reasoning',
          actions: assign({ act: ({ event }) => event.act, reason: '' }),
        },
        'back.pressed': 'left',
      },
    },
    reasoning: {
      on: {
        'reason.chosen': { target: 'saving', actions: assign({ reason: ({ event }) => event.reason }) },
        'other.pressed': { target: 'writing', actions: assign({ reason: '', isShort: false }) },
        'back.pressed': 'choosing',
      },
    },
    writing: {
      on: {
        'reason.typed': { actions: assign({ reason: ({ event }) => event.text, isShort: false }) },
        'save.pressed': [{ guard: 'hasReason', target: 'saving' }, { actions: assign({ isShort: true }) }],
        'back.pressed': 'reasoning',
      },
    },
    saving: {
      invoke: {
        src: 'settle',
        input: ({ context: { jobId, act, reason } }) => ({ jobId, act, reason: reason.trim() }),
        onDone: [
          { guard: ({ event }) => event.output.ok, target: 'saved' },
          {
            target: 'failed',
            actions: assign({ problem: ({ event }) => (event.output.ok ? null : event.output.problem) }),
          },
        ],
        onError: { target: 'failed', actions: assign({ problem: { code: 'bridge.no-answer' } }) },
      },
      after: { patience: { target: 'failed', actions: assign({ problem: { code: 'bridge.no-answer' } }) } },
    },
    saved: { on: { 'back.pressed': 'left' } },
    failed: { on: { 'retry.pressed': 'saving', 'back.pressed': 'left' } },
    left: { type: 'final' },
  },
});
