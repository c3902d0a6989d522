import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beginningOfDate, dateAfterDays, readDate, readTimeOfDay } from './office-day.ts';
import { OfficeZone, officeDateOf } from './opening-hours.ts';

const date = fc.integer({ min: -400, max: 400 }).map((days) => dateAfterDays('2026-11-23', days));

test('a day begins with its first moment at the office, not a moment earlier', () => {
  fc.assert(
    fc.property(date, fc.constantFrom(...OfficeZone.options), (day, zone) => {
      const at = beginningOfDate(day, zone);
      expect(officeDateOf(zone, at)).toBe(day);
      expect(officeDateOf(zone, at - 1)).toBe(dateAfterDays(day, -1));
    }),
  );
});

test('a day is read day first, and one that does not exist is not', () => {
  expect(readDate('25122026')).toBe('2026-12-25');
  expect(readDate(' 5/1/2027')).toBe('2027-01-05');
  for (const wrong of ['31022027', '2026-12-25', '25-12-26', '']) expect(readDate(wrong)).toBeNull();
  fc.assert(
    fc.property(date, (day) => {
      const [year, month, ofMonth] = day.split('-');
      expect(readDate(`${ofMonth}${month}${year}`)).toBe(day);
    }),
  );
});

test('a time is read as people type it', () => {
  for (const typed of ['8', '08', '800', '0800', '8.00', '08:00']) expect(readTimeOfDay(typed)).toBe('08:00');
  for (const wrong of ['24', '8:60', '', '12345', 'x']) expect(readTimeOfDay(wrong)).toBeNull();
});
