import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { MAX_ANNOUNCEMENTS } from '../../shared/contract/clerk.ts';
import { dateAfterDays } from '../../shared/domain/office-day.ts';
import { officeDateOf } from '../../shared/domain/opening-hours.ts';
import { currentNotices } from '../content/notices.ts';
import { aCounter, BUDI, given } from './testing.ts';

type Counter = Awaited<ReturnType<typeof aCounter>>;

const TEXT = { id: 'Loket contoh pindah ke lantai dua', en: 'The example counter is on the second floor' };
const DAY_MS = 86_400_000;

const dayOf = (counter: Counter, days = 0) =>
  dateAfterDays(officeDateOf('Asia/Jakarta', counter.clock.now()), days);

function announcement(counter: Counter, from = 0, until = 3) {
  return { id: randomUUID(), text: TEXT, from: dayOf(counter, from), until: dayOf(counter, until) };
}

/** What a visitor can read of it so many days from now. */
const shownIn = (counter: Counter, days = 0) =>
  currentNotices(
    counter.boards.at(-1) ?? { notices: [], withdrawn: [] },
    counter.clock.now() + days * DAY_MS,
  ).map(({ id }) => id);

test('an announcement stands from its first day to the end of its last, and ends by itself', async () => {
  const counter = await aCounter();
  const said = announcement(counter, 1, 3);
  expect(given(await counter.clerk['clerk.announce'](said, BUDI))).toEqual({
    ...said,
    by: '0007',
    isShown: false,
  });
  expect([0, 1, 3, 4].map((days) => shownIn(counter, days))).toEqual([[], [said.id], [said.id], []]);
  expect(counter.boards.at(-1)?.notices[0]).toMatchObject({ level: 'information', title: TEXT, text: TEXT });
  expect(counter.auditLines()).toEqual([
    { who: '0007', act: 'announcement.write', about: said.id, reason: null },
  ]);
  counter.clock.pass(4 * DAY_MS);
  expect(given(await counter.clerk['clerk.announcements']({}, BUDI)).announcements).toEqual([]);
});

test('a withdrawn one is gone at once, and withdrawing it again is not noted twice', async () => {
  const counter = await aCounter();
  const said = announcement(counter);
  given(await counter.clerk['clerk.announce'](said, BUDI));
  given(await counter.clerk['clerk.announce'](said, BUDI));
  expect(shownIn(counter)).toEqual([said.id]);
  for (const _ of [1, 2]) given(await counter.clerk['clerk.withdraw-announcement']({ id: said.id }, BUDI));
  expect(shownIn(counter)).toEqual([]);
  expect(counter.auditLines().map(({ act }) => act)).toEqual(['announcement.write', 'announcement.withdraw']);
  expect(await counter.clerk['clerk.withdraw-announcement']({ id: randomUUID() }, BUDI)).toMatchObject({
    problem: { code: 'clerk.not-found' },
  });
});

test('one whose last day is past is refused, and so is one more than anybody reads', async () => {
  const counter = await aCounter();
  expect(await counter.clerk['clerk.announce'](announcement(counter, -3, -1), BUDI)).toMatchObject({
    problem: { code: 'clerk.announcement-over' },
  });
  for (let at = 0; at < MAX_ANNOUNCEMENTS; at++) {
    given(await counter.clerk['clerk.announce'](announcement(counter), BUDI));
  }
  expect(await counter.clerk['clerk.announce'](announcement(counter), BUDI)).toMatchObject({
    problem: { code: 'clerk.too-many' },
  });
});

test('what was said before a start stands after it', async () => {
  const counter = await aCounter();
  const said = announcement(counter);
  given(await counter.clerk['clerk.announce'](said, BUDI));
  const again = await aCounter(counter.kiosk);
  expect(shownIn(again)).toEqual([said.id]);
});
