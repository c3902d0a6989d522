import { assign, fromPromise, setup } from 'xstate';
import type { StaffInput, StaffOutput, StaffSession } from '../../../shared/contract/desk.ts';
import { failed, type Problem, type Result } from '../../../shared/lib/result.ts';

export const NUMBER_LENGTH = 4;
export const PIN_LENGTH = 6;
const LEAST_CODE = 8;

export type DoorFault = 'number-short' | 'pin-short' | 'no-match' | 'code-short' | 'wrong-code';

export interface DoorContext {
  number: string;
  /** Here while it is typed; gone as soon as it is sent, and with the door. */
  pin: string;
  code: string;
  faults: readonly DoorFault[];
  /** How often it may still be tried, as the engine says. Empty: it did not say. */
  triesLeft: string;
  isEnrolled: boolean;
  /** Unix ms. */
  lockedUntil: number | null;
  problem: Problem | null;
  session: StaffSession | null;
}

export type DoorEvent =
  | { type: 'number.typed'; text: string }
  | { type: 'pin.typed'; text: string }
  | { type: 'code.typed'; text: string }
  | { type: 'enter.pressed' }
  | { type: 'retry.pressed' }
  | { type: 'back.pressed' }
  | { type: 'activity.seen' };

function signInFaults({ number, pin }: DoorContext): DoorFault[] {
  return [
    ...(number.length === NUMBER_LENGTH ? [] : (['number-short'] as const)),
    ...(pin.length === PIN_LENGTH ? [] : (['pin-short'] as const)),
  ];
}

const digits = (text: string, most: number) => text.replaceAll(/\D/g, '').slice(0, most);
const problemOf = (answer: Result<unknown>) => (answer.ok ? null : answer.problem);
const isProblem = (answer: Result<unknown>, code: string) => problemOf(answer)?.code === code;

/**
 * Number and PIN, or, for a kiosk without accounts, the setup door. What was typed is gone when it was sent and when nobody
 * touched the door for a while. A session that somebody left open is closed first: who stands here now must say who she is.
 */
export const doorMachine = setup({
  types: { context: {} as DoorContext, events: {} as DoorEvent },
  actors: {
    look: fromPromise<Result<StaffOutput<'staff.door'>>>(async () => failed({ code: 'bridge.no-answer' })),
    signIn: fromPromise<Result<StaffSession>, StaffInput<'staff.sign-in'>>(async () =>
      failed({ code: 'bridge.no-answer' }),
    ),
    openSetup: fromPromise<Result<StaffSession>, StaffInput<'staff.open-setup'>>(async () =>
      failed({ code: 'bridge.no-answer' }),
    ),
  },
  actions: {
    forgetTyped: assign({ pin: '', code: '' }),
    forgetAll: assign({ number: '', pin: '', code: '', faults: [] }),
  },
  guards: {
    isComplete: ({ context }) => signInFaults(context).length === 0,
    mayOpenSetup: ({ context }) => !context.isEnrolled || context.code.length >= LEAST_CODE,
  },
  delays: { patience: 15_000, quiet: 60_000 },
}).createMachine({
  id: 'door',
  context: {
    number: '',
    pin: '',
    code: '',
    faults: [],
    triesLeft: '',
    isEnrolled: false,
    lockedUntil: null,
    problem: null,
    session: null,
  },
  initial: 'looking',
  states: {
    looking: {
      invoke: {
        src: 'look',
        onDone: [
          {
            guard: ({ event }) => event.output.ok && event.output.value.lockedUntil !== null,
            target: 'locked',
            actions: assign({
              lockedUntil: ({ event }) => (event.output.ok ? event.output.value.lockedUntil : null),
            }),
          },
          { guard: ({ event }) => event.output.ok && event.output.value.hasAccounts, target: 'asking' },
          {
            guard: ({ event }) => event.output.ok,
            target: 'setup',
            actions: assign({
              isEnrolled: ({ event }) => event.output.ok && event.output.value.isEnrolled,
            }),
          },
          { target: 'failed', actions: assign({ problem: ({ event }) => problemOf(event.output) }) },
        ],
        onError: 'failed',
      },
      after: { patience: 'failed' },
      on: { 'back.pressed': 'left' },
    },
    asking: {
      on: {
        'number.typed': {
          target: 'asking',
          reenter: true,
          actions: assign({ number: ({ event }) => digits(event.text, NUMBER_LENGTH), faults: [] }),
        },
        'pin.typed': {
          target: 'asking',
          reenter: true,
          actions: assign({ pin: ({ event }) => digits(event.text, PIN_LENGTH), faults: [] }),
        },
        'enter.pressed': [
          { guard: 'isComplete', target: 'checking' },
          { actions: assign({ faults: ({ context }) => signInFaults(context) }) },
        ],
        'back.pressed': 'left',
        'activity.seen': { target: 'asking', reenter: true },
      },
      after: { quiet: 'left' },
    },
    checking: {
      invoke: {
        src: 'signIn',
        input: ({ context }) => ({ staffNumber: context.number, pin: context.pin }),
        onDone: [
          {
            guard: ({ event }) => event.output.ok,
            target: 'open',
            actions: assign({ session: ({ event }) => (event.output.ok ? event.output.value : null) }),
          },
          {
            guard: ({ event }) => isProblem(event.output, 'staff.no-match'),
            target: 'asking',
            actions: assign({
              faults: ['no-match'],
              triesLeft: ({ event }) => problemOf(event.output)?.detail ?? '',
            }),
          },
          {
            guard: ({ event }) => isProblem(event.output, 'staff.locked'),
            target: 'locked',
            actions: assign({ lockedUntil: ({ event }) => problemOf(event.output)?.retryAt ?? null }),
          },
          { guard: ({ event }) => isProblem(event.output, 'staff.no-accounts'), target: 'looking' },
          { target: 'failed', actions: assign({ problem: ({ event }) => problemOf(event.output) }) },
        ],
        onError: 'failed',
      },
      after: { patience: 'failed' },
      exit: 'forgetTyped',
    },
    setup: {
      on: {
        'code.typed': {
          target: 'setup',
          reenter: true,
          actions: assign({ code: ({ event }) => event.text.toUpperCase(), faults: [] }),
        },
        'enter.pressed': [
          { guard: 'mayOpenSetup', target: 'opening' },
          { actions: assign({ faults: ['code-short'] }) },
        ],
        'back.pressed': 'left',
        'activity.seen': { target: 'setup', reenter: true },
      },
      after: { quiet: 'left' },
    },
    opening: {
      invoke: {
        src: 'openSetup',
        input: ({ context }) => ({ code: context.isEnrolled ? context.code : null }),
        onDone: [
          {
            guard: ({ event }) => event.output.ok,
            target: 'open',
            actions: assign({ session: ({ event }) => (event.output.ok ? event.output.value : null) }),
          },
          {
            guard: ({ event }) => isProblem(event.output, 'staff.no-match'),
            target: 'setup',
            actions: assign({
              faults: ['wrong-code'],
              triesLeft: ({ event }) => problemOf(event.output)?.detail ?? '',
            }),
          },
          {
            guard: ({ event }) => isProblem(event.output, 'staff.locked'),
            target: 'locked',
            actions: assign({ lockedUntil: ({ event }) => problemOf(event.output)?.retryAt ?? null }),
          },
          { guard: ({ event }) => isProblem(event.output, 'staff.has-accounts'), target: 'looking' },
          { target: 'failed', actions: assign({ problem: ({ event }) => problemOf(event.output) }) },
        ],
        onError: 'failed',
      },
      after: { patience: 'failed' },
      exit: 'forgetTyped',
    },
    locked: {
      entry: 'forgetAll',
      on: {
        'retry.pressed': 'looking',
        'back.pressed': 'left',
        'activity.seen': { target: 'locked', reenter: true },
      },
      after: { quiet: 'left' },
    },
    failed: {
      entry: 'forgetAll',
      on: {
        'retry.pressed': { target: 'looking', actions: assign({ problem: null }) },
        'back.pressed': 'left',
        'activity.seen': { target: 'failed', reenter: true },
      },
      after: { quiet: 'left' },
    },
    open: { entry: 'forgetAll', type: 'final' },
    left: { entry: 'forgetAll', type: 'final' },
  },
});
