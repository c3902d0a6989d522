import type { CallOutput } from '../../shared/contract/ipc.ts';
import { kioskCodeOf, ticketNumberOf } from '../../shared/domain/ticket.ts';
import { failed, succeeded } from '../../shared/lib/result.ts';
import type { DeedOf, EngineEvent, Sight } from './flow-model.ts';
import type { Hands } from './hands.ts';

/**
 * What happens between the button that sends and the end of a flow: the same machine states, screens and events in every
 * flow that ends with a ticket. The kiosk commits and prints for real; what it cannot be brought to do, it is made to say.
 */
export interface SendingWords {
  check: { send: string };
  failed: { retry: string };
  ticket: { next: string };
  slip: { taken: string; missing: string; goOn: string; withoutTitle: string };
  after: { finish: string };
}

export interface SendingParts {
  /** The machine's id: its delays are named by it. */
  id: string;
  /** What the screens' names begin with. */
  screens: string;
  words: SendingWords;
}

type Ticket = CallOutput<'submission.submit'>;
type Slip = CallOutput<'slip.read'>;

/** What of a snapshot the sending looks at. */
export interface SendingSnapshot {
  matches(state: never): boolean;
  context: { slip: Slip | null; slipTaken: boolean | null };
}

type SendingEvent =
  | { type: 'send.pressed' }
  | { type: 'retry.pressed' }
  | { type: 'next.pressed' }
  | { type: 'back.pressed' }
  | { type: 'slip.changed'; slip: Slip }
  | { type: 'slip.taken' }
  | { type: 'slip.missing' }
  | { type: 'slip.retried' }
  | { type: 'finish.pressed' }
  | EngineEvent;
export type SendingDeed = Omit<DeedOf<never>, 'events'> & { events: readonly SendingEvent[] };

/** The machine's own copy; the real one has a number of its own and is never compared with it. */
const ticket: Ticket = {
  number: ticketNumberOf(kioskCodeOf(7), 42),
  secret: '042917',
  qrText: 'EXAMPLE:QR',
  recordedAt: Date.UTC(2026, 5, 1),
  slipId: '00000000-0000-4000-8000-000000000001',
};
const slipIs = (state: Slip['state'], trouble: Slip['trouble'] = null): SendingEvent => ({
  type: 'slip.changed',
  slip: { slipId: ticket.slipId, state, trouble },
});

/** Longer than the flows wait for an answer, and than a printer takes to say that it has no paper. */
const LONG_PATIENCE_MS = 60_000;
/** As long as the flows wait for an answer about a slip, and a moment for the screen to follow. */
const SLIP_PATIENCE_MS = 5_300;

export function sendingDeeds(state: string, snapshot: SendingSnapshot, parts: SendingParts): SendingDeed[] {
  const { words } = parts;
  const press = (name: string, type: 'next.pressed' | 'back.pressed' | 'finish.pressed'): SendingDeed => ({
    name: `press "${name}"`,
    events: [{ type }],
    act: (hands) => hands.press(name),
  });
  const isFailed = snapshot.context.slip?.state === 'failed';
  switch (state) {
    case 'checking':
      return commitDeeds('send.pressed', words.check.send, parts);
    case 'failed':
      return commitDeeds('retry.pressed', words.failed.retry, parts);
    case 'served.showingTicket': {
      const isOpen = snapshot.context.slipTaken === null;
      return [
        ...(isFailed && isOpen ? retryDeeds(parts) : []),
        ...(isFailed && isOpen
          ? [
              ...tellDeeds('next.pressed', (hands) => hands.words.common.next, parts),
              ...tellDeeds('slip.missing', (hands) => hands.words.ticket.slip.atCounter, parts),
            ]
          : [
              {
                name: 'go on from the ticket',
                events: [{ type: 'next.pressed' } as const],
                act: (hands: Hands) => hands.press(isOpen ? words.ticket.next : hands.words.common.next),
              },
            ]),
      ];
    }
    case 'served.askingSlip':
      return [
        ...tellDeeds('slip.taken', () => words.slip.taken, parts),
        ...tellDeeds('slip.missing', () => words.slip.missing, parts),
        back,
      ];
    case 'served.withoutSlip':
      return [press(words.slip.goOn, 'next.pressed')];
    case 'served.explaining':
      return [back, press(words.after.finish, 'finish.pressed')];
    default:
      return [];
  }
}

const back: SendingDeed = {
  name: 'go back',
  events: [{ type: 'back.pressed' }],
  act: (hands) => hands.press(hands.words.common.back),
};

/** One press that commits, with everything that can come of it. */
function commitDeeds(
  type: 'send.pressed' | 'retry.pressed',
  button: string,
  { id }: SendingParts,
): SendingDeed[] {
  const name = type === 'send.pressed' ? 'send' : 'try again';
  return outcomeDeeds(name, [{ type }], id, async (hands, answer) => {
    await hands.answer('submission.submit', answer);
    await hands.press(button);
  });
}

/** The same where she has pressed already and the answer is still held back. */
export const answerDeeds = ({ id }: SendingParts): SendingDeed[] =>
  outcomeDeeds('wait', [], id, (hands, answer) => hands.release('submission.submit', answer));

function outcomeDeeds(
  name: string,
  before: readonly SendingEvent[],
  id: string,
  press: (hands: Hands, answer: Parameters<Hands['answer']>[1]) => Promise<void>,
): SendingDeed[] {
  const accepted: SendingEvent = { type: 'xstate.done.actor.submit', output: succeeded(ticket) };
  return [
    {
      name: `${name}: recorded`,
      events: [...before, accepted],
      act: (hands) => press(hands, null),
      patienceMs: LONG_PATIENCE_MS,
    },
    {
      name: `${name}: recorded, and the printer has no paper`,
      events: [...before, accepted, slipIs('failed', 'out-of-paper')],
      async act(hands) {
        await hands.printer.set({ paper: 'out' });
        await press(hands, null);
      },
      patienceMs: LONG_PATIENCE_MS,
    },
    {
      name: `${name}: the disk is full`,
      events: [...before, { type: 'xstate.done.actor.submit', output: failed({ code: 'intake.disk-full' }) }],
      act: (hands) => press(hands, failed({ code: 'intake.disk-full' })),
    },
    {
      name: `${name}: the engine breaks`,
      events: [...before, { type: 'xstate.error.actor.submit', error: new Error('scripted') }],
      act: (hands) => press(hands, 'breaks'),
    },
    {
      name: `${name}: nobody answers`,
      events: [...before, { type: `xstate.after.submitPatience.${id}.committing` }],
      act: (hands) => press(hands, 'silent'),
      patienceMs: LONG_PATIENCE_MS,
    },
  ];
}

/** A word about the slip, with everything that can come of it. */
function tellDeeds(
  type: 'slip.taken' | 'slip.missing' | 'next.pressed',
  button: (hands: Hands) => string,
  { id }: SendingParts,
): SendingDeed[] {
  const slip: Slip = {
    slipId: ticket.slipId,
    state: type === 'slip.taken' ? 'printed' : 'handed-over',
    trouble: null,
  };
  const outcomes: [string, EngineEvent, Parameters<Hands['answer']>[1]][] = [
    ['heard', { type: 'xstate.done.actor.answerSlip', output: succeeded(slip) }, null],
    ['the engine breaks', { type: 'xstate.error.actor.answerSlip', error: new Error('scripted') }, 'breaks'],
    ['nobody answers', { type: `xstate.after.slipPatience.${id}.served.tellingSlip` }, 'silent'],
  ];
  return outcomes.map(([what, outcome, answer]) => ({
    name: `${type}: ${what}`,
    events: [{ type }, outcome],
    async act(hands: Hands) {
      await hands.answer('slip.answer', answer);
      await hands.press(button(hands));
    },
    patienceMs: LONG_PATIENCE_MS,
  }));
}

/** Another try at paper, with everything that can come of it. */
function retryDeeds({ id }: SendingParts): SendingDeed[] {
  const queued: Slip = { slipId: ticket.slipId, state: 'queued', trouble: null };
  const again = async (hands: Hands, answer: Parameters<Hands['answer']>[1]) => {
    await hands.answer('slip.retry', answer);
    await hands.press(hands.words.ticket.slip.retry);
  };
  const type = 'slip.retried';
  return [
    {
      name: 'print again: paper is back',
      events: [{ type }, { type: 'xstate.done.actor.retrySlip', output: succeeded(queued) }],
      async act(hands) {
        await hands.printer.set({ paper: 'ok' });
        await again(hands, null);
      },
      patienceMs: LONG_PATIENCE_MS,
    },
    {
      name: 'print again: refused',
      events: [
        { type },
        { type: 'xstate.done.actor.retrySlip', output: failed({ code: 'slip.not-repeatable' }) },
      ],
      act: (hands) => again(hands, failed({ code: 'slip.not-repeatable' })),
    },
    {
      name: 'print again: the engine breaks',
      events: [{ type }, { type: 'xstate.error.actor.retrySlip', error: new Error('scripted') }],
      act: (hands) => again(hands, 'breaks'),
    },
    {
      name: 'print again: nobody answers',
      events: [{ type }, { type: `xstate.after.slipPatience.${id}.served.retryingSlip` }],
      act: (hands) => again(hands, 'silent'),
      lastsMs: SLIP_PATIENCE_MS,
      patienceMs: LONG_PATIENCE_MS,
    },
  ];
}

/** What must be seen from the failure or the ticket on; null before. */
export function sendingSight(
  state: string,
  snapshot: SendingSnapshot,
  { screens, words }: SendingParts,
  texts: { slipFailed: string },
): Sight | null {
  switch (state) {
    case 'failed':
      return { screen: `${screens}.failed`, words: [words.failed.retry] };
    case 'served.showingTicket': {
      const isFailed = snapshot.context.slip?.state === 'failed';
      return { screen: `${screens}.ticket`, words: isFailed ? [texts.slipFailed] : [] };
    }
    case 'served.withoutSlip':
      return { screen: `${screens}.ticket`, words: [words.slip.withoutTitle] };
    case 'served.askingSlip':
      return { screen: `${screens}.slip`, words: [words.slip.taken, words.slip.missing] };
    case 'served.explaining':
      return { screen: `${screens}.after`, words: [words.after.finish] };
    default:
      return null;
  }
}

/** Named by the machine and not done on the screen, with the reason. */
export const SENDING_LEFT_OUT: Readonly<Record<string, string>> = {
  'xstate.error.actor.watchSlip':
    'the listener cannot throw: it only registers for what the kiosk tells by itself',
  'slip.changed': 'the kiosk tells it by itself; done with the deed that prints, where paper is out',
  'served.showingTicket slip.taken':
    'this button stands only where the print is in doubt; paper.spec.ts goes there',
  'served.askingSlip slip.retried':
    'the slip would have to fail while she is asked; the button is that of the ticket page',
};
