import { expect, test } from 'vitest';
import { lineOf, median, quantile } from './figures.ts';

test('the median and the 95th percentile are times that were measured', () => {
  const times = Array.from({ length: 20 }, (_, index) => 20 - index);
  expect([median(times), quantile(times, 0.95), quantile(times, 1)]).toEqual([10, 19, 20]);
  expect(median([7])).toBe(7);
});

test('nothing measured is no figure', () => {
  expect(() => median([])).toThrow(RangeError);
});

test('a ratio compares medians', () => {
  expect(lineOf('submit', [1, 30, 900], [10, 10, 10])).toMatch(/30\.0 ms +900\.0 ms +3\.0 ×$/);
});
