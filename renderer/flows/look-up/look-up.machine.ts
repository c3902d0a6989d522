import { assign, fromPromise, setup } from 'xstate';
import type { CallOutput } from '../../../shared/contract/ipc.ts';
import { readTicketNumber, type TicketNumber } from '../../../shared/domain/ticket.ts';
import { failed, type Problem, type Result } from '../../../shared/lib/result.ts';

export type FoundTicket = CallOutput<'ticket.look-up'>;
export type NumberFault = 'empty' | 'short' | 'wrong';
export type SecretFault = 'empty' | 'short';

export const NUMBER_LENGTH = 8;
export const SECRET_LENGTH = 6;

export interface LookUpContext {
  /** As typed, without the hyphen. */
  number: string;
  secret: string;
  numberFault: NumberFault | null;
  secretFault: SecretFault | null;
  found: FoundTicket | null;
  problem: Problem | null;
}

export type LookUpEvent =
  | { type: 'number.typed'; text: string }
  | { type: 'secret.typed'; text: string }
  | { type: 'next.pressed' }
  | { type: 'back.pressed' }
  | { type: 'again.pressed' }
  | { type: 'retry.pressed' };

export interface Asked {
  number: TicketNumber;
  secret: string;
}

function numberFaultOf(typed: string): NumberFault | null {
  if (typed.length === 0) return 'empty';
  if (typed.length < NUMBER_LENGTH) return 'short';
  return readTicketNumber(typed) === null ? 'wrong' : null;
}

function secretFaultOf(typed: string): SecretFault | null {
  if (typed.length === 0) return 'empty';
  return typed.length < SECRET_LENGTH ? 'short' : null;
}

function askedIn({ number, secret }: LookUpContext): Asked {
  const read = readTicketNumber(number);
  if (read === null) throw new Error('a number that does not read was asked for');
  return { number: read, secret };
}

const nothingTyped: LookUpContext = {
  number: '',
  secret: '',
  numberFault: null,
  secretFault: null,
  found: null,
  problem: null,
};

/** Number, then secret, then what is known about the ticket. Faults are told when she goes on, never while she types. */
export const lookUpMachine = setup({
  types: { context: {} as LookUpContext, events: {} as LookUpEvent },
  actors: {
    lookUp: fromPromise<Result<FoundTicket>, Asked>(async () => failed({ code: 'bridge.no-answer' })),
  },
  guards: {
    numberReads: ({ context }) => numberFaultOf(context.number) === null,
    secretReads: ({ context }) => secretFaultOf(context.secret) === null,
  },
  delays: { patience: 10_000 },
}).createMachine({
  id: 'look-up',
  context: nothingTyped,
  initial: 'askingNumber',
  states: {
    askingNumber: {
      on: {
        'number.typed': { actions: assign({ number: ({ event }) => event.text, numberFault: null }) },
        'next.pressed': [
          { guard: 'numberReads', target: 'askingSecret' },
          { actions: assign({ numberFault: ({ context }) => numberFaultOf(context.number) }) },
        ],
        'back.pressed': 'left',
      },
    },
    askingSecret: {
      on: {
        'secret.typed': { actions: assign({ secret: ({ event }) => event.text, secretFault: null }) },
        'next.pressed': [
          { guard: 'secretReads', target: 'looking' },
          { actions: assign({ secretFault: ({ context }) => secretFaultOf(context.secret) }) },
        ],
        'back.pressed': { target: 'askingNumber', actions: assign({ secretFault: null }) },
      },
    },
    looking: {
      tags: 'busy',
      invoke: {
        src: 'lookUp',
        input: ({ context }) => askedIn(context),
        onDone: [
          {
            guard: ({ event }) => event.output.ok,
            target: 'found',
            actions: assign({
              found: ({ event }) => (event.output.ok ? event.output.value : null),
              secret: '',
            }),
          },
          {
            guard: ({ event }) => !event.output.ok && event.output.problem.code === 'ticket.no-match',
            target: 'noMatch',
            actions: assign({ secret: '' }),
          },
          {
            guard: ({ event }) => !event.output.ok && event.output.problem.code === 'ticket.locked',
            target: 'locked',
            actions: assign({
              problem: ({ event }) => (event.output.ok ? null : event.output.problem),
              secret: '',
            }),
          },
          { target: 'failed' },
        ],
        onError: 'failed',
      },
      after: { patience: 'failed' },
    },
    found: { on: { 'again.pressed': { target: 'askingNumber', actions: assign(nothingTyped) } } },
    noMatch: { on: { 'retry.pressed': 'askingNumber', 'back.pressed': 'left' } },
    locked: { on: { 'back.pressed': 'left' } },
    failed: { on: { 'retry.pressed': 'looking', 'back.pressed': 'left' } },
    left: { type: 'final' },
  },
});
