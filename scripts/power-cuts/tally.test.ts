import { expect, test } from 'vitest';
import { isProven, newTally } from './tally.ts';

const whole = { ...newTally(), cuts: 2, told: 9 };
const losing = { ...whole, lost: 1 };

test('a series is proven only when nothing was lost, doubled or damaged and its control was seen to lose', () => {
  expect(isProven({ product: whole, control: losing })).toBe(true);
  for (const harm of [{ lost: 1 }, { doubled: 1 }, { damaged: 1 }])
    expect(isProven({ product: { ...whole, ...harm }, control: losing })).toBe(false);
});

test('a control that lost nothing proves nothing', () => {
  expect(isProven({ product: whole, control: whole })).toBe(false);
});

test('cuts before anything was told prove nothing', () => {
  expect(isProven({ product: { ...whole, told: 0 }, control: losing })).toBe(false);
});
