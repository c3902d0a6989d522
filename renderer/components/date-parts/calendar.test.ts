import { expect, test } from 'vitest';
import { daysFor, monthsFor, startPart, yearsOf } from './calendar.ts';

const today = { year: 2026, month: 5, day: 12 };

test('nothing in the future is offered', () => {
  expect(yearsOf(0, today)[0]).toBe(2026);
  expect(monthsFor({ year: 2026 }, today).at(-1)).toBe(5);
  expect(daysFor({ year: 2026, month: 5 }, today).at(-1)).toBe(12);
});

test('the past is whole, leap years too', () => {
  expect(monthsFor({ year: 2025 }, today)).toHaveLength(12);
  expect(daysFor({ year: 2024, month: 2 }, today)).toHaveLength(29);
  expect(daysFor({ year: 2025, month: 2 }, today)).toHaveLength(28);
  expect(daysFor({ year: 2026, month: 4 }, today)).toHaveLength(30);
});

test('years come newest first and end where the schema ends', () => {
  expect(yearsOf(1, today)[0]).toBe(2014);
  expect(yearsOf(4, today).at(-1)).toBe(1970);
  expect(yearsOf(9, today)).toEqual([]);
});

test('coming back starts at the first part without an answer', () => {
  expect(startPart(undefined)).toBe('year');
  expect(startPart({ year: 2025 })).toBe('month');
  expect(startPart({ year: 2025, month: 3 })).toBe('day');
});
