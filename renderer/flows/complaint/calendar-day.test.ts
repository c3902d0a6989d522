import { expect, test } from 'vitest';
import { calendarDay, latestDay } from './calendar-day.ts';

const lateEvening = Date.UTC(2026, 4, 12, 16, 30);

test('the day is the day at the office', () => {
  expect(calendarDay(lateEvening, 'Asia/Jakarta')).toEqual({ year: 2026, month: 5, day: 12 });
  expect(calendarDay(lateEvening, 'Asia/Jayapura')).toEqual({ year: 2026, month: 5, day: 13 });
});

test('a clock in doubt keeps nobody from the right date', () => {
  expect(latestDay(lateEvening, 'Asia/Jakarta', false)).toEqual({ year: 2026, month: 5, day: 12 });
  expect(latestDay(lateEvening, 'Asia/Jakarta', true)).toEqual({ year: 2027, month: 12, day: 31 });
});
