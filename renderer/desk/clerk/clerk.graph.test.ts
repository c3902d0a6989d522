import { expect, test } from 'vitest';
import { transition } from 'xstate';
import { failed, succeeded } from '../../../shared/lib/result.ts';
import { aCounterTicket, aDay } from '../../bridge/fake-clerk.ts';
import { walkMachine } from '../walk-machine.ts';
import { clerkMachine } from './clerk.machine.ts';
import { dayMachine } from './day/day.machine.ts';
import { findMachine } from './find/find.machine.ts';
import { helpMachine } from './help/help.machine.ts';
import { CLERK_PAGES, CLERK_TOOLS } from './pages.ts';
import { paperMachine } from './paper/paper.machine.ts';
import { ticketMachine } from './ticket/ticket.machine.ts';

type Events = { type: string }[];
const gone = failed({ code: 'bridge.no-answer' });
const slip = (state: string) => ({ slipId: 's', state, trouble: null });
const ends = ['printed', 'failed', 'unknown'].map((state) => ({
  type: 'paper.ended',
  slip: slip(state),
}));

test('the pages: every one is reached, also by the scanner, and leads back to the list', () => {
  const walk = walkMachine(clerkMachine, {
    events: [
      ...CLERK_TOOLS.map(({ tool }) => ({ type: 'page.chosen', page: tool })),
      { type: 'ticket.chosen', ticket: aCounterTicket() },
      { type: 'list.chosen', list: 'paper-trouble' },
      { type: 'back.pressed' },
    ] as Events,
    answers: {},
  });
  expect(walk.states).toEqual([...CLERK_PAGES].sort());
  expect(walk.deadEnds(['tickets'])).toEqual([]);
  const roll = walk.snapshots.find(({ value }) => value === 'roll');
  // She came from the day, and goes back there.
  expect(roll && transition(clerkMachine, roll as never, { type: 'back.pressed' })[0].value).toBe('day');
  const held = walk.snapshots.filter(({ context }) => context.ticket !== null);
  expect(new Set(held.map(({ value }) => value))).toEqual(new Set(['ticket']));
});

test.each([null, 'B4K2L7M9'])('finding %s: it is found, or she is told and goes on', (scanned) => {
  const walk = walkMachine(findMachine, {
    input: { scanned },
    events: [
      { type: 'number.typed', text: '' },
      { type: 'number.typed', text: 'B4K2' },
      { type: 'number.typed', text: 'BBBBBBBB' },
      { type: 'number.typed', text: aCounterTicket().number.replace('-', '') },
      { type: 'find.pressed' },
      { type: 'camera.pressed' },
      { type: 'qr.seen', text: 'PM1:CONTOH' },
      { type: 'again.pressed' },
      { type: 'back.pressed' },
    ] as Events,
    answers: { looking: [succeeded(aCounterTicket()), failed({ code: 'clerk.not-found' }), gone] },
  });
  expect(walk.states).toEqual(['entering', 'found', 'left', 'looking', 'missed', 'watching']);
  expect(walk.deadEnds(['found', 'left'])).toEqual([]);
  expect(walk.deadEnds(['found'])).toEqual(['left']);
  const asked = walk.snapshots.filter(({ value }) => value === 'looking').map(({ context }) => context.asked);
  expect(asked).not.toContain('BBBBBBBB');
  expect(asked).not.toContain('');
});

test('a paper: its end is always told, by the printer or by the clock', () => {
  const walk = walkMachine(paperMachine, {
    input: { slipId: 's' },
    events: [],
    answers: {
      reading: ['queued', 'printing', 'printed', 'failed']
        .map((one) => succeeded(slip(one)))
        .concat(gone as never),
    },
  });
  expect(walk.states).toEqual(['over', 'watching.reading', 'watching.waiting']);
  expect(walk.deadEnds(['over'])).toEqual([]);
  // None of the answers says so: unknown is what the clock makes of a printer that never ends.
  const last = walk.snapshots.filter(({ status }) => status === 'done').map(({ output }) => output.state);
  expect(new Set(last)).toEqual(new Set(['printed', 'failed', 'unknown']));
});

test('helping: the paper ends by itself, and going over to the visitors’ side is held up by nothing', () => {
  const walk = walkMachine(helpMachine, {
    events: [
      { type: 'emergency.pressed', requestId: 'one' },
      ...ends,
      { type: 'visitor.pressed' },
      { type: 'flow.chosen', flow: 'look-up' },
      { type: 'start.pressed' },
      { type: 'language.chosen', language: 'en' },
      { type: 'retry.pressed' },
      { type: 'back.pressed' },
    ] as Events,
    answers: { asking: [succeeded({ slipId: 's' }), gone], noting: [succeeded({}), gone] },
  });
  expect(walk.states).toEqual([
    'asking',
    'choosing',
    'ended',
    'handedOver',
    'language',
    'left',
    'notAsked',
    'noting',
    'printing',
    'shown',
  ]);
  expect(walk.deadEnds(['left', 'handedOver'])).toEqual([]);
  const errands = walk.snapshots
    .filter(({ value }) => value === 'handedOver')
    .map(({ context }) => context.errand);
  expect(errands).toContainEqual({ flow: 'look-up', language: 'en' });
  expect(errands).toContainEqual(null);
});

const ticketWalk = (changes: Parameters<typeof aCounterTicket>[0]) =>
  walkMachine(ticketMachine, {
    input: { ticket: aCounterTicket(changes) },
    events: [
      { type: 'reprint.pressed' },
      { type: 'reason.chosen', reason: 'lost', requestId: 'one' },
      { type: 'printAgain.pressed', requestId: 'one' },
      ...ends,
      { type: 'look.pressed' },
      { type: 'cameOut.pressed' },
      { type: 'notOut.pressed' },
      { type: 'gone.pressed' },
      { type: 'serve.pressed', served: true },
      { type: 'serve.pressed', served: false },
      { type: 'retry.pressed' },
      { type: 'back.pressed' },
    ] as Events,
    answers: {
      asking: [succeeded({ slipId: 's' }), gone],
      ending: [succeeded(null), gone],
      settling: [succeeded(null), failed({ code: 'clerk.not-unsure' })],
      serving: [succeeded(aCounterTicket({ ...changes, served: { at: 1, by: '1001' } })), gone],
      refreshing: [succeeded(aCounterTicket(changes)), gone],
    },
  });

/** Walked once, outside of the tests: it goes through thousands of places. */
const unsure = ticketWalk({ paper: { slip: slip('unknown') as never, isOpen: true, copies: 1 } });

test('a ticket: every state is reached, and the list is in reach from each', () => {
  const walk = unsure;
  expect(walk.states).toEqual([
    'asking',
    'ending',
    'left',
    'looking',
    'notAsked',
    'notEnded',
    'notOut',
    'notPrinted',
    'notServed',
    'notSettled',
    'printed',
    'printing',
    'reasoning',
    'refreshing',
    'serving',
    'settling',
    'shown',
    'stale',
  ]);
  expect(walk.deadEnds(['left'])).toEqual([]);
});

test('a ticket: nothing is printed without a reason and a number of its own, nothing settled without its paper', () => {
  const walk = unsure;
  const asking = walk.snapshots.filter(({ value }) => value === 'asking');
  expect(asking.every(({ context }) => context.requestId !== '')).toBe(true);
  const settling = walk.snapshots.filter(({ value }) => value === 'settling');
  expect(settling.every(({ context }) => context.slipId === 's' || context.slipId?.length === 36)).toBe(true);
  const ending = walk.snapshots.filter(({ value }) => value === 'ending');
  expect(ending.every(({ context }) => context.slipId === 's' && context.slip?.state !== 'printed')).toBe(
    true,
  );
});

test('a ticket that the counter has nothing to do with is never marked, and sure paper is not asked about', () => {
  const walk = ticketWalk({ isForCounter: false });
  expect(walk.states).not.toContain('serving');
  const first = walk.snapshots.find(({ value }) => value === 'shown');
  expect(first?.can({ type: 'look.pressed' })).toBe(false);
});

test.each([
  ['new', { openedAt: null, openedBy: null }],
  ['open', {}],
])('a %s day: it is opened once, closed by a second press, and the way leads out', (name, changes) => {
  const walk = walkMachine(dayMachine, {
    events: [
      { type: 'open.pressed' },
      { type: 'close.pressed' },
      { type: 'confirm.pressed', requestId: 'one' },
      { type: 'printAgain.pressed', requestId: 'two' },
      ...ends,
      { type: 'retry.pressed' },
      { type: 'back.pressed' },
    ] as Events,
    answers: {
      reading: [succeeded(aDay(changes)), gone],
      opening: [succeeded(aDay()), gone],
      closing: [succeeded({ report: aDay({ closedAt: 9, closedBy: '1001' }), slipId: 's' }), gone],
    },
  });
  expect(walk.deadEnds(['left'])).toEqual([]);
  const common = [
    'closing',
    'confirming',
    'ended',
    'left',
    'notClosed',
    'printing',
    'reading',
    'shown',
    'unread',
  ];
  expect(walk.states).toEqual(name === 'new' ? [...common, 'notOpened', 'opening'].sort() : common.sort());
  const closing = walk.snapshots.filter(({ value }) => value === 'closing');
  expect(closing.every(({ context }) => context.requestId !== '' && context.report?.openedAt !== null)).toBe(
    true,
  );
});
