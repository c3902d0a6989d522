import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  DayHours,
  hoursOn,
  isOpenAt,
  nextChange,
  OfficeZone,
  type OpeningHours,
  officeDateOf,
  Weekday,
  type WeekHours,
  weekdayOf,
} from './opening-hours.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const OFFICE = [{ opens: '08:00', closes: '15:00' }];
const week = (changes: Partial<WeekHours> = {}): WeekHours => ({
  ...(Object.fromEntries(Weekday.options.map((day) => [day, OFFICE])) as WeekHours),
  sat: [],
  sun: [],
  ...changes,
});
const office = (changes: Partial<OpeningHours> = {}): OpeningHours => ({
  timeZone: 'Asia/Jakarta',
  week: week(),
  exceptions: [],
  ...changes,
});
const at = (text: string) => Date.parse(text);

test('an office opens and closes by its own clock: eight in Jakarta is ten in Jayapura', () => {
  const moment = at('2026-11-23T08:00:00+07:00');
  expect(isOpenAt(office(), moment)).toBe(true);
  expect(isOpenAt(office(), moment - 1)).toBe(false);
  expect(isOpenAt(office(), at('2026-11-23T15:00:00+07:00') - 1)).toBe(true);
  expect(isOpenAt(office(), at('2026-11-23T15:00:00+07:00'))).toBe(false);
  expect(isOpenAt(office({ timeZone: 'Asia/Jayapura' }), at('2026-11-23T07:59:00+09:00'))).toBe(false);
  expect(isOpenAt(office({ timeZone: 'Asia/Makassar' }), at('2026-11-23T08:00:00+08:00'))).toBe(true);
});

test('an exception takes the place of its weekday, closed or open', () => {
  const hours = office({
    exceptions: [
      { date: '2026-11-23', hours: [], reason: 'holiday' },
      { date: '2026-11-28', hours: [{ opens: '09:00', closes: '11:00' }], reason: 'longer' },
    ],
  });
  expect(isOpenAt(hours, at('2026-11-23T10:00:00+07:00'))).toBe(false);
  expect(isOpenAt(hours, at('2026-11-28T10:00:00+07:00'))).toBe(true);
  expect(nextChange(hours, at('2026-11-22T10:00:00+07:00'))).toEqual({
    at: at('2026-11-24T08:00:00+07:00'),
    isOpen: true,
  });
  expect(nextChange(hours, at('2026-11-27T15:00:00+07:00'))).toEqual({
    at: at('2026-11-28T09:00:00+07:00'),
    isOpen: true,
  });
});

test('an office that never opens has no next change', () => {
  const shut = office({ week: week({ mon: [], tue: [], wed: [], thu: [], fri: [] }) });
  expect(nextChange(shut, at('2026-11-23T10:00:00+07:00'))).toBeNull();
});

test('a break closes the counter and opens it again', () => {
  const friday = [
    { opens: '08:00', closes: '11:30' },
    { opens: '13:00', closes: '15:00' },
  ];
  const hours = office({ week: week({ fri: friday }) });
  expect(isOpenAt(hours, at('2026-11-27T12:00:00+07:00'))).toBe(false);
  expect(nextChange(hours, at('2026-11-27T10:00:00+07:00'))).toEqual({
    at: at('2026-11-27T11:30:00+07:00'),
    isOpen: false,
  });
  expect(nextChange(hours, at('2026-11-27T11:30:00+07:00'))).toEqual({
    at: at('2026-11-27T13:00:00+07:00'),
    isOpen: true,
  });
});

test('a day that closes before it opens, or whose spans touch, is no day', () => {
  const isDay = (...spans: [string, string][]) =>
    DayHours.safeParse(spans.map(([opens, closes]) => ({ opens, closes }))).success;
  expect(isDay(['08:00', '12:00'], ['13:00', '15:00'])).toBe(true);
  expect(isDay(['15:00', '08:00'])).toBe(false);
  expect(isDay(['08:00', '08:00'])).toBe(false);
  expect(isDay(['08:00', '24:00'])).toBe(false);
  expect(isDay(['08:00', '12:00'], ['12:00', '15:00'])).toBe(false);
  expect(isDay(['13:00', '15:00'], ['08:00', '12:00'])).toBe(false);
});

const someDay = fc
  .uniqueArray(fc.integer({ min: 0, max: 1439 }), { maxLength: 6 })
  .map((minutes) => minutes.toSorted((a, b) => a - b))
  .map((minutes) =>
    Array.from({ length: Math.floor(minutes.length / 2) }, (_, pair) => ({
      opens: timeOf(minutes[2 * pair] ?? 0),
      closes: timeOf(minutes[2 * pair + 1] ?? 0),
    })),
  );
const FIRST = at('2026-11-01T00:00:00Z');
const someOffice: fc.Arbitrary<OpeningHours> = fc.record({
  timeZone: fc.constantFrom(...OfficeZone.options),
  week: fc
    .tuple(someDay, someDay, someDay, someDay, someDay, someDay, someDay)
    .map((days) => Object.fromEntries(Weekday.options.map((day, i) => [day, days[i] ?? []])) as WeekHours),
  exceptions: fc.uniqueArray(
    fc.record({
      date: fc
        .integer({ min: 0, max: 40 })
        .map((day) => new Date(FIRST + day * DAY).toISOString().slice(0, 10)),
      hours: someDay,
      reason: fc.constant('other' as const),
    }),
    { selector: ({ date }) => date, maxLength: 20 },
  ),
});
const someMoment = fc.integer({ min: FIRST, max: FIRST + 40 * DAY });

function timeOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

test('open or not is what the wall clock of the office says, by another calendar', () => {
  fc.assert(
    fc.property(someOffice, someMoment, (hours, moment) => {
      const parts = Object.fromEntries(
        new Intl.DateTimeFormat('en-CA', {
          timeZone: hours.timeZone,
          year: 'numeric',
          month: '2-digit',
          day: '2-digit',
          hour: '2-digit',
          minute: '2-digit',
          weekday: 'short',
          hourCycle: 'h23',
        })
          .formatToParts(moment)
          .map(({ type, value }) => [type, value]),
      );
      const date = `${parts.year}-${parts.month}-${parts.day}`;
      const time = `${parts.hour}:${parts.minute}`;
      expect(officeDateOf(hours.timeZone, moment)).toBe(date);
      expect(weekdayOf(date)).toBe(parts.weekday?.slice(0, 3).toLowerCase());
      const own = hoursOn(hours, date);
      expect(isOpenAt(hours, moment)).toBe(own.some(({ opens, closes }) => opens <= time && time < closes));
    }),
    { numRuns: 300 },
  );
});

test('nothing changes before the next change, and there it does', () => {
  fc.assert(
    fc.property(someOffice, someMoment, fc.double({ min: 0, max: 1, noNaN: true }), (hours, moment, part) => {
      const next = nextChange(hours, moment);
      const now = isOpenAt(hours, moment);
      if (next === null) {
        expect(isOpenAt(hours, moment + Math.floor(part * 400 * DAY))).toBe(now);
        return;
      }
      expect(next.at).toBeGreaterThan(moment);
      expect(next.isOpen).toBe(!now);
      expect(isOpenAt(hours, next.at)).toBe(next.isOpen);
      expect(isOpenAt(hours, next.at - 1)).toBe(now);
      expect(nextChange(hours, next.at)?.isOpen).not.toBe(next.isOpen);
      expect(isOpenAt(hours, moment + Math.floor(part * (next.at - 1 - moment)))).toBe(now);
    }),
    { numRuns: 300 },
  );
});
