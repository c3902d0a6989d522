import { expect, test } from 'vitest';
import { amountText, wageText } from './wage-text.ts';

test.each([
  [5, '5', '5'],
  [550, '550', '550'],
  [1000, '1.000', '1,000'],
  [29_500, '29.500', '29,500'],
  [1_234_567, '1.234.567', '1,234,567'],
  [2.62, '2,62', '2.62'],
  [1700.5, '1.700,50', '1,700.50'],
])('%d is written %s in Indonesian and %s in English', (amount, id, en) => {
  expect(amountText(amount, 'id')).toBe(id);
  expect(amountText(amount, 'en')).toBe(en);
});

test('a wage says its currency and its period, or that the period is missing', () => {
  const wage = { from: 20_000, to: 22_000, currency: 'TWD', per: 'month' } as const;
  expect(wageText(wage, 'id')).toBe('TWD 20.000 sampai 22.000 per bulan');
  expect(wageText({ ...wage, to: null }, 'en')).toBe('TWD 20,000 a month');
  expect(wageText({ ...wage, to: 20_000, per: 'hour' }, 'id')).toBe('TWD 20.000 per jam');
  expect(wageText({ ...wage, to: null, per: null }, 'id')).toContain('tidak dicantumkan');
});
