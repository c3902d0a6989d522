import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CarriedMark,
  doubtsOfMark,
  doubtsOfPirt,
  healthClaimsIn,
  isBadge,
  marksFor,
  marksToShow,
} from './product-marks.ts';

const TODAY = '2026-11-22';
const YESTERDAY = '2026-11-21';
const TOMORROW = '2026-11-23';

const mark = (changes: Partial<CarriedMark> = {}): CarriedMark => ({
  kind: 'halal',
  number: 'CONTOH-0001',
  validUntil: TOMORROW,
  verifiedBy: 'Petugas Contoh',
  verifiedOn: YESTERDAY,
  ...changes,
});

describe('a badge', () => {
  test.each<[string, Partial<CarriedMark>, boolean]>([
    ['verified and valid', {}, true],
    ['on its last day', { validUntil: TODAY }, true],
    ['the day after its last', { validUntil: YESTERDAY }, false],
    ['without an end', { validUntil: null }, true],
    ['verified today', { verifiedOn: TODAY }, true],
    ['verified in the future', { verifiedOn: TOMORROW }, false],
    ['with a number that nobody verified', { verifiedBy: null, verifiedOn: null }, false],
    ['with a day but nobody', { verifiedBy: null }, false],
    ['with a blank for a name', { verifiedBy: '  ' }, false],
    ['with a name but no day', { verifiedOn: null }, false],
    ['without a number', { number: ' ' }, false],
    ['that says not halal', { kind: 'not-halal' }, false],
  ])('%s', (_what, changes, shows) => {
    expect(isBadge(mark(changes), TODAY)).toBe(shows);
  });

  test('with an end is not shown while the clock is in doubt', () => {
    expect(isBadge(mark(), null)).toBe(false);
    expect(isBadge(mark({ validUntil: null }), null)).toBe(true);
  });

  test('is never shown past its end, whatever else is said', () => {
    const day = fc
      .date({ min: new Date('2020-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, day, (until, on, today) => {
        const shown = isBadge(mark({ validUntil: until, verifiedOn: on }), today);
        if (until < today || on > today) expect(shown).toBe(false);
        else expect(shown).toBe(true);
      }),
    );
  });
});

describe('the sentence about halal', () => {
  test.each<[string, CarriedMark[], string | null, string]>([
    ['food', [mark()], TODAY, 'certified'],
    ['food', [], TODAY, 'not-certified'],
    ['drink', [mark({ validUntil: YESTERDAY })], TODAY, 'not-certified'],
    ['drink', [mark({ verifiedBy: null })], TODAY, 'not-certified'],
    ['food', [mark({ kind: 'p-irt' })], TODAY, 'not-certified'],
    ['food', [mark({ kind: 'not-halal', number: '' })], TODAY, 'not-halal'],
    ['food', [mark(), mark({ kind: 'not-halal', number: '' })], TODAY, 'not-halal'],
    ['craft', [mark({ kind: 'not-halal', number: '' })], TODAY, 'not-halal'],
    ['craft', [], TODAY, 'says-nothing'],
    ['cosmetics', [], TODAY, 'says-nothing'],
    ['cosmetics', [mark()], TODAY, 'certified'],
    ['food', [mark()], null, 'unsure'],
    ['food', [], null, 'not-certified'],
    ['food', [mark({ verifiedBy: null })], null, 'not-certified'],
  ])('%s with %j on %s: %s', (category, marks, today, expected) => {
    expect(marksToShow({ category, marks }, today).halal).toBe(expected);
  });

  test('a halal badge never stands beside "not halal", and other marks stay', () => {
    const marks = [mark(), mark({ kind: 'not-halal', number: '' }), mark({ kind: 'p-irt' })];
    expect(marksToShow({ category: 'food', marks }, TODAY).badges.map(({ kind }) => kind)).toEqual(['p-irt']);
  });
});

describe('a P-IRT number', () => {
  test.each([
    ['P-IRT 1234567890123-45', []],
    ['123456789012345', []],
    ['PIRT No. 2.06.3372.01.0001-29', []],
    ['P-IRT 1234567890123-4', ['p-irt.too-short']],
    ['12345678901234', ['p-irt.too-short']],
    ['023456789012345', ['p-irt.packaging']],
    ['923456789012345', ['p-irt.packaging']],
    ['12345678901234O', ['p-irt.not-digits']],
    ['', ['p-irt.not-digits']],
  ])('%s: %j', (typed, doubts) => {
    expect(doubtsOfPirt(typed)).toEqual(doubts);
  });

  test('of fifteen digits and more, however it is grouped, raises no doubt; of fewer always one', () => {
    const digits = fc
      .tuple(fc.constantFrom(...'12345678'), fc.stringMatching(/^\d{0,24}$/))
      .map(([first, rest]) => first + rest);
    const signs = fc.constantFrom('', '-', ' ', '.', '/');
    fc.assert(
      fc.property(
        digits,
        signs,
        fc.constantFrom('', 'P-IRT ', 'p-irt: ', 'PIRT No. '),
        (number, sign, before) => {
          const grouped = before + (number.match(/.{1,4}/g) ?? []).join(sign);
          expect(doubtsOfPirt(grouped)).toEqual(number.length >= 15 ? [] : ['p-irt.too-short']);
        },
      ),
    );
  });

  test('whatever is typed gets an answer', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (typed) => void doubtsOfPirt(typed)));
  });

  test('on frozen meat, fish or milk is doubted', () => {
    for (const food of ['Bakso sapi beku', 'Abon ikan', 'Susu kambing segar']) {
      expect(doubtsOfMark('p-irt', '123456789012345', food)).toEqual(['p-irt.wrong-food']);
    }
    expect(doubtsOfMark('p-irt', '123456789012345', 'Keripik pisang')).toEqual([]);
  });
});

test('a mark without any digit is doubted, and "not halal" needs none', () => {
  expect(doubtsOfMark('halal', 'ada', '')).toEqual(['mark.no-digits']);
  expect(doubtsOfMark('nib', '0220-1', '')).toEqual([]);
  expect(doubtsOfMark('not-halal', '', '')).toEqual([]);
});

test('only food, drink and body care are asked for the marks of their kind', () => {
  expect(marksFor('service')).toEqual(['nib']);
  expect(marksFor('food')).toContain('p-irt');
  expect(marksFor('cosmetics')).not.toContain('p-irt');
});

test('words that promise health are found, in whatever form and case', () => {
  expect(healthClaimsIn('Jamu ini MENYEMBUHKAN asam urat dan diabetes.')).toEqual([
    'menyembuhkan',
    'asam urat',
    'diabetes',
  ]);
  expect(healthClaimsIn('Berkhasiat, cocok sebagai obat.')).toEqual(['berkhasiat', 'obat']);
  expect(healthClaimsIn('It cures cancer')).toEqual(['cures', 'cancer']);
  expect(healthClaimsIn('Segar, manisnya dari gula aren.')).toEqual([]);
  expect(healthClaimsIn('Teman dan sobat minum kopi')).toEqual([]);
});
