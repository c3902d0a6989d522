import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readNik } from './nik.ts';
import {
  ageOn,
  dateOfDigits,
  digitsOfDate,
  doubtsOfBirth,
  doubtsOfExpiry,
  doubtsOfStart,
  faultOfNik,
  lumpSumFor,
  monthsAfter,
} from './registration-rules.ts';

const anyDay = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('dates as eight digits', () => {
  test.each([
    ['14051990', '1990-05-14'],
    ['29022024', '2024-02-29'],
    ['29022023', null],
    ['31042024', null],
    ['00011990', null],
    ['1405199', null],
    ['', null],
    ['ab051990', null],
  ])('%s is %s', (digits, iso) => {
    expect(dateOfDigits(digits)).toBe(iso);
  });

  test('every day is read back from its digits', () => {
    fc.assert(
      fc.property(anyDay, (iso) => {
        expect(dateOfDigits(digitsOfDate(iso))).toBe(iso);
      }),
    );
  });
});

describe('months and ages', () => {
  test.each([
    ['2026-03-31', -1, '2026-02-28'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-08-31', 6, '2027-02-28'],
  ])('%s and %i months is %s', (iso, months, then) => {
    expect(monthsAfter(iso, months)).toBe(then);
  });

  test('a month earlier is never more than 31 days, nor less than 28, before', () => {
    fc.assert(
      fc.property(anyDay, (iso) => {
        const days = (Date.parse(iso) - Date.parse(monthsAfter(iso, -1))) / 86_400_000;
        expect(days).toBeGreaterThanOrEqual(28);
        expect(days).toBeLessThanOrEqual(31);
      }),
    );
  });

  test('an age is reached on the birthday, not the day before', () => {
    expect(ageOn('2008-11-22', '2026-11-21')).toBe(17);
    expect(ageOn('2008-11-22', '2026-11-22')).toBe(18);
  });
});

describe('what is doubted and never refused', () => {
  test('births: too young by the law of the pack, and only where there is one', () => {
    expect(doubtsOfBirth('2008-11-23', '2026-11-22', 18)).toEqual(['birth-date.too-young']);
    expect(doubtsOfBirth('2008-11-22', '2026-11-22', 18)).toEqual([]);
    expect(doubtsOfBirth('2008-11-23', '2026-11-22', null)).toEqual([]);
    expect(doubtsOfBirth('2027-01-01', '2026-11-22', 18)).toEqual(['birth-date.future']);
    expect(doubtsOfBirth('1920-01-01', '2026-11-22', 18)).toEqual(['birth-date.unlikely']);
  });

  test('passports: past, soon, and given after their end', () => {
    expect(doubtsOfExpiry('2026-11-21', null, '2026-11-22')).toEqual(['passport.expired']);
    expect(doubtsOfExpiry('2026-11-22', null, '2026-11-22')).toEqual(['passport.ends-soon']);
    expect(doubtsOfExpiry('2027-05-21', null, '2026-11-22')).toEqual(['passport.ends-soon']);
    expect(doubtsOfExpiry('2027-05-22', null, '2026-11-22')).toEqual([]);
    expect(doubtsOfExpiry('2030-01-01', '2030-01-01', '2026-11-22')).toEqual(['passport.issued-later']);
  });

  test('a start next year is usual, one in 2099 is not', () => {
    expect(doubtsOfStart('2027-02-01', '2026-11-22')).toEqual([]);
    expect(doubtsOfStart('2099-02-01', '2026-11-22')).toEqual(['start-date.unlikely']);
    expect(doubtsOfStart('1999-02-01', '2026-11-22')).toEqual(['start-date.unlikely']);
  });
});

describe('a NIK that cannot be one', () => {
  test.each([
    ['3515140508680001', null],
    ['3515144508680002', null],
    ['9315140508680001', null],
    ['9915140508680001', null],
    ['3515143002680001', null],
    ['3515144508050002', null],
    ['351514050868000', 'nik.length'],
    ['3333333333333333', 'nik.same-digits'],
    ['3515140008680001', 'nik.day'],
    ['3515143208680001', 'nik.day'],
    ['3515144008680001', 'nik.day'],
    ['3515147208680001', 'nik.day'],
    ['3515148108680001', 'nik.day'],
    ['3515140513680001', 'nik.month'],
    ['3515140508680000', 'nik.serial'],
    ['35151405086800OO', 'nik.not-digits'],
  ])('%s: %s', (nik, fault) => {
    expect(faultOfNik(nik)).toBe(fault);
  });

  test('what is no fault still leaves its doubts for the officer', () => {
    expect(readNik('9915140508680001').doubts).toEqual(['nik.unknown-province']);
    expect(readNik('3515143002680001').doubts).toEqual(['nik.day']);
  });

  test('any region, birth and serial that the rules write is taken', () => {
    const part = (min: number, max: number, width: number) =>
      fc.integer({ min, max }).map((number) => String(number).padStart(width, '0'));
    const day = fc.oneof(part(1, 31, 2), part(41, 71, 2));
    fc.assert(
      fc.property(part(0, 999_999, 6), day, part(1, 12, 2), part(0, 99, 2), part(1, 9999, 4), (...parts) => {
        fc.pre(new Set(parts.join('')).size > 1);
        expect(faultOfNik(parts.join(''))).toBeNull();
      }),
    );
  });

  test('nothing that can be typed makes it throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        expect(() => faultOfNik(typed)).not.toThrow();
      }),
    );
  });
});

test('an amount is told for exactly its months and is never worked out', () => {
  const amounts = [
    { months: 6, rupiah: 108_000 },
    { months: 24, rupiah: 332_500 },
  ];
  expect([6, 24, 12, 18, 0].map((months) => lumpSumFor(months, amounts))).toEqual([
    108_000,
    332_500,
    null,
    null,
    null,
  ]);
});
