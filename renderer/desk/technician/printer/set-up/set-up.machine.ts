import { assign, fromPromise, setup } from 'xstate';
import type { DeskInput, DeskOutput, SeenPrinter } from '../../../../../shared/contract/desk.ts';
import { completePrinterAddress } from '../../../../../shared/lib/printer-address.ts';
import { failed, type Problem, type Result } from '../../../../../shared/lib/result.ts';

type Found = DeskOutput<'desk.find-printers'>;
type Trial = DeskOutput<'desk.try-printer'>;
export type PrinterChoice = DeskInput<'desk.set-printer'>;

export interface SetUpContext {
  /** Null: not looked yet. */
  found: Found | null;
  /** As it stands in the field. */
  typed: string;
  /** The printer that is being set up. */
  seen: SeenPrinter | null;
  /** The kind that was chosen for it. */
  profile: string | null;
  /** What the printer said of the last test page. */
  trial: Trial | null;
  /** What the field for the address says. */
  wrong: 'no-address' | 'nobody-there' | null;
  problem: Problem | null;
}

export type SetUpEvent =
  | { type: 'printer.chosen'; address: string }
  | { type: 'network.chosen' }
  | { type: 'address.typed'; text: string }
  | { type: 'address.entered' }
  | { type: 'kind.chosen'; profile: string }
  | { type: 'legible.pressed' }
  | { type: 'garbled.pressed' }
  | { type: 'notOut.pressed' }
  | { type: 'print.pressed' }
  | { type: 'kinds.pressed' }
  | { type: 'again.pressed' }
  | { type: 'back.pressed' };

const start: SetUpContext = {
  found: null,
  typed: '',
  seen: null,
  profile: null,
  trial: null,
  wrong: null,
  problem: null,
};
const gone: Problem = { code: 'bridge.no-answer' };
const unanswered = async () => failed(gone);

const setUp = setup({
  types: { context: {} as SetUpContext, events: {} as SetUpEvent },
  actors: {
    find: fromPromise<Result<Found>>(unanswered),
    ask: fromPromise<Result<SeenPrinter>, { address: string }>(unanswered),
    tryOut: fromPromise<Result<Trial>, PrinterChoice>(unanswered),
    set: fromPromise<Result<object>, PrinterChoice>(unanswered),
  },
  actions: { noteSilence: assign({ problem: gone }) },
  // A printer may take its whole patience for a page, and a page that is being printed comes before it.
  delays: { patience: 60_000, patienceForPaper: 120_000 },
});

const choiceOf = ({ context }: { context: SetUpContext }): PrinterChoice => ({
  profile: context.profile ?? '',
  address: context.seen?.address ?? '',
});

const notAnswered = { target: 'failed', actions: 'noteSilence' } as const;

/**
 * From no printer, or the wrong one, to one that was seen to work: found or named, its kind chosen, a page printed and read by a
 * person, and only then in force. Until the last step whatever was in force stays in force.
 */
export const setUpMachine = setUp.createMachine({
  id: 'printer-set-up',
  context: start,
  initial: 'finding',
  states: {
    finding: {
      entry: assign(start),
      invoke: {
        src: 'find',
        onDone: [
          {
            guard: ({ event }) => event.output.ok,
            target: 'choosingPrinter',
            actions: assign({ found: ({ event }) => (event.output.ok ? event.output.value : null) }),
          },
          {
            target: 'failed',
            actions: assign({ problem: ({ event }) => (event.output.ok ? null : event.output.problem) }),
          },
        ],
        onError: notAnswered,
      },
      after: { patience: notAnswered },
      on: { 'back.pressed': 'left' },
    },
    choosingPrinter: {
      on: {
        'printer.chosen': {
          target: 'choosingKind',
          actions: assign({
            seen: ({ context, event }) =>
              context.found?.printers.find(({ address }) => address === event.address) ?? null,
            profile: null,
          }),
        },
        'network.chosen': { target: 'typing', actions: assign({ wrong: null }) },
        'again.pressed': 'finding',
        'back.pressed': 'left',
      },
    },
    typing: {
      on: {
        'address.typed': { actions: assign({ typed: ({ event }) => event.text, wrong: null }) },
        'address.entered': [
          { guard: ({ context }) => context.typed.trim() !== '', target: 'asking' },
          { actions: assign({ wrong: 'no-address' }) },
        ],
        'back.pressed': 'choosingPrinter',
      },
    },
    asking: {
      invoke: {
        src: 'ask',
        input: ({ context }) => ({ address: completePrinterAddress(context.typed) }),
        onDone: [
          {
            guard: ({ event }) => event.output.ok && event.output.value.state === 'unreachable',
            target: 'typing',
            actions: assign({ wrong: 'nobody-there' }),
          },
          {
            guard: ({ event }) => event.output.ok,
            target: 'choosingKind',
            actions: assign({
              seen: ({ event }) => (event.output.ok ? event.output.value : null),
              profile: null,
            }),
          },
          {
            guard: ({ event }) => !event.output.ok && event.output.problem.code === 'printer.bad-address',
            target: 'typing',
            actions: assign({ wrong: 'no-address' }),
          },
          {
            target: 'failed',
            actions: assign({ problem: ({ event }) => (event.output.ok ? null : event.output.problem) }),
          },
        ],
        onError: notAnswered,
      },
      after: { patience: notAnswered },
    },
    choosingKind: {
      on: {
        'kind.chosen': { target: 'trying', actions: assign({ profile: ({ event }) => event.profile }) },
        'back.pressed': 'choosingPrinter',
      },
    },
    trying: {
      entry: assign({ trial: null }),
      invoke: {
        src: 'tryOut',
        input: choiceOf,
        onDone: [
          {
            guard: ({ event }) => event.output.ok && event.output.value.outcome === 'failed',
            target: 'notOut',
            actions: assign({ trial: ({ event }) => (event.output.ok ? event.output.value : null) }),
          },
          {
            guard: ({ event }) => event.output.ok,
            target: 'reading',
            actions: assign({ trial: ({ event }) => (event.output.ok ? event.output.value : null) }),
          },
          {
            target: 'failed',
            actions: assign({ problem: ({ event }) => (event.output.ok ? null : event.output.problem) }),
          },
        ],
        onError: notAnswered,
      },
      after: { patienceForPaper: notAnswered },
    },
    // The printer says one thing, the person who looks says another: the person is believed.
    reading: {
      on: {
        'legible.pressed': 'setting',
        'garbled.pressed': 'choosingKind',
        'notOut.pressed': 'notOut',
      },
    },
    notOut: {
      on: {
        'print.pressed': 'trying',
        'kinds.pressed': 'choosingKind',
        'back.pressed': 'choosingPrinter',
      },
    },
    setting: {
      invoke: {
        src: 'set',
        input: choiceOf,
        onDone: [
          { guard: ({ event }) => event.output.ok, target: 'done' },
          {
            target: 'failed',
            actions: assign({ problem: ({ event }) => (event.output.ok ? null : event.output.problem) }),
          },
        ],
        onError: notAnswered,
      },
      after: { patience: notAnswered },
    },
    failed: {
      on: { 'again.pressed': 'finding', 'back.pressed': 'left' },
    },
    done: { on: { 'back.pressed': 'left' } },
    left: { type: 'final' },
  },
});
