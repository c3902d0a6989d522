// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { StaffSession } from '../../../shared/contract/desk.ts';
import type { CallName } from '../../../shared/contract/ipc.ts';
import { ticketNumberOf } from '../../../shared/domain/ticket.ts';
import { failed, succeeded } from '../../../shared/lib/result.ts';
import { type FakeBridge, fakeBridge } from '../../bridge/fake.ts';
import { aCounterTicket, aDay } from '../../bridge/fake-clerk.ts';
import { aStaffSession } from '../../bridge/fake-desk.ts';
import { show } from '../../testing.tsx';
import { clerkId } from '../../texts/clerk.id.ts';
import { deskId } from '../../texts/desk.id.ts';
import { id as idTexts } from '../../texts/id.ts';
import { Desk } from '../desk.tsx';
import { desksFor } from '../desks-for.ts';
import { EVERYTHING_OPEN } from '../frame/desk-frame.tsx';
import { actLine } from './audit/audit-view.tsx';
import { leftOver } from './day/day-view.tsx';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const settle = (ms = 50) => act(() => vi.advanceTimersByTimeAsync(ms));
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const page = () => document.querySelector<HTMLElement>('[data-screen]')?.dataset.screen;
const asked = (bridge: FakeBridge, name: CallName) => bridge.asked.filter((call) => call.name === name);
const NUMBER = aCounterTicket().number;

async function atTheCounter(
  script: Parameters<typeof fakeBridge>[0] = {},
  roles: StaffSession['roles'] = ['clerk'],
) {
  const bridge = fakeBridge({
    'staff.sign-in': () => succeeded(aStaffSession({ staffNumber: '1001', roles })),
    ...script,
  });
  const onLeave = vi.fn();
  show(
    <Desk
      bridge={bridge}
      timeZone="Asia/Jakarta"
      visitors={EVERYTHING_OPEN}
      onLanguage={() => {}}
      onLeave={onLeave}
    />,
  );
  await settle();
  for (const [id, text] of [
    ['staff-number', '1001'],
    ['staff-pin', '101001'],
  ]) {
    fireEvent.change(document.getElementById(id ?? '') as HTMLInputElement, { target: { value: text } });
  }
  press(deskId.door.enterNow);
  await settle();
  return { bridge, onLeave };
}

async function openTicket() {
  press(new RegExp(NUMBER));
  await settle();
  expect(page()).toBe('clerk.ticket');
}

function scan(text: string) {
  for (const key of [...text, 'Enter']) {
    fireEvent.keyDown(document.activeElement ?? document.body, { key });
  }
}

test('a clerk comes to the tickets of the day, and nothing of the technician is asked', async () => {
  const { bridge } = await atTheCounter();
  expect(page()).toBe('clerk.tickets');
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(clerkId.tickets.title.today(1));
  expect(bridge.asked.some(({ name }) => name.startsWith('desk.'))).toBe(false);
});

test('two touches mark a visitor as served, and two take it back', async () => {
  const { bridge } = await atTheCounter();
  await openTicket();
  press(new RegExp(clerkId.ticket.serve));
  await settle();
  expect(asked(bridge, 'clerk.serve')[0]?.input).toEqual({ number: NUMBER, served: true });
  press(new RegExp(clerkId.ticket.unserve));
  await settle();
  expect(asked(bridge, 'clerk.serve')[1]?.input).toEqual({ number: NUMBER, served: false });
});

test('a list longer than one answer is turned by one row of buttons, and back', async () => {
  const { rowsOf, nextPage, previousPage } = idTexts.common;
  const turn = (name: string) => fireEvent.click(screen.getByText(name));
  const { bridge } = await atTheCounter({
    // Two stand for the fifty that an answer can hold.
    'clerk.tickets': ({ offset }) =>
      succeeded({
        tickets: [0, 1].map((at) => aCounterTicket({ number: ticketNumberOf('B4K', 70_000 + offset + at) })),
        total: 52,
        counts: { today: 52, 'to-serve': 0, 'paper-trouble': 0 },
      }),
  });
  expect(screen.getByText(rowsOf(1, 2, 52))).toBeTruthy();
  turn(nextPage);
  await settle();
  expect(screen.getByText(rowsOf(51, 52, 52))).toBeTruthy();
  expect(screen.getByText(nextPage).closest('button')?.disabled).toBe(true);
  turn(previousPage);
  await settle();
  expect(screen.getByText(rowsOf(1, 2, 52))).toBeTruthy();
  expect(asked(bridge, 'clerk.tickets').map(({ input }) => (input as { offset: number }).offset)).toEqual([
    0, 50, 0,
  ]);
});

test('the list is read again after an act', async () => {
  const { bridge } = await atTheCounter();
  await openTicket();
  press(new RegExp(clerkId.ticket.serve));
  await settle();
  const before = asked(bridge, 'clerk.tickets').length;
  press(clerkId.page.back);
  await settle();
  expect(asked(bridge, 'clerk.tickets').length).toBe(before + 1);
});

test('a copy is said to be out only when the printer says so', async () => {
  let state: 'queued' | 'printing' | 'printed' = 'queued';
  const { bridge } = await atTheCounter({
    'clerk.read-slip': ({ slipId }) => succeeded({ slipId, state, trouble: null }),
  });
  await openTicket();
  press(new RegExp(clerkId.ticket.reprint));
  press(clerkId.reprint.reason.lost);
  await settle(2_000);
  expect(page()).toBe('clerk.printing');
  expect(document.body.textContent).toContain(clerkId.paper.queued);
  state = 'printing';
  await settle(1_000);
  expect(document.body.textContent).toContain(clerkId.paper.printing);
  expect(document.body.textContent).not.toContain(clerkId.reprint.printedTitle);
  state = 'printed';
  await settle(1_000);
  expect(page()).toBe('clerk.printed');
  press(clerkId.reprint.done);
  await settle();
  expect(asked(bridge, 'clerk.reprint')[0]?.input).toMatchObject({ number: NUMBER, reason: 'lost' });
  // What stands on the page afterwards was read again.
  expect(asked(bridge, 'clerk.find').at(-1)?.input).toEqual({ text: NUMBER });
});

test('a copy that failed says why, and printing it again is another paper', async () => {
  const { bridge } = await atTheCounter({
    'clerk.read-slip': ({ slipId }) => succeeded({ slipId, state: 'failed', trouble: 'out-of-paper' }),
  });
  await openTicket();
  press(new RegExp(clerkId.ticket.reprint));
  press(clerkId.reprint.reason.unreadable);
  await settle();
  expect(page()).toBe('clerk.not-printed');
  expect(document.body.textContent).toContain('Kertas habis.');
  press(clerkId.reprint.again);
  await settle();
  const ids = asked(bridge, 'clerk.reprint').map(({ input }) => (input as { requestId: string }).requestId);
  expect(new Set(ids).size).toBe(2);
});

test('asking that nobody answered is asked again with the same id, so that it is printed once', async () => {
  const { bridge } = await atTheCounter({ 'clerk.reprint': () => failed({ code: 'bridge.no-answer' }) });
  await openTicket();
  press(new RegExp(clerkId.ticket.reprint));
  press(clerkId.reprint.reason.lost);
  await settle();
  press(deskId.reading.again);
  await settle();
  const ids = asked(bridge, 'clerk.reprint').map(({ input }) => (input as { requestId: string }).requestId);
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(1);
});

test('paper that nobody is sure of: "no" is kept and offers the copy', async () => {
  const paper = {
    slip: { slipId: crypto.randomUUID(), state: 'unknown' as const, trouble: null },
    isOpen: true,
    copies: 1,
  };
  const { bridge } = await atTheCounter({
    'clerk.tickets': () =>
      succeeded({
        tickets: [aCounterTicket({ paper })],
        total: 1,
        counts: { today: 1, 'to-serve': 1, 'paper-trouble': 1 },
      }),
  });
  await openTicket();
  press(new RegExp(clerkId.ticket.look.replace('?', '\\?')));
  press(new RegExp(`^${clerkId.reprint.no}`));
  await settle();
  expect(asked(bridge, 'clerk.settle-paper')[0]?.input).toEqual({
    slipId: paper.slip.slipId,
    cameOut: false,
  });
  expect(page()).toBe('clerk.not-out');
  press(clerkId.reprint.printNow);
  await settle();
  expect(asked(bridge, 'clerk.reprint')[0]?.input).toMatchObject({ reason: 'did-not-come-out' });
});

test('the scanner leads to the ticket from any page, with nothing touched', async () => {
  const { bridge } = await atTheCounter();
  press(clerkId.page.name.day);
  await settle();
  scan(NUMBER);
  await settle();
  expect(page()).toBe('clerk.ticket');
  expect(asked(bridge, 'clerk.find')[0]?.input).toEqual({ text: NUMBER });
  expect(asked(bridge, 'clerk.close-day')).toEqual([]);
});

test.each(['clerk.bad-number', 'clerk.not-found', 'qr.not-a-ticket', 'qr.not-genuine'] as const)(
  '%s is told with what helps, and the number can be typed',
  async (code) => {
    await atTheCounter({ 'clerk.find': () => failed({ code }) });
    scan('B4K2L7M9');
    await settle();
    expect(page()).toBe('clerk.missed');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(clerkId.find.missed[code]);
    expect(document.body.textContent).toContain(clerkId.find.next[code]);
    press(clerkId.find.byHand);
    await settle();
    expect(page()).toBe('clerk.find');
  },
);

test('a mistyped number is not asked for: it is told at the field', async () => {
  const { bridge } = await atTheCounter();
  press(clerkId.page.name.find);
  await settle();
  fireEvent.change(document.getElementById('clerk-number') as HTMLInputElement, {
    target: { value: 'BBBB-BBBB' },
  });
  press(clerkId.find.go);
  await settle();
  expect(screen.getByRole('alert').textContent).toContain(clerkId.find.wrong);
  expect(asked(bridge, 'clerk.find')).toEqual([]);
});

test('closing the day says first what is still open, and then how the paper ended', async () => {
  const { bridge } = await atTheCounter({
    'clerk.read-slip': ({ slipId }) => succeeded({ slipId, state: 'failed', trouble: 'cover-open' }),
  });
  press(clerkId.page.name.day);
  await settle();
  press(clerkId.day.close);
  await settle();
  expect(page()).toBe('clerk.day-confirm');
  for (const { line } of leftOver(aDay(), clerkId)) expect(document.body.textContent).toContain(line);
  expect(asked(bridge, 'clerk.close-day')).toEqual([]);
  press(clerkId.day.close);
  await settle(1_000);
  expect(page()).toBe('clerk.day-ended');
  expect(document.body.textContent).toContain(clerkId.day.end.failed);
});

test('what is left over at the end of a day is told one by one, and nothing when there is nothing', () => {
  const papers = { printed: 1, copies: 0, unknown: 2, handedOver: 3 };
  expect(leftOver(aDay({ waiting: 4, setAside: 5, papers }), clerkId).map(({ key }) => key)).toEqual([
    'unknown',
    'handedOver',
    'toServe',
    'setAside',
    'waiting',
  ]);
  expect(
    leftOver(
      aDay({ waiting: 0, setAside: 0, toServe: 0, papers: { ...papers, unknown: 0, handedOver: 0 } }),
      clerkId,
    ),
  ).toEqual([]);
});

test('a product is hidden with a reason, and the list is read again', async () => {
  const { bridge } = await atTheCounter();
  press(clerkId.page.name.products);
  await settle();
  press(/Keripik pisang/);
  await settle();
  press(clerkId.products.reason['sold-out']);
  await settle();
  expect(asked(bridge, 'clerk.hide-product')[0]?.input).toEqual({
    id: 'contoh-1',
    isHidden: true,
    reason: 'sold-out',
  });
  expect(page()).toBe('clerk.products');
  expect(asked(bridge, 'clerk.products')).toHaveLength(2);
});

test('the record of staff says whether it is whole, and goes back as far as it goes', async () => {
  const { bridge } = await atTheCounter({
    'clerk.audit': ({ before }) =>
      succeeded({
        lines: [
          { sequence: 7, at: 1, who: '1001', act: 'slip.reprint', about: NUMBER, reason: 'lost' },
          { sequence: 6, at: 1, who: '1001', act: 'not.known', about: null, reason: null },
        ],
        older: before === null ? 6 : null,
        isWhole: before === null,
      }),
  });
  press(clerkId.page.name.audit);
  await settle();
  const text = document.body.textContent ?? '';
  expect(text).toContain(clerkId.audit.whole);
  expect(text).toContain(clerkId.audit.act['slip.reprint']);
  expect(text).toContain(clerkId.audit.because.lost);
  expect(text).toContain('not.known');
  press(clerkId.audit.older);
  await settle();
  expect(document.body.textContent).toContain(clerkId.audit.broken);
  expect(asked(bridge, 'clerk.audit').at(-1)?.input).toMatchObject({ before: 6 });
});

test('an act without words of its own is shown by its code', () => {
  expect(actLine('queue.close', clerkId)).toBe(clerkId.audit.act['queue.close']);
  expect(actLine('toString', clerkId)).toBe('toString');
});

/** A way to each call, as a person would go it. */
const WAYS: [CallName, () => unknown][] = [
  ['clerk.tickets', async () => press(new RegExp(`^${clerkId.tickets.list['to-serve']}`))],
  ['clerk.find', async () => scan(NUMBER)],
  ['clerk.read-day', async () => press(clerkId.page.name.day)],
  ['clerk.products', async () => press(clerkId.page.name.products)],
  ['clerk.audit', async () => press(clerkId.page.name.audit)],
  [
    'clerk.serve',
    async () => {
      await openTicket();
      press(new RegExp(clerkId.ticket.serve));
    },
  ],
  [
    'clerk.reprint',
    async () => {
      await openTicket();
      press(new RegExp(clerkId.ticket.reprint));
      press(clerkId.reprint.reason.lost);
    },
  ],
  [
    'clerk.settle-paper',
    async () => {
      await openTicket();
      press(new RegExp(clerkId.ticket.reprint));
      press(clerkId.reprint.reason.lost);
      await settle(1_000);
      press(new RegExp(`^${clerkId.reprint.no}`));
    },
  ],
  [
    'clerk.close-day',
    async () => {
      press(clerkId.page.name.day);
      await settle();
      press(clerkId.day.close);
      await settle();
      press(clerkId.day.close);
    },
  ],
  [
    'clerk.open-day',
    async () => {
      press(clerkId.page.name.day);
      await settle();
      press(clerkId.day.open);
    },
  ],
  [
    'clerk.hide-product',
    async () => {
      press(clerkId.page.name.products);
      await settle();
      press(/Keripik pisang/);
      await settle();
      press(clerkId.products.reason['sold-out']);
    },
  ],
];

/** What must be so for the way to be open. */
const before = (name: CallName): Parameters<typeof fakeBridge>[0] => ({
  ...(name === 'clerk.open-day'
    ? { 'clerk.read-day': () => succeeded(aDay({ openedAt: null, openedBy: null })) }
    : {}),
  ...(name === 'clerk.settle-paper'
    ? { 'clerk.read-slip': ({ slipId }) => succeeded({ slipId, state: 'unknown', trouble: null }) }
    : {}),
});

test.each(WAYS)('%s that is not ready is told, with a way on', async (name, go) => {
  const { bridge } = await atTheCounter(before(name));
  bridge.script({ [name]: () => failed({ code: 'clerk.not-ready' }) });
  await go();
  await settle();
  expect(document.body.textContent).toContain(deskId.trouble['clerk.not-ready']);
  expect(screen.getAllByRole('button').length).toBeGreaterThan(2);
});

test.each(WAYS)('%s that finds nobody signed in leads back to the visitors', async (name, go) => {
  const { bridge, onLeave } = await atTheCounter(before(name));
  bridge.script({ [name]: () => failed({ code: 'staff.signed-out' }) });
  await go();
  await settle();
  expect(onLeave).toHaveBeenCalledTimes(1);
});

test('who has both desks goes from one to the other and back', async () => {
  await atTheCounter({}, ['clerk', 'technician']);
  expect(page()).toBe('clerk.tickets');
  press(deskId.session.desk.technician);
  await settle();
  expect(page()).toBe('desk.health');
  press(deskId.session.desk.clerk);
  await settle();
  expect(page()).toBe('clerk.tickets');
});

test.each([
  [['clerk'], ['clerk']],
  [['technician'], ['technician']],
  [['setup'], ['technician']],
  [['supervisor'], ['technician', 'clerk']],
  [
    ['clerk', 'technician'],
    ['clerk', 'technician'],
  ],
] as [StaffSession['roles'], string[]][])('%s sits at %s', (roles, desks) => {
  expect(desksFor(roles)).toEqual(desks);
});
