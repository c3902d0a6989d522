import fc from 'fast-check';
import { expect, test } from 'vitest';
import { searchRegions } from '../regions/region-search.ts';
import { currenciesFor } from './currencies.ts';
import { type TypedShape, typedAmount, typedCode, typedDate, typedDigits } from './typed.ts';

const shapes: [string, TypedShape][] = [
  ['date', typedDate],
  ['digits', typedDigits(16)],
  ['amount', typedAmount('id')],
  ['code', typedCode],
];

test.each(shapes)('what a %s shows is kept as it was, whatever was typed or pasted', (_name, shape) => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'0123456789D4K2-. ') })),
      (text) => {
        const kept = shape.keep(text);
        expect(shape.keep(shape.show(kept))).toBe(kept);
      },
    ),
  );
});

test('dates, amounts and codes are shown as people write them', () => {
  expect(typedDate.show(typedDate.keep('14/05/1990'))).toBe('14-05-1990');
  expect(typedDate.show('140')).toBe('14-0');
  expect(typedAmount('id').show('2500000')).toBe('2.500.000');
  expect(typedAmount('en').show('15000')).toBe('15,000');
  expect(typedCode.show(typedCode.keep('d4k2 l7m9xx'))).toBe('D4K2-L7M9');
  expect(typedDigits(16).keep('35.15.14-450868 0002')).toBe('3515144508680002');
});

test('the currency of her employer’s country comes first, and none is lost', () => {
  const known = ['HKD', 'TWD', 'JPY'];
  expect(currenciesFor('JP', known)).toEqual(['JPY', 'HKD', 'TWD']);
  expect(currenciesFor('ZM', known)).toEqual(known);
  expect(currenciesFor(undefined, known)).toEqual(known);
});

const regions = ['Kabupaten Sidoarjo', 'Kota Surabaya', 'Kabupaten Situbondo', "Soka'an", 'Kota Baru'].map(
  (name, at) => ({ code: `35.${10 + at}`, name }),
);
const found = (typed: string) => searchRegions(regions, typed).map(({ name }) => name);

test('a region is found by the beginning of its name, then by any part of it', () => {
  expect(found('si')).toEqual(['Kabupaten Sidoarjo', 'Kabupaten Situbondo']);
  expect(found('kota sura')).toEqual(['Kota Surabaya']);
  expect(found('baya')).toEqual(['Kota Surabaya']);
  expect(found('SOKAAN')).toEqual(["Soka'an"]);
  expect(found('zzz')).toEqual([]);
  expect(found('  ')).toHaveLength(5);
});

test('nothing that can be typed makes the search fail', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (typed) => searchRegions(regions, typed).length <= 5));
});
