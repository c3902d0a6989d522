import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Decimal, productRoundedDown } from './decimal.ts';

test('what is no positive decimal is refused', () => {
  for (const text of ['', '0', '0.0', '-1', '1.', '.5', '1e3', '1,5', '1234567890', '1.1234567', 'NaN', ' 1'])
    expect(Decimal.safeParse(text).success, text).toBe(false);
  for (const text of ['1', '0.5', '2041.5', '999999999.999999'])
    expect(Decimal.safeParse(text).success, text).toBe(true);
});

test('no binary rounding: what floats get wrong is right', () => {
  expect(0.1 * 3 * 10).not.toBe(3);
  expect(productRoundedDown('0.3', '10')).toBe(3n);
  expect(Math.floor(1.15 * 100)).toBe(114);
  expect(productRoundedDown('1.15', '100')).toBe(115n);
  expect(productRoundedDown('999999999.999999', '999999999.999999')).toBe(999_999_999_999_998_000n);
});

const anyDecimal = fc
  .tuple(fc.bigInt({ min: 0n, max: 999_999_999n }), fc.nat({ max: 999_999 }), fc.integer({ min: 0, max: 6 }))
  .map(([whole, fraction, places]) =>
    places === 0 ? String(whole) : `${whole}.${String(fraction).padStart(6, '0').slice(0, places)}`,
  )
  .filter((text) => Decimal.safeParse(text).success);

/** The same number in millionths. */
const millionths = (text: string) => {
  const [whole = '', fraction = ''] = text.split('.');
  return BigInt(whole + fraction.padEnd(6, '0'));
};

test('the product is the true one without its fraction, whichever comes first', () => {
  fc.assert(
    fc.property(anyDecimal, anyDecimal, (a, b) => {
      const product = productRoundedDown(a, b);
      const exact = millionths(a) * millionths(b);
      expect(product * 10n ** 12n <= exact && exact < (product + 1n) * 10n ** 12n).toBe(true);
      expect(productRoundedDown(b, a)).toBe(product);
    }),
    { numRuns: 500 },
  );
});
