import fc from 'fast-check';
import { expect, test } from 'vitest';
import { birthDateOfMrz, doubtsOfMrz, expiryDateOfMrz, mrzCheckDigit, readMrz } from './mrz.ts';

const NAMES = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<';
const DATA = 'L898902C36UTO7408122F1204159ZE184226B<<<<<10';

/** The data line with another digit at a position that counts from 1. */
function changedAt(position: number): string {
  const other = (Number(DATA[position - 1]) + 1) % 10;
  return DATA.slice(0, position - 1) + other + DATA.slice(position);
}

test('reads the specimen of ICAO 9303', () => {
  expect(readMrz(NAMES, DATA)).toEqual({
    documentNumber: 'L898902C3',
    issuingState: 'UTO',
    nationality: 'UTO',
    lastName: 'ERIKSSON',
    firstName: 'ANNA MARIA',
    birthDate: '740812',
    expirationDate: '120415',
    sex: 'female',
  });
  expect(birthDateOfMrz('740812', 2026)).toBe('1974-08-12');
  expect(expiryDateOfMrz('120415')).toBe('2012-04-15');
});

test.each([
  [10, 'mrz.document-number'],
  [20, 'mrz.birth-date'],
  [28, 'mrz.expiry-date'],
  [43, 'mrz.optional'],
  [44, 'mrz.whole'],
])('a wrong digit at %i is told of its own field alone, and is no reading', (position, doubt) => {
  expect(doubtsOfMrz(changedAt(position))).toEqual([doubt]);
  expect(readMrz(NAMES, changedAt(position))).toBeNull();
});

test('nationality and sex are in no check digit', () => {
  expect(readMrz(NAMES, `${DATA.slice(0, 10)}IDN${DATA.slice(13, 20)}M${DATA.slice(21)}`)).toMatchObject({
    nationality: 'IDN',
    sex: 'male',
  });
});

test('an empty optional field may have a filler or a zero as its digit', () => {
  const front = DATA.slice(0, 28);
  for (const digit of ['<', '0']) {
    const optional = `${'<'.repeat(14)}${digit}`;
    const whole = mrzCheckDigit(front.slice(0, 10) + front.slice(13, 20) + front.slice(21, 28) + optional);
    expect(doubtsOfMrz(`${front}${optional}${whole}`)).toEqual([]);
  }
});

test('a single name is the last name, and there is no first name', () => {
  expect(readMrz(`P<IDNSUTINI${'<'.repeat(33)}`, DATA)).toMatchObject({ lastName: 'SUTINI', firstName: '' });
});

test('what are no two lines of 44 are no reading', () => {
  for (const [first, second] of [
    ['', ''],
    [NAMES, ''],
    [NAMES, DATA.slice(1)],
    [DATA, NAMES],
    [NAMES.toLowerCase(), DATA],
  ] as const) {
    expect(readMrz(first, second)).toBeNull();
  }
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (first, second) => {
      expect(readMrz(first, second)).toBeNull();
      expect(() => doubtsOfMrz(second)).not.toThrow();
    }),
  );
});

test('the century of a birth is the latest that is not in the future; no date is none', () => {
  expect(['050101', '260101', '270101', '740101'].map((written) => birthDateOfMrz(written, 2026))).toEqual([
    '2005-01-01',
    '2026-01-01',
    '1927-01-01',
    '1974-01-01',
  ]);
  expect([birthDateOfMrz('900231', 2026), expiryDateOfMrz('3<0101'), expiryDateOfMrz('')]).toEqual([
    null,
    null,
    null,
  ]);
});

test('any passport that was written is read back, and any one digit changed in a checked field is told', () => {
  const capitals = (max: number) =>
    fc.string({ unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'), minLength: 1, maxLength: max });
  const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2026-01-01'), noInvalidDate: true });
  const passport = fc.record({
    number: fc
      .tuple(capitals(2), fc.integer({ min: 1_000_000, max: 9_999_999 }))
      .map((parts) => parts.join('')),
    last: capitals(12),
    given: fc.option(capitals(12), { nil: '' }),
    born: day,
    expires: day,
    at: fc.constantFrom(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 13, 14, 15, 16, 17, 18, 19, 21, 22, 23, 24, 25, 26, 27),
    by: fc.integer({ min: 1, max: 9 }),
  });
  fc.assert(
    fc.property(passport, ({ number, last, given, born, expires, at, by }) => {
      const withDigit = (field: string) => field + mrzCheckDigit(field);
      const six = (date: Date) => date.toISOString().slice(2, 10).replaceAll('-', '');
      const document = withDigit(number.padEnd(9, '<'));
      const optional = '<'.repeat(15);
      const [birth, expiry] = [withDigit(six(born)), withDigit(six(expires))];
      const data = `${document}IDN${birth}F${expiry}${optional}${mrzCheckDigit(document + birth + expiry + optional)}`;
      expect(readMrz(`P<IDN${last}${given ? `<<${given}` : ''}`.padEnd(44, '<'), data)).toEqual({
        documentNumber: number,
        issuingState: 'IDN',
        nationality: 'IDN',
        lastName: last,
        firstName: given,
        birthDate: six(born),
        expirationDate: six(expires),
        sex: 'female',
      });
      expect(birthDateOfMrz(six(born), 2026)).toBe(born.toISOString().slice(0, 10));
      const old = data[at] ?? '';
      if (!/\d/.test(old)) return;
      const misread = data.slice(0, at) + ((Number(old) + by) % 10) + data.slice(at + 1);
      expect(doubtsOfMrz(misread)).toHaveLength(1);
    }),
  );
});
