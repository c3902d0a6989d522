import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTokenBuckets } from './token-buckets.ts';

test('the wait that is named is long enough and not longer than needed', () => {
  let now = 0;
  const admit = createTokenBuckets({ burst: 2, perSecond: 4 }, () => now);
  expect([admit('a'), admit('a')]).toEqual([0, 0]);
  const wait = admit('a');
  expect(wait).toBe(250);
  now += wait - 1;
  expect(admit('a')).toBeGreaterThan(0);
  now += 1;
  expect(admit('a')).toBe(0);
});

test('one caller does not use up the tokens of another', () => {
  const admit = createTokenBuckets({ burst: 1, perSecond: 1 }, () => 0);
  expect([admit('a'), admit('a'), admit('b')]).toEqual([0, 1000, 0]);
});

test('nobody gets more than the burst and the rate allow, however long the run', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 2000 }), { maxLength: 200 }), (pauses) => {
      let now = 0;
      let admitted = 0;
      const admit = createTokenBuckets({ burst: 5, perSecond: 2 }, () => now);
      for (const pause of pauses) {
        now += pause;
        if (admit('a') === 0) admitted += 1;
      }
      expect(admitted).toBeLessThanOrEqual(5 + (now / 1000) * 2 + 1e-6);
    }),
  );
});

test('callers who have been away long enough are forgotten', () => {
  let now = 0;
  const admit = createTokenBuckets({ burst: 1, perSecond: 1 }, () => now);
  for (let caller = 0; caller < 20_000; caller++) admit(`caller ${caller}`);
  now = 5000;
  admit('one more');
  expect(admit('caller 7')).toBe(0);
});
