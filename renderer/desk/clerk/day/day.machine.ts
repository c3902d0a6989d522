import { assign, fromPromise, setup } from 'xstate';
import type { ClerkOutput, DayReport } from '../../../../shared/contract/clerk.ts';
import type { SlipState } from '../../../../shared/contract/kiosk-state.ts';
import { failed, type Problem, type Result } from '../../../../shared/lib/result.ts';

export interface DayContext {
  report: DayReport | null;
  requestId: string;
  slipId: string | null;
  /** How the paper of the report ended. */
  slip: SlipState | null;
  problem: Problem | null;
}

export type DayEvent =
  | { type: 'open.pressed' }
  | { type: 'close.pressed' }
  | { type: 'confirm.pressed'; requestId: string }
  /** The report once more, on a paper of its own. */
  | { type: 'printAgain.pressed'; requestId: string }
  | { type: 'paper.ended'; slip: SlipState }
  | { type: 'retry.pressed' }
  | { type: 'back.pressed' };

const NO_ANSWER: Problem = { code: 'bridge.no-answer' };

function problemOf(answer: Result<unknown>): Problem | null {
  return answer.ok ? null : answer.problem;
}

/** The day of the counter: opened once, its figures as they are, closed with a paper. What is still open is told before it is closed. */
export const dayMachine = setup({
  types: { context: {} as DayContext, events: {} as DayEvent },
  actors: {
    read: fromPromise<Result<DayReport>>(async () => failed({ code: 'bridge.no-answer' })),
    open: fromPromise<Result<DayReport>>(async () => failed({ code: 'bridge.no-answer' })),
    close: fromPromise<Result<ClerkOutput<'clerk.close-day'>>, { requestId: string }>(async () =>
      failed({ code: 'bridge.no-answer' }),
    ),
  },
  guards: {
    isNew: ({ context }) => context.report?.openedAt === null,
    isOpened: ({ context }) => typeof context.report?.openedAt === 'number',
  },
  delays: { patience: 15_000, longest: 60_000 },
}).createMachine({
  id: 'day',
  context: { report: null, requestId: '', slipId: null, slip: null, problem: null },
  initial: 'reading',
  states: {
    reading: {
      invoke: {
        src: 'read',
        onDone: [
          {
            guard: ({ event }) => event.output.ok,
            target: 'shown',
            actions: assign({
              report: ({ event, context }) => (event.output.ok ? event.output.value : context.report),
              problem: null,
            }),
          },
          { target: 'unread', actions: assign({ problem: ({ event }) => problemOf(event.output) }) },
        ],
        onError: { target: 'unread', actions: assign({ problem: NO_ANSWER }) },
      },
      after: { patience: { target: 'unread', actions: assign({ problem: NO_ANSWER }) } },
      on: { 'back.pressed': 'left' },
    },
    unread: { on: { 'retry.pressed': 'reading', 'back.pressed': 'left' } },
    shown: {
      on: {
        'open.pressed': { guard: 'isNew', target: 'opening' },
        'close.pressed': { guard: 'isOpened', target: 'confirming' },
        'retry.pressed': 'reading',
        'back.pressed': 'left',
      },
    },
    opening: {
      entry: assign({ problem: null }),
      invoke: {
        src: 'open',
        onDone: [
          {
            guard: ({ event }) => event.output.ok,
            target: 'shown',
            actions: assign({
              report: ({ event, context }) => (event.output.ok ? event.output.value : context.report),
              problem: null,
            }),
          },
          { target: 'notOpened', actions: assign({ problem: ({ event }) => problemOf(event.output) }) },
        ],
        onError: { target: 'notOpened', actions: assign({ problem: NO_ANSWER }) },
      },
      after: { patience: { target: 'notOpened', actions: assign({ problem: NO_ANSWER }) } },
    },
    notOpened: { on: { 'retry.pressed': 'opening', 'back.pressed': 'reading' } },
    confirming: {
      on: {
        'confirm.pressed': {
          target: 'closing',
          actions: assign({ requestId: ({ event }) => event.requestId }),
        },
        'back.pressed': 'shown',
      },
    },
    closing: {
      entry: assign({ problem: null, slip: null, slipId: null }),
      invoke: {
        src: 'close',
        input: ({ context }) => ({ requestId: context.requestId }),
        onDone: [
          {
            guard: ({ event }) => event.output.ok,
            target: 'printing',
            actions: assign({
              report: ({ event, context }) => (event.output.ok ? event.output.value.report : context.report),
              slipId: ({ event }) => (event.output.ok ? event.output.value.slipId : null),
            }),
          },
          { target: 'notClosed', actions: assign({ problem: ({ event }) => problemOf(event.output) }) },
        ],
        onError: { target: 'notClosed', actions: assign({ problem: NO_ANSWER }) },
      },
      after: { patience: { target: 'notClosed', actions: assign({ problem: NO_ANSWER }) } },
    },
    notClosed: { on: { 'retry.pressed': 'closing', 'back.pressed': 'reading' } },
    /** What watches the paper ends by itself; the limit here is for when even that is gone. */
    printing: {
      on: { 'paper.ended': { target: 'ended', actions: assign({ slip: ({ event }) => event.slip }) } },
      after: { longest: 'ended' },
    },
    ended: {
      on: {
        'printAgain.pressed': {
          target: 'closing',
          actions: assign({ requestId: ({ event }) => event.requestId }),
        },
        'back.pressed': 'reading',
      },
    },
    left: { type: 'final' },
  },
});
