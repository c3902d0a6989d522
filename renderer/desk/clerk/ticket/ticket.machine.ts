import { assign, fromPromise, setup } from 'xstate';
import type { ClerkInput, CounterTicket, ReprintReason } from '../../../../shared/contract/clerk.ts';
import type { SlipState } from '../../../../shared/contract/kiosk-state.ts';
import type { TicketNumber } from '../../../../shared/domain/ticket.ts';
import { failed, type Problem, type Result } from '../../../../shared/lib/result.ts';
import { needsEyes, paperWordOf } from '../paper-word.ts';

export interface TicketContext {
  ticket: CounterTicket;
  reason: ReprintReason;
  /** One for each paper that is asked for, so that asking twice prints once. */
  requestId: string;
  slipId: string | null;
  /** How the copy ended. Null: none was printed here. */
  slip: SlipState | null;
  cameOut: boolean;
  served: boolean;
  problem: Problem | null;
}

export type TicketEvent =
  | { type: 'reprint.pressed' }
  | { type: 'reason.chosen'; reason: ReprintReason; requestId: string }
  /** Once more, with a paper of its own. */
  | { type: 'printAgain.pressed'; requestId: string }
  | { type: 'paper.ended'; slip: SlipState }
  | { type: 'look.pressed' }
  | { type: 'cameOut.pressed' }
  | { type: 'notOut.pressed' }
  /** Whoever it was for is gone. */
  | { type: 'gone.pressed' }
  | { type: 'serve.pressed'; served: boolean }
  | { type: 'retry.pressed' }
  | { type: 'back.pressed' };

const NO_ANSWER: Problem = { code: 'bridge.no-answer' };

function problemOf(answer: Result<unknown>): Problem | null {
  return answer.ok ? null : answer.problem;
}

/**
 * One ticket at the counter: its paper, its copy, its mark. Each act is asked once and its end told; afterwards the ticket is read
 * again, so that what stands here is what is so.
 */
export const ticketMachine = setup({
  types: {
    input: {} as { ticket: CounterTicket },
    context: {} as TicketContext,
    events: {} as TicketEvent,
  },
  actors: {
    reprint: fromPromise<Result<{ slipId: string }>, ClerkInput<'clerk.reprint'>>(async () =>
      failed({ code: 'bridge.no-answer' }),
    ),
    settle: fromPromise<Result<CounterTicket | null>, ClerkInput<'clerk.settle-paper'>>(async () =>
      failed({ code: 'bridge.no-answer' }),
    ),
    end: fromPromise<Result<CounterTicket | null>, ClerkInput<'clerk.end-paper'>>(async () =>
      failed({ code: 'bridge.no-answer' }),
    ),
    serve: fromPromise<Result<CounterTicket>, ClerkInput<'clerk.serve'>>(async () =>
      failed({ code: 'bridge.no-answer' }),
    ),
    refresh: fromPromise<Result<CounterTicket>, { number: TicketNumber }>(async () =>
      failed({ code: 'bridge.no-answer' }),
    ),
  },
  guards: {
    mustLook: ({ context }) => context.ticket.paper.slip !== null && needsEyes(paperWordOf(context.ticket)),
    /** A paper that the printer said it had printed does not wait for the counter. */
    mayEnd: ({ context }) => context.slip?.state !== 'printed',
    mayServe: ({ context, event }) =>
      event.type === 'serve.pressed' &&
      context.ticket.isForCounter &&
      (context.ticket.served !== null) !== event.served,
  },
  delays: { patience: 10_000, longest: 60_000 },
}).createMachine({
  id: 'ticket',
  context: ({ input }) => ({
    ticket: input.ticket,
    reason: 'lost',
    requestId: '',
    slipId: null,
    slip: null,
    cameOut: false,
    served: false,
    problem: null,
  }),
  initial: 'shown',
  states: {
    shown: {
      entry: assign({ problem: null, slip: null, slipId: null, requestId: '' }),
      on: {
        'reprint.pressed': 'reasoning',
        'look.pressed': {
          guard: 'mustLook',
          target: 'looking',
          actions: assign({ slipId: ({ context }) => context.ticket.paper.slip?.slipId ?? null }),
        },
        'serve.pressed': {
          guard: 'mayServe',
          target: 'serving',
          actions: assign({ served: ({ event }) => event.served }),
        },
        'back.pressed': 'left',
      },
    },
    reasoning: {
      on: {
        'reason.chosen': {
          target: 'asking',
          actions: assign({ reason: ({ event }) => event.reason, requestId: ({ event }) => event.requestId }),
        },
        'back.pressed': 'shown',
      },
    },
    asking: {
      entry: assign({ slip: null, slipId: null, problem: null }),
      invoke: {
        src: 'reprint',
        input: ({ context: { requestId, ticket, reason } }) => ({ requestId, number: ticket.number, reason }),
        onDone: [
          {
            guard: ({ event }) => event.output.ok,
            target: 'printing',
            actions: assign({
              slipId: ({ event }) => (event.output.ok ? event.output.value.slipId : null),
            }),
          },
          { target: 'notAsked', actions: assign({ problem: ({ event }) => problemOf(event.output) }) },
        ],
        onError: { target: 'notAsked', actions: assign({ problem: NO_ANSWER }) },
      },
      after: { patience: { target: 'notAsked', actions: assign({ problem: NO_ANSWER }) } },
    },
    /** Asking again with the same id: if the first was heard after all, it is not printed twice. */
    notAsked: { on: { 'retry.pressed': 'asking', 'back.pressed': 'refreshing' } },
    /** What watches the paper ends by itself; the limit here is for when even that is gone. */
    printing: {
      on: {
        'paper.ended': [
          {
            guard: ({ event }) => event.slip.state === 'printed',
            target: 'printed',
            actions: assign({ slip: ({ event }) => event.slip }),
          },
          {
            guard: ({ event }) => event.slip.state === 'unknown',
            target: 'looking',
            actions: assign({ slip: ({ event }) => event.slip }),
          },
          { target: 'notPrinted', actions: assign({ slip: ({ event }) => event.slip }) },
        ],
      },
      after: { longest: 'looking' },
    },
    printed: {
      on: {
        'notOut.pressed': 'notOut',
        'back.pressed': 'refreshing',
      },
    },
    notPrinted: {
      on: {
        'printAgain.pressed': {
          target: 'asking',
          actions: assign({ requestId: ({ event }) => event.requestId }),
        },
        'back.pressed': 'refreshing',
      },
    },
    looking: {
      on: {
        'cameOut.pressed': { target: 'settling', actions: assign({ cameOut: true }) },
        'notOut.pressed': { target: 'settling', actions: assign({ cameOut: false }) },
        'back.pressed': 'refreshing',
      },
    },
    settling: {
      entry: assign({ problem: null }),
      invoke: {
        src: 'settle',
        input: ({ context }) => ({ slipId: context.slipId ?? '', cameOut: context.cameOut }),
        onDone: [
          { guard: ({ event, context }) => event.output.ok && context.cameOut, target: 'refreshing' },
          { guard: ({ event }) => event.output.ok, target: 'notOut' },
          { target: 'notSettled', actions: assign({ problem: ({ event }) => problemOf(event.output) }) },
        ],
        onError: { target: 'notSettled', actions: assign({ problem: NO_ANSWER }) },
      },
      after: { patience: { target: 'notSettled', actions: assign({ problem: NO_ANSWER }) } },
    },
    notSettled: { on: { 'retry.pressed': 'settling', 'back.pressed': 'refreshing' } },
    /** Nothing came out: the copy is one press away, and so is the end of it. */
    notOut: {
      on: {
        'printAgain.pressed': {
          target: 'asking',
          actions: assign({ reason: 'did-not-come-out', requestId: ({ event }) => event.requestId }),
        },
        'gone.pressed': { guard: 'mayEnd', target: 'ending' },
        'back.pressed': 'refreshing',
      },
    },
    ending: {
      entry: assign({ problem: null }),
      invoke: {
        src: 'end',
        input: ({ context }) => ({ slipId: context.slipId ?? '' }),
        onDone: [
          { guard: ({ event }) => event.output.ok, target: 'refreshing' },
          { target: 'notEnded', actions: assign({ problem: ({ event }) => problemOf(event.output) }) },
        ],
        onError: { target: 'notEnded', actions: assign({ problem: NO_ANSWER }) },
      },
      after: { patience: { target: 'notEnded', actions: assign({ problem: NO_ANSWER }) } },
    },
    notEnded: { on: { 'retry.pressed': 'ending', 'back.pressed': 'refreshing' } },
    serving: {
      entry: assign({ problem: null }),
      invoke: {
        src: 'serve',
        input: ({ context }) => ({ number: context.ticket.number, served: context.served }),
        onDone: [
          {
            guard: ({ event }) => event.output.ok,
            target: 'shown',
            actions: assign({
              ticket: ({ event, context }) => (event.output.ok ? event.output.value : context.ticket),
            }),
          },
          { target: 'notServed', actions: assign({ problem: ({ event }) => problemOf(event.output) }) },
        ],
        onError: { target: 'notServed', actions: assign({ problem: NO_ANSWER }) },
      },
      after: { patience: { target: 'notServed', actions: assign({ problem: NO_ANSWER }) } },
    },
    notServed: { on: { 'retry.pressed': 'serving', 'back.pressed': 'refreshing' } },
    refreshing: {
      entry: assign({ problem: null }),
      invoke: {
        src: 'refresh',
        input: ({ context }) => ({ number: context.ticket.number }),
        onDone: [
          {
            guard: ({ event }) => event.output.ok,
            target: 'shown',
            actions: assign({
              ticket: ({ event, context }) => (event.output.ok ? event.output.value : context.ticket),
            }),
          },
          { target: 'stale', actions: assign({ problem: ({ event }) => problemOf(event.output) }) },
        ],
        onError: { target: 'stale', actions: assign({ problem: NO_ANSWER }) },
      },
      after: { patience: { target: 'stale', actions: assign({ problem: NO_ANSWER }) } },
    },
    /** What stood here is no longer sure: it is not shown as if it were. */
    stale: { on: { 'retry.pressed': 'refreshing', 'back.pressed': 'left' } },
    left: { type: 'final' },
  },
});
