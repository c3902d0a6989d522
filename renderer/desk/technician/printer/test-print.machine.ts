import { assign, fromPromise, setup } from 'xstate';
import type { SlipState } from '../../../../shared/contract/kiosk-state.ts';
import { failed, type Problem, type Result } from '../../../../shared/lib/result.ts';

export interface TestPrintContext {
  slipId: string | null;
  /** What the printer says of it. */
  slip: SlipState | null;
  problem: Problem | null;
}

export type TestPrintEvent =
  | { type: 'print.pressed' }
  | { type: 'cameOut.pressed' }
  | { type: 'notOut.pressed' };

/** The printer has ended with it, one way or the other. */
function isOver({ state }: SlipState): boolean {
  return state !== 'queued' && state !== 'printing';
}

/**
 * A test paper: the printer says what it thinks, and a person says whether paper came out. Only the person's word counts: a
 * printer without paper sensors says that all is well.
 */
export const testPrintMachine = setup({
  types: { context: {} as TestPrintContext, events: {} as TestPrintEvent },
  actors: {
    print: fromPromise<Result<{ slipId: string }>>(async () => failed({ code: 'bridge.no-answer' })),
    read: fromPromise<Result<SlipState>, { slipId: string }>(async () =>
      failed({ code: 'bridge.no-answer' }),
    ),
  },
  delays: { patience: 10_000, pause: 500, longest: 40_000 },
}).createMachine({
  id: 'test-print',
  context: { slipId: null, slip: null, problem: null },
  initial: 'ready',
  states: {
    ready: { on: { 'print.pressed': 'printing' } },
    printing: {
      entry: assign({ slipId: null, slip: null, problem: null }),
      // Whatever the printer does: after a while the person is asked, who can look.
      after: { longest: 'asking' },
      initial: 'sending',
      states: {
        sending: {
          invoke: {
            src: 'print',
            onDone: [
              {
                guard: ({ event }) => event.output.ok,
                target: 'reading',
                actions: assign({
                  slipId: ({ event }) => (event.output.ok ? event.output.value.slipId : null),
                }),
              },
              {
                target: '#test-print.failed',
                actions: assign({
                  problem: ({ event }) => (event.output.ok ? null : event.output.problem),
                }),
              },
            ],
            onError: '#test-print.failed',
          },
          after: { patience: '#test-print.failed' },
        },
        reading: {
          invoke: {
            src: 'read',
            input: ({ context }) => ({ slipId: context.slipId ?? '' }),
            onDone: [
              {
                guard: ({ event }) => event.output.ok && isOver(event.output.value),
                target: '#test-print.asking',
                actions: assign({ slip: ({ event }) => (event.output.ok ? event.output.value : null) }),
              },
              { target: 'waiting' },
            ],
            onError: 'waiting',
          },
          after: { patience: 'waiting' },
        },
        waiting: { after: { pause: 'reading' } },
      },
    },
    asking: { on: { 'cameOut.pressed': 'works', 'notOut.pressed': 'broken' } },
    works: { on: { 'print.pressed': 'printing' } },
    broken: { on: { 'print.pressed': 'printing' } },
    failed: { on: { 'print.pressed': 'printing' } },
  },
});
