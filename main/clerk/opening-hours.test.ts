import { expect, test } from 'vitest';
import { DocumentBody, type KioskSettings } from '../../shared/contract/signed-document.ts';
import { dateAfterDays } from '../../shared/domain/office-day.ts';
import { MAX_EXCEPTIONS, officeDateOf, type WeekHours } from '../../shared/domain/opening-hours.ts';
import type { WritableDB } from '../db/handles.ts';
import { saveTaken } from '../db/repositories/documents.ts';
import { readOpeningHours } from './opening-hours.ts';
import { aCounter, BUDI, given } from './testing.ts';

const OPEN = [
  { opens: '08:00', closes: '12:00' },
  { opens: '13:00', closes: '15:30' },
];
const WEEK: WeekHours = { mon: OPEN, tue: OPEN, wed: OPEN, thu: OPEN, fri: OPEN, sat: [], sun: [] };

/** Settings of the hub where taken documents lie; taking them has tests of its own. */
function takeHours(db: WritableDB, openingHours: NonNullable<KioskSettings['openingHours']>): void {
  const body = DocumentBody.parse({
    kind: 'settings',
    audience: { to: 'fleet' },
    version: 1,
    issuedAt: 0,
    takeUntil: null,
    content: { openingHours },
  });
  const signature = `${'A'.repeat(86)}==`;
  saveTaken(db, {
    kind: 'settings',
    version: 1,
    signed: { kind: 'settings', body: JSON.stringify(body), keyId: '0'.repeat(16), signature },
    takenAt: 1,
  });
}

async function anOffice() {
  const counter = await aCounter();
  const day = (days: number) => dateAfterDays(officeDateOf('Asia/Jakarta', counter.clock.now()), days);
  return { ...counter, day };
}

test('nobody has said the hours: nothing is known, and no exception can be made of it', async () => {
  const { clerk, boards, day, auditLines } = await anOffice();
  expect(given(await clerk['clerk.hours']({}, BUDI))).toEqual({
    week: null,
    isFromHub: false,
    exceptions: [],
  });
  expect(boards.at(-1)?.openingHours).toBeNull();
  expect(
    await clerk['clerk.set-exception']({ date: day(1), hours: [], reason: 'holiday' }, BUDI),
  ).toMatchObject({ problem: { code: 'clerk.hours-unknown' } });
  expect(auditLines()).toEqual([]);
});

test('the week that a supervisor said is told to visitors and stands after a start', async () => {
  const { clerk, boards, kiosk, db, clock, auditLines } = await anOffice();
  given(await clerk['clerk.set-week']({ week: { ...WEEK, sat: OPEN } }, BUDI));
  given(await clerk['clerk.set-week']({ week: WEEK }, BUDI));
  const hours = { timeZone: 'Asia/Jakarta', week: WEEK, exceptions: [] };
  expect(boards.at(-1)?.openingHours).toEqual(hours);
  expect(readOpeningHours(db, clock.now())).toEqual(hours);
  expect((await aCounter(kiosk)).boards.at(-1)?.openingHours).toEqual(hours);
  expect(auditLines().map(({ act }) => act)).toEqual(['hours.set-week', 'hours.set-week']);
});

test('one day can be other than its weekday, is said anew, taken back, and forgotten when it is over', async () => {
  const { clerk, clock, day, db, auditLines } = await anOffice();
  given(await clerk['clerk.set-week']({ week: WEEK }, BUDI));
  const closed = { date: day(2), hours: [], reason: 'holiday' as const };
  const short = { date: day(1), hours: [{ opens: '09:00', closes: '11:00' }], reason: 'event' as const };
  given(await clerk['clerk.set-exception'](closed, BUDI));
  expect(given(await clerk['clerk.set-exception'](short, BUDI)).exceptions).toEqual([short, closed]);
  const longer = { ...short, reason: 'longer' as const };
  expect(given(await clerk['clerk.set-exception'](longer, BUDI)).exceptions).toEqual([longer, closed]);
  expect(given(await clerk['clerk.remove-exception']({ date: closed.date }, BUDI)).exceptions).toEqual([
    longer,
  ]);
  expect(await clerk['clerk.remove-exception']({ date: closed.date }, BUDI)).toMatchObject({
    problem: { code: 'clerk.not-found' },
  });
  expect(auditLines().slice(-2)).toEqual([
    { who: '0007', act: 'hours.set-exception', about: short.date, reason: 'longer' },
    { who: '0007', act: 'hours.remove-exception', about: closed.date, reason: null },
  ]);
  clock.pass(2 * 86_400_000);
  expect(readOpeningHours(db, clock.now())?.exceptions).toEqual([]);
  expect(await clerk['clerk.set-exception'](short, BUDI)).toMatchObject({
    problem: { code: 'clerk.day-over' },
  });
});

test('the hub’s hours hold while the office has said none; single days are said over them, and its own week wins', async () => {
  const { clerk, db, clock, day, kiosk } = await anOffice();
  takeHours(db, [
    { weekday: 1, opens: '13:00', closes: '16:00' },
    { weekday: 1, opens: '08:00', closes: '12:00' },
    { weekday: 6, opens: '08:00', closes: '11:00' },
  ]);
  const { boards } = await aCounter(kiosk);
  const closed = { tue: [], wed: [], thu: [], fri: [], sun: [] };
  const fromHub = {
    mon: [
      { opens: '08:00', closes: '12:00' },
      { opens: '13:00', closes: '16:00' },
    ],
    sat: [{ opens: '08:00', closes: '11:00' }],
    ...closed,
  };
  expect(boards.at(-1)?.openingHours?.week).toEqual(fromHub);
  expect(given(await clerk['clerk.hours']({}, BUDI))).toEqual({
    week: fromHub,
    isFromHub: true,
    exceptions: [],
  });
  const holiday = { date: day(1), hours: [], reason: 'holiday' as const };
  given(await clerk['clerk.set-exception'](holiday, BUDI));
  expect(readOpeningHours(db, clock.now())).toMatchObject({ week: fromHub, exceptions: [holiday] });
  given(await clerk['clerk.set-week']({ week: WEEK }, BUDI));
  expect(given(await clerk['clerk.hours']({}, BUDI))).toEqual({
    week: WEEK,
    isFromHub: false,
    exceptions: [holiday],
  });
});

test('hours of the hub that make no week are told to nobody', async () => {
  const { db, clock } = await anOffice();
  takeHours(db, [
    { weekday: 1, opens: '08:00', closes: '12:00' },
    { weekday: 1, opens: '11:00', closes: '16:00' },
  ]);
  expect(readOpeningHours(db, clock.now())).toBeNull();
});

test('there is an end to exceptions', async () => {
  const { clerk, day } = await anOffice();
  given(await clerk['clerk.set-week']({ week: WEEK }, BUDI));
  for (let at = 0; at < MAX_EXCEPTIONS; at++) {
    given(await clerk['clerk.set-exception']({ date: day(at), hours: [], reason: 'other' }, BUDI));
  }
  expect(
    await clerk['clerk.set-exception']({ date: day(MAX_EXCEPTIONS), hours: [], reason: 'other' }, BUDI),
  ).toMatchObject({ problem: { code: 'clerk.too-many' } });
});
