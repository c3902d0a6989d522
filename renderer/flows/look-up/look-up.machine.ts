import { assign, fromPromise, setup } from 'xstate';
import type { CallOutput } from '../../../shared/contract/ipc.ts';
import { actsFor, type FollowUpAct } from '../../../shared/domain/follow-up.ts';
import { readTicketNumber, type TicketNumber } from '../../../shared/domain/ticket.ts';
import { failed, type Problem, type Result } from '../../../shared/lib/result.ts';

export type FoundTicket = CallOutput<'ticket.look-up'>;
export type ReadQr = CallOutput<'ticket.read-qr'>;
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
  /** The number came from a slip that the kiosk checked. */
  isScanned: boolean;
  /** What the checked slip of another kiosk said. */
  slip: Pick<ReadQr, 'officeName' | 'recordedAt'> | null;
  /** The last code in the picture that was no ticket. */
  scanFault: 'not-a-ticket' | null;
  scanned: string;
}

export type LookUpEvent =
  | { type: 'number.typed'; text: string }
  | { type: 'secret.typed'; text: string }
  | { type: 'next.pressed' }
  | { type: 'back.pressed' }
  | { type: 'again.pressed' }
  | { type: 'retry.pressed' }
  | { type: 'scan.pressed' }
  | { type: 'qr.seen'; text: string }
  | { type: 'add.pressed' }
  | { type: 'whatNext.pressed' }
  | { type: 'paper.pressed' }
  | { type: 'addition.made'; act: FollowUpAct; part: number; recordedAt: number }
  | { type: 'ticket.closed' };

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

type Scanned = Pick<LookUpContext, 'number' | 'isScanned' | 'slip'>;

/** The number of a slip goes on to the secret, also where this kiosk cannot tell whether the slip is real. */
function readFrom(answer: Result<ReadQr>): Scanned {
  if (!answer.ok) return { number: '', isScanned: false, slip: null };
  const { number, isOurs, isGenuine, officeName, recordedAt } = answer.value;
  return {
    number: number.replace('-', ''),
    isScanned: isGenuine,
    slip: isGenuine && !isOurs ? { officeName, recordedAt } : null,
  };
}

/** What she has just added stands on the timeline at once, as what it is: recorded here. */
function withAddition(
  found: FoundTicket | null,
  { act, part, recordedAt }: Extract<LookUpEvent, { type: 'addition.made' }>,
): FoundTicket | null {
  if (!found) return null;
  const others = found.additions.filter((addition) => addition.part !== part);
  return { ...found, additions: [...others, { part, act, recordedAt, isReceived: false }] };
}

const nothingTyped: LookUpContext = {
  number: '',
  secret: '',
  numberFault: null,
  secretFault: null,
  found: null,
  problem: null,
  isScanned: false,
  slip: null,
  scanFault: null,
  scanned: '',
};

/**
 * Number, typed or read from the slip's QR, then secret, then what is known about the ticket and what can be added to it. The QR
 * opens nothing. Faults are told when she goes on, never while she types.
 */
export const lookUpMachine = setup({
  types: { context: {} as LookUpContext, events: {} as LookUpEvent },
  actors: {
    lookUp: fromPromise<Result<FoundTicket>, Asked>(async () => failed({ code: 'bridge.no-answer' })),
    readQr: fromPromise<Result<ReadQr>, { text: string }>(async () => failed({ code: 'bridge.no-answer' })),
  },
  guards: {
    numberReads: ({ context }) => numberFaultOf(context.number) === null,
    mayAdd: ({ context }) =>
      context.found !== null && !context.found.isFromElsewhere && actsFor(context.found.kind).length > 0,
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
        'number.typed': {
          actions: assign({
            number: ({ event }) => event.text,
            numberFault: null,
            isScanned: false,
            slip: null,
          }),
        },
        'scan.pressed': { target: 'scanning', actions: assign({ scanFault: null, numberFault: null }) },
        'next.pressed': [
          { guard: 'numberReads', target: 'askingSecret' },
          { actions: assign({ numberFault: ({ context }) => numberFaultOf(context.number) }) },
        ],
        'back.pressed': 'left',
      },
    },
    /** The camera stays on while a code is checked, so that the next one can be shown at once. */
    scanning: {
      initial: 'watching',
      on: { 'back.pressed': 'askingNumber' },
      states: {
        watching: {
          on: {
            'qr.seen': { target: 'reading', actions: assign({ scanned: ({ event }) => event.text }) },
          },
        },
        reading: {
          invoke: {
            id: 'readQr',
            src: 'readQr',
            input: ({ context }) => ({ text: context.scanned }),
            onDone: [
              {
                guard: ({ event }) => event.output.ok && event.output.value.isGenuine,
                target: '#look-up.askingSecret',
                actions: assign(({ event }) => readFrom(event.output)),
              },
              {
                guard: ({ event }) => event.output.ok,
                target: '#look-up.elsewhere',
                actions: assign(({ event }) => readFrom(event.output)),
              },
              {
                guard: ({ event }) => !event.output.ok && event.output.problem.code === 'qr.not-genuine',
                target: '#look-up.notGenuine',
              },
              { target: 'watching', actions: assign({ scanFault: 'not-a-ticket' }) },
            ],
            onError: 'watching',
          },
          after: { patience: 'watching' },
          exit: assign({ scanned: '' }),
        },
      },
    },
    /** Signed by a kiosk whose key this one does not hold: neither confirmed nor denied. The hub may know its ticket. */
    elsewhere: { on: { 'next.pressed': 'askingSecret', 'back.pressed': 'askingNumber' } },
    notGenuine: { on: { 'retry.pressed': 'scanning', 'back.pressed': 'askingNumber' } },
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
          {
            guard: ({ event }) => !event.output.ok && event.output.problem.code === 'ticket.not-here',
            target: 'notHere',
          },
          { target: 'failed' },
        ],
        onError: 'failed',
      },
      after: { patience: 'failed' },
    },
    found: {
      on: {
        'again.pressed': { target: 'askingNumber', actions: assign(nothingTyped) },
        'add.pressed': { guard: 'mayAdd', target: 'adding' },
        'whatNext.pressed': 'explaining',
        'paper.pressed': 'printing',
      },
    },
    /** A paper with what she was told; it has a machine of its own. */
    printing: { on: { 'back.pressed': 'found' } },
    explaining: { on: { 'back.pressed': 'found' } },
    /** A flow of its own, which ends with an addition, without one, or with a ticket that must be opened again. */
    adding: {
      on: {
        'addition.made': {
          target: 'found',
          actions: assign({ found: ({ context, event }) => withAddition(context.found, event) }),
        },
        'back.pressed': 'found',
        'ticket.closed': { target: 'askingSecret', actions: assign({ found: null }) },
      },
    },
    noMatch: { on: { 'retry.pressed': 'askingNumber', 'back.pressed': 'left' } },
    locked: { on: { 'back.pressed': 'left' } },
    /** Another kiosk's, and the hub cannot be asked: the secret is kept for another try. */
    notHere: { on: { 'retry.pressed': 'looking', 'back.pressed': 'left' } },
    failed: { on: { 'retry.pressed': 'looking', 'back.pressed': 'left' } },
    left: { type: 'final' },
  },
});
