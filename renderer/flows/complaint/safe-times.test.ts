import { expect, test } from 'vitest';
import { withTimes } from './safe-times.ts';

test('any time stands alone', () => {
  expect(withTimes(['morning', 'noon'], ['morning', 'noon', 'any'])).toEqual(['any']);
});

test('a time of day puts any time away', () => {
  expect(withTimes(['any'], ['evening', 'any'])).toEqual(['evening']);
});

test('times of day stand together, and all may be taken away again', () => {
  expect(withTimes(['morning'], ['morning', 'evening'])).toEqual(['morning', 'evening']);
  expect(withTimes(['any'], [])).toEqual([]);
});
