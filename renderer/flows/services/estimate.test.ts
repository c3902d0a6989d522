import fc from 'fast-check';
import { expect, test } from 'vitest';
import { estimateRupiah, formatDecimal, formatForeign, formatRupiah, readAmount } from './estimate.ts';

const amountOf = (typed: string) => {
  const read = readAmount(typed);
  return read.ok ? read.value : read.problem.code;
};

test.each([
  ['1500', '1500'],
  ['1.500', '1500'],
  ['1,500', '1500'],
  ['1 500', '1500'],
  ['1.500.000', '1500000'],
  ['1.500,50', '1500.50'],
  ['1,500.5', '1500.5'],
  ['12,5', '12.5'],
  ['12.50', '12.50'],
  ['007', '7'],
  ['0,5', '0.5'],
  ['', 'amount-missing'],
  ['  ', 'amount-missing'],
  ['0', 'amount-missing'],
  ['000', 'amount-missing'],
  ['0,00', 'amount-missing'],
  ['1234567890', 'amount-too-large'],
  ['1.5.0', 'amount-unclear'],
  ['1.50.000', 'amount-unclear'],
  ['1.500.5', 'amount-unclear'],
  ['-5', 'amount-unclear'],
  ['1e3', 'amount-unclear'],
  ['seribu', 'amount-unclear'],
])('"%s" is read as %s', (typed, expected) => {
  expect(amountOf(typed)).toBe(expected);
});

test('whatever is typed is an amount or a reason, never a crash', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      const read = readAmount(typed);
      if (read.ok) expect(estimateRupiah(read.value, { rupiahPerUnit: '1' })).toBeTypeOf('bigint');
      else expect(read.problem.code).toMatch(/^amount-/);
    }),
  );
});

const anyAmount = fc
  .tuple(fc.integer({ min: 0, max: 999_999_999 }), fc.integer({ min: 0, max: 99 }))
  .filter(([whole, cents]) => whole + cents > 0)
  .map(([whole, cents]) => `${whole}.${String(cents).padStart(2, '0')}`);

test('an amount that is shown can be typed again as it stands, in both languages', () => {
  fc.assert(
    fc.property(anyAmount, fc.constantFrom('id' as const, 'en' as const), (amount, language) => {
      expect(amountOf(formatDecimal(amount, language))).toBe(amount);
    }),
    { numRuns: 500 },
  );
});

test('more money never gives less rupiah, and two parts never give more than the whole', () => {
  const cents = fc.integer({ min: 1, max: 99_999_999 });
  const text = (value: number) => `${Math.floor(value / 100)}.${String(value % 100).padStart(2, '0')}`;
  const rate = fc.integer({ min: 1, max: 99_999_999 }).map((value) => ({ rupiahPerUnit: text(value) }));
  fc.assert(
    fc.property(cents, cents, rate, (a, b, per) => {
      const [one, other, both] = [a, b, a + b].map((value) => estimateRupiah(text(value), per)) as [
        bigint,
        bigint,
        bigint,
      ];
      expect(one + other <= both && both <= one + other + 1n).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('money is written as in the language', () => {
  expect(formatRupiah(3_000_375n, 'id')).toBe('Rp3.000.375');
  expect(formatRupiah(3_000_375n, 'en')).toBe('Rp3,000,375');
  expect(formatRupiah('2000.25', 'id')).toBe('Rp2.000,25');
  expect(formatRupiah(0, 'id')).toBe('Rp0');
  expect(formatForeign('1500.5', 'HKD', 'id')).toBe('1.500,5 HKD');
  expect(formatForeign('1500.5', 'HKD', 'en')).toBe('1,500.5 HKD');
});
