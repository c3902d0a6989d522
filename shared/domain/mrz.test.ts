import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mrzCheckDigit, readMrz } from './mrz.ts';

const NAMES = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<';
const DATA = 'L898902C36UTO7408122F1204159ZE184226B<<<<<10';
const specimen = (data = DATA, names = NAMES) => readMrz(`${names}\n${data}`, 2026);

/** The data line with another digit at a position that counts from 1. */
function changedAt(position: number): string {
  const other = (Number(DATA[position - 1]) + 1) % 10;
  return DATA.slice(0, position - 1) + other + DATA.slice(position);
}

test('reads the specimen of ICAO 9303', () => {
  expect(specimen()).toEqual({
    documentNumber: 'L898902C3',
    nationality: 'UTO',
    surname: 'ERIKSSON',
    givenNames: 'ANNA MARIA',
    birthDate: '1974-08-12',
    expiryDate: '2012-04-15',
    sex: 'female',
    doubts: [],
  });
});

test.each([
  [10, 'mrz.document-number'],
  [20, 'mrz.birth-date'],
  [28, 'mrz.expiry-date'],
  [43, 'mrz.optional'],
  [44, 'mrz.whole'],
])('a wrong digit at %i is told of its own field alone', (position, doubt) => {
  expect(specimen(changedAt(position))?.doubts).toEqual([doubt]);
});

test('nationality and sex are in no check digit', () => {
  expect(specimen(`${DATA.slice(0, 10)}IDN${DATA.slice(13, 20)}M${DATA.slice(21)}`)).toMatchObject({
    nationality: 'IDN',
    sex: 'male',
    doubts: [],
  });
});

test('an empty optional field may have a filler or a zero as its digit', () => {
  const front = DATA.slice(0, 28);
  for (const digit of ['<', '0']) {
    const optional = `${'<'.repeat(14)}${digit}`;
    const whole = mrzCheckDigit(front.slice(0, 10) + front.slice(13, 20) + front.slice(21, 28) + optional);
    expect(specimen(`${front}${optional}${whole}`)?.doubts).toEqual([]);
  }
});

test('a single name is the surname, and there are no given names', () => {
  expect(specimen(DATA, `P<IDNSUTINI${'<'.repeat(33)}`)).toMatchObject({ surname: 'SUTINI', givenNames: '' });
});

test('finds the lines among others, with blanks, in small letters, or in one piece', () => {
  const whole = specimen();
  expect(
    readMrz(`REPUBLIK\n\n ${NAMES.toLowerCase()} \r\n${DATA.slice(0, 20)} ${DATA.slice(20)}\n`, 2026),
  ).toEqual(whole);
  expect(readMrz(NAMES + DATA, 2026)).toEqual(whole);
});

test('no two lines of 44 are no reading', () => {
  for (const text of ['', 'P<IDN', NAMES, `${NAMES}\n${DATA.slice(1)}`, `${DATA}\n${NAMES}`]) {
    expect(readMrz(text, 2026), text).toBeNull();
  }
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => readMrz(text, 2026) === null));
});

test('the century of a birth is the latest that is not in the future', () => {
  const born = (yy: string) => specimen(`${DATA.slice(0, 13)}${yy}0101${DATA.slice(19)}`)?.birthDate;
  expect([born('05'), born('26'), born('27'), born('74')]).toEqual([
    '2005-01-01',
    '2026-01-01',
    '1927-01-01',
    '1974-01-01',
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
    surname: capitals(12),
    given: fc.option(capitals(12), { nil: '' }),
    born: day,
    expires: day,
    at: fc.constantFrom(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 13, 14, 15, 16, 17, 18, 19, 21, 22, 23, 24, 25, 26, 27),
    by: fc.integer({ min: 1, max: 9 }),
  });
  fc.assert(
    fc.property(passport, ({ number, surname, given, born, expires, at, by }) => {
      const withDigit = (field: string) => field + mrzCheckDigit(field);
      const six = (date: Date) => date.toISOString().slice(2, 10).replaceAll('-', '');
      const document = withDigit(number.padEnd(9, '<'));
      const optional = '<'.repeat(15);
      const [birth, expiry] = [withDigit(six(born)), withDigit(six(expires))];
      const data = `${document}IDN${birth}F${expiry}${optional}${mrzCheckDigit(document + birth + expiry + optional)}`;
      const names = `P<IDN${surname}${given ? `<<${given}` : ''}`.padEnd(44, '<');
      expect(readMrz(`${names}\n${data}`, 2026)).toEqual({
        documentNumber: number,
        nationality: 'IDN',
        surname,
        givenNames: given,
        birthDate: born.toISOString().slice(0, 10),
        expiryDate: expires.toISOString().slice(0, 10),
        sex: 'female',
        doubts: [],
      });
      const old = data[at] ?? '';
      if (!/\d/.test(old)) return;
      const misread = data.slice(0, at) + ((Number(old) + by) % 10) + data.slice(at + 1);
      expect(readMrz(`${names}\n${misread}`, 2026)?.doubts).toHaveLength(1);
    }),
  );
});
