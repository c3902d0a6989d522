import { expect, test } from 'vitest';
import { createActor, fromPromise, waitFor } from 'xstate';
import { failed, type Result, succeeded } from '../../shared/lib/result.ts';
import { aRound, aStaffSession } from '../bridge/fake-desk.ts';
import { deskMachine } from './desk.machine.ts';
import { doorMachine } from './door/door.machine.ts';
import { actMachineFor } from './frame/act.machine.ts';
import { readingMachineFor } from './frame/reading.machine.ts';
import { PAGES, pagesFor } from './technician/pages.ts';
import { testPrintMachine } from './technician/printer/test-print.machine.ts';
import { settleMachine } from './technician/queue/settle.machine.ts';
import { roundMachine } from './technician/round/round.machine.ts';
import { taskMachine } from './technician/tasks/task.machine.ts';
import { technicianMachine } from './technician/technician.machine.ts';
import { walkMachine } from './walk-machine.ts';

const gone = failed({ code: 'bridge.no-answer' });
const session = aStaffSession();

const door = walkMachine(doorMachine, {
  events: [
    { type: 'number.typed', text: '0042' },
    { type: 'number.typed', text: '00' },
    { type: 'pin.typed', text: '123456' },
    { type: 'code.typed', text: 'CONTOH-2026' },
    { type: 'enter.pressed' },
    { type: 'retry.pressed' },
    { type: 'back.pressed' },
    { type: 'activity.seen' },
  ] as { type: string }[],
  answers: {
    looking: [
      succeeded({ hasAccounts: true, isEnrolled: true, lockedUntil: null, session: null }),
      succeeded({ hasAccounts: true, isEnrolled: true, lockedUntil: 9, session: null }),
      succeeded({ hasAccounts: false, isEnrolled: true, lockedUntil: null, session: null }),
      gone,
    ],
    checking: [
      succeeded(session),
      failed({ code: 'staff.no-match', detail: '3' }),
      failed({ code: 'staff.locked', retryAt: 9 }),
      failed({ code: 'staff.no-accounts' }),
      gone,
    ],
    opening: [
      succeeded(session),
      failed({ code: 'staff.no-match', detail: '2' }),
      failed({ code: 'staff.locked', retryAt: 9 }),
      failed({ code: 'staff.has-accounts' }),
      gone,
    ],
  },
});

test('the door: every state is reached, and from each a way leads in or out', () => {
  expect(door.states).toEqual([
    'asking',
    'checking',
    'failed',
    'left',
    'locked',
    'looking',
    'open',
    'opening',
    'setup',
  ]);
  expect(door.deadEnds(['open'])).toEqual(['left']);
  expect(door.deadEnds(['left', 'open'])).toEqual([]);
});

test('the door keeps a PIN and a code only while they are typed and sent', () => {
  const keeps = door.snapshots.filter(({ context }) => context.pin !== '' || context.code !== '');
  const where = [...new Set(keeps.map(({ value }) => String(value)))].sort();
  expect(where).toEqual(['asking', 'checking', 'opening', 'setup']);
});

test('the desk: from every state the way leads out, and outside nobody is signed in', () => {
  const walk = walkMachine(deskMachine, {
    events: [
      { type: 'door.opened', session },
      { type: 'door.left' },
      { type: 'activity.seen' },
      { type: 'stay.pressed' },
      { type: 'signOut.pressed' },
      { type: 'handOver.pressed', errand: { flow: 'complaint', language: 'en' } },
      { type: 'session.gone' },
    ] as { type: string }[],
    answers: { signingOut: [succeeded({}), gone], idle: [undefined] },
  });
  expect(walk.states).toEqual(['door', 'inside', 'left', 'signingOut']);
  expect(walk.deadEnds(['left'])).toEqual([]);
  const signedIn = walk.snapshots.filter(({ context }) => context.session !== null);
  expect(new Set(signedIn.map(({ value }) => value))).toEqual(new Set(['inside']));
  const errands = walk.snapshots.filter(({ context }) => context.errand !== null);
  expect(new Set(errands.map(({ value }) => value))).toEqual(new Set(['signingOut', 'left']));
});

test.each([
  ['kept, because nobody is signed in any more', succeeded({}), { flow: 'complaint', language: 'en' }],
  ['forgotten, because somebody may still be signed in', gone, null],
])('what a visitor came for is %s', async (_, answer, errand) => {
  const desk = createActor(
    deskMachine.provide({ actors: { signOut: fromPromise<Result<unknown>>(async () => answer) } }),
  ).start();
  desk.send({ type: 'door.opened', session });
  desk.send({ type: 'handOver.pressed', errand: { flow: 'complaint', language: 'en' } });
  const left = await waitFor(desk, ({ status }) => status === 'done');
  expect(left.context).toEqual({ session: null, errand });
});

test('the pages: every one is reached from the overview and leads back to it', () => {
  const walk = walkMachine(technicianMachine, {
    input: { pages: PAGES },
    events: [...PAGES.map((page) => ({ type: 'page.chosen', page })), { type: 'back.pressed' }] as {
      type: string;
    }[],
    answers: {},
  });
  expect(walk.states).toEqual([...PAGES].sort());
  expect(walk.deadEnds(['health'])).toEqual([]);
});

test('who sets a kiosk up reaches her pages and no other', () => {
  const pages = pagesFor(['setup']);
  const walk = walkMachine(technicianMachine, {
    input: { pages },
    events: PAGES.map((page) => ({ type: 'page.chosen', page })) as { type: string }[],
    answers: {},
  });
  expect(walk.states).toEqual([...pages].sort());
  expect(walk.states).not.toContain('queue');
  expect(pagesFor(['clerk'])).toEqual([]);
});

test('a reading: what was read stays while it is read again and when that fails', () => {
  const walk = walkMachine(readingMachineFor<string>({ everyMs: 1, patienceMs: 1 }), {
    events: [{ type: 'again.pressed' }],
    answers: { reading: [succeeded('read'), gone] },
  });
  expect(walk.states).toEqual(['failed', 'reading', 'shown']);
  expect(walk.deadEnds(['shown'])).toEqual([]);
  expect(walk.snapshots.some(({ value, context }) => value === 'failed' && context.value === 'read')).toBe(
    true,
  );
});

test('an act: every state is reached, nothing is done without a press, and what was given is not kept', () => {
  const walk = walkMachine(actMachineFor<string, string>(1), {
    events: [{ type: 'act.confirmed', input: 'code' }, { type: 'back.pressed' }] as { type: string }[],
    answers: { acting: [succeeded('done'), gone] },
  });
  expect(walk.states).toEqual(['acting', 'asking', 'done', 'failed']);
  expect(walk.deadEnds(['asking'])).toEqual([]);
  const keeps = walk.snapshots.filter(({ context }) => context.input !== null);
  expect(new Set(keeps.map(({ value }) => value))).toEqual(new Set(['acting']));
});

const task = (state: string) =>
  succeeded({ taskId: 't', kind: 'back-up', state, done: 1, total: 2, said: { id: '', en: '' }, code: null });

test('a task: it always ends, is refused, or waits for somebody to look again', () => {
  const walk = walkMachine(taskMachine, {
    events: [{ type: 'look.pressed' }],
    answers: {
      starting: [succeeded({ taskId: 't' }), gone],
      reading: [task('running'), task('done'), task('failed'), gone],
    },
  });
  expect(walk.states).toEqual(['ended', 'lost', 'reading', 'refused', 'starting', 'waiting']);
  expect(walk.deadEnds(['ended', 'refused'])).toEqual([]);
});

test('a round: every state is reached, and from each it can be started again', () => {
  const walk = walkMachine(roundMachine, {
    events: [{ type: 'start.pressed' }],
    answers: {
      looking: [succeeded(aRound()), succeeded(aRound({ isRunning: false })), gone],
      starting: [succeeded(aRound()), gone],
      reading: [succeeded(aRound()), succeeded(aRound({ isRunning: false })), gone],
    },
  });
  expect(walk.states).toEqual(['ended', 'failed', 'looking', 'reading', 'ready', 'starting', 'waiting']);
  expect(walk.deadEnds(['starting'])).toEqual([]);
});

const slip = (state: string) => succeeded({ slipId: 's', state, trouble: null });

test('a test paper: whatever the printer says, a person is asked', () => {
  const walk = walkMachine(testPrintMachine, {
    events: [{ type: 'print.pressed' }, { type: 'cameOut.pressed' }, { type: 'notOut.pressed' }],
    answers: {
      sending: [succeeded({ slipId: 's' }), gone],
      reading: [slip('printing'), slip('printed'), slip('failed'), slip('unknown'), gone],
    },
  });
  expect(walk.states).toEqual([
    'asking',
    'broken',
    'failed',
    'printing.reading',
    'printing.sending',
    'printing.waiting',
    'ready',
    'works',
  ]);
  expect(walk.deadEnds(['asking'])).toEqual([]);
});

test('settling: nothing is saved without a reason, and there is always a way out', () => {
  const walk = walkMachine(settleMachine, {
    input: { jobId: 'job' },
    events: [
      { type: 'act.chosen', act: 'retry' },
      { type: 'act.chosen', act: 'close' },
      { type: 'reason.chosen', reason: 'Diminta oleh pusat' },
      { type: 'other.pressed' },
      { type: 'reason.typed', text: 'ab ' },
      { type: 'reason.typed', text: 'sudah dicek' },
      { type: 'save.pressed' },
      { type: 'retry.pressed' },
      { type: 'back.pressed' },
    ] as { type: string }[],
    answers: { saving: [succeeded({}), gone] },
  });
  expect(walk.states).toEqual(['choosing', 'failed', 'left', 'reasoning', 'saved', 'saving', 'writing']);
  expect(walk.deadEnds(['left'])).toEqual([]);
  const saving = walk.snapshots.filter(({ value }) => value === 'saving');
  expect(saving.length).toBeGreaterThan(0);
  expect(saving.every(({ context }) => context.reason.trim().length >= 3)).toBe(true);
});
