import { assign, fromPromise, setup } from 'xstate';
import type { CounterTicket } from '../../../../shared/contract/clerk.ts';
import { readTicketNumber } from '../../../../shared/domain/ticket.ts';
import { failed, type Problem, type Result } from '../../../../shared/lib/result.ts';
import { NUMBER_LENGTH } from '../../../flows/look-up/look-up.machine.ts';

export type FindFault = 'empty' | 'short' | 'wrong';

export interface FindContext {
  /** As typed, without the hyphen. */
  typed: string;
  fault: FindFault | null;
  /** What is looked for now: a number, or the text of a code. */
  asked: string;
  ticket: CounterTicket | null;
  problem: Problem | null;
}

export type FindEvent =
  | { type: 'number.typed'; text: string }
  | { type: 'find.pressed' }
  | { type: 'camera.pressed' }
  | { type: 'qr.seen'; text: string }
  | { type: 'again.pressed' }
  | { type: 'back.pressed' };

function faultOf(typed: string): FindFault | null {
  if (typed.length === 0) return 'empty';
  if (typed.length < NUMBER_LENGTH) return 'short';
  return readTicketNumber(typed) === null ? 'wrong' : null;
}

/** A ticket by its number, by the scanner or by its square code. A fault is told when she goes on, never while she types. */
export const findMachine = setup({
  types: {
    input: {} as { scanned: string | null },
    context: {} as FindContext,
    events: {} as FindEvent,
  },
  actors: {
    find: fromPromise<Result<CounterTicket>, { text: string }>(async () =>
      failed({ code: 'bridge.no-answer' }),
    ),
  },
  guards: {
    wasScanned: ({ context }) => context.asked !== '',
    reads: ({ context }) => faultOf(context.typed) === null,
  },
  delays: { patience: 10_000 },
}).createMachine({
  id: 'find',
  context: ({ input }) => ({
    typed: '',
    fault: null,
    asked: input.scanned ?? '',
    ticket: null,
    problem: null,
  }),
  initial: 'arriving',
  states: {
    arriving: { always: [{ guard: 'wasScanned', target: 'looking' }, { target: 'entering' }] },
    entering: {
      on: {
        'number.typed': { actions: assign({ typed: ({ event }) => event.text, fault: null }) },
        'find.pressed': [
          {
            guard: 'reads',
            target: 'looking',
            actions: assign({ asked: ({ context }) => context.typed }),
          },
          { actions: assign({ fault: ({ context }) => faultOf(context.typed) }) },
        ],
        'camera.pressed': { target: 'watching', actions: assign({ fault: null }) },
        'back.pressed': 'left',
      },
    },
    watching: {
      on: {
        'qr.seen': { target: 'looking', actions: assign({ asked: ({ event }) => event.text }) },
        'back.pressed': 'entering',
      },
    },
    looking: {
      entry: assign({ problem: null }),
      invoke: {
        src: 'find',
        input: ({ context }) => ({ text: context.asked }),
        onDone: [
          {
            guard: ({ event }) => event.output.ok,
            target: 'found',
            actions: assign({ ticket: ({ event }) => (event.output.ok ? event.output.value : null) }),
          },
          {
            target: 'missed',
            actions: assign({ problem: ({ event }) => (event.output.ok ? null : event.output.problem) }),
          },
        ],
        onError: { target: 'missed', actions: assign({ problem: { code: 'bridge.no-answer' } }) },
      },
      after: { patience: { target: 'missed', actions: assign({ problem: { code: 'bridge.no-answer' } }) } },
    },
    missed: { on: { 'again.pressed': 'looking', 'camera.pressed': 'watching', 'back.pressed': 'entering' } },
    found: { type: 'final' },
    left: { type: 'final' },
  },
});
