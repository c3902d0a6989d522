import fc from 'fast-check';
import { expect, test } from 'vitest';
import { doubtsOfName } from './name.ts';
import { readNik } from './nik.ts';
import { readPassport } from './passport.ts';
import { readPhone, showPhone } from './phone.ts';

const MAN = '3515140508680001';
const WOMAN = '3515144508680002';

test('the example NIK of a man and of a woman raise no doubt, however they are spaced', () => {
  expect(readNik(MAN)).toEqual({ nik: MAN, doubts: [] });
  expect(readNik('351514 450868 0002')).toEqual({ nik: WOMAN, doubts: [] });
});

test('a woman’s day of birth is read without the forty', () => {
  const born = { year: 1968, month: 8, day: 5 };
  expect(readNik(WOMAN, { born, isFemale: true }).doubts).toEqual([]);
  expect(readNik(WOMAN, { born, isFemale: false }).doubts).toEqual(['nik.sex-differs']);
  expect(readNik(MAN, { born: { year: 1969 } }).doubts).toEqual(['nik.birth-date-differs']);
});

test('a person born in 2005 and a new province in Papua raise no doubt', () => {
  expect(readNik('9301011203050001', { born: { year: 2005, month: 3, day: 12 } }).doubts).toEqual([]);
});

test('a district that no longer exists raises no doubt', () => {
  expect(readNik('3599994508680002').doubts).toEqual([]);
});

test('what cannot be a NIK is doubted by its reason', () => {
  expect(readNik('351514050868000').doubts).toEqual(['nik.length']);
  expect(readNik('35151405O8680001').doubts).toEqual(['nik.not-digits']);
  expect(readNik('3333333333333333').doubts).toEqual(['nik.same-digits']);
  expect(readNik('3515143208680001').doubts).toEqual(['nik.day']);
  expect(readNik('3515143002680001').doubts).toEqual(['nik.day']);
  expect(readNik('3515147208680001').doubts).toEqual(['nik.day']);
  expect(readNik('3515140013680001').doubts).toEqual(['nik.month', 'nik.day']);
  expect(readNik('3515140508680000').doubts).toEqual(['nik.serial']);
  expect(readNik('2015140508680001').doubts).toEqual(['nik.unknown-province']);
});

test('passports with one or two letters are taken as they are', () => {
  for (const number of ['B7499678', 'AU610053', 'E1234567', 'X123456']) {
    expect(readPassport(number)).toEqual({ number, doubts: [] });
  }
  expect(readPassport(' b 749-9678 ')).toEqual({ number: 'B7499678', doubts: [] });
});

test('another shape of passport warns, more or less', () => {
  expect(readPassport('123456789').doubts).toEqual(['passport.unusual']);
  expect(readPassport('B12').doubts).toEqual(['passport.shape']);
  expect(readPassport('B7499678#').doubts).toEqual(['passport.shape']);
});

test('home numbers mean the same however they are written', () => {
  for (const typed of [
    '0812-3456-789',
    '8123456789',
    '628123456789',
    '+62 812 3456 789',
    '(0812) 3456.789',
    '0062 8123456789',
  ]) {
    expect(readPhone(typed), typed).toEqual({ e164: '+628123456789', doubts: [] });
  }
});

test('a doubled prefix is understood and doubted', () => {
  expect(readPhone('+620812 3456 789')).toEqual({ e164: '+628123456789', doubts: ['phone.double-prefix'] });
  expect(readPhone('6208123456789')).toEqual({ e164: '+628123456789', doubts: ['phone.double-prefix'] });
});

test('foreign numbers with their country are taken', () => {
  expect(readPhone('+852 5294 4184')).toEqual({ e164: '+85252944184', doubts: [] });
  expect(readPhone('+886 901 132 000')).toEqual({ e164: '+886901132000', doubts: [] });
  expect(readPhone('00 60 17-668 8032')).toEqual({ e164: '+60176688032', doubts: [] });
});

test('a landline is a number too', () => {
  expect(readPhone('021-5550 0199')).toEqual({ e164: '+622155500199', doubts: [] });
});

test('what may be Hong Kong or home is not guessed', () => {
  expect(readPhone('85252944184')).toEqual({ e164: null, doubts: ['phone.country-unsure'] });
  expect(readPhone('085252944184')).toEqual({ e164: '+6285252944184', doubts: [] });
});

test('what is no number says why', () => {
  expect(readPhone('nomor ibu').doubts).toEqual(['phone.not-digits']);
  expect(readPhone('0812345').doubts).toEqual(['phone.too-short']);
  expect(readPhone('081234567890123').doubts).toEqual(['phone.too-long']);
  expect(readPhone('5294 4184').doubts).toEqual(['phone.no-country']);
  expect(readPhone('081111111111').doubts).toEqual(['phone.same-digits']);
});

test('a shown number reads back as the same number', () => {
  expect(showPhone('+628123456789')).toBe('+62 812-3456-789');
  expect(showPhone('+85252944184')).toBe('+852 5294 4184');
  fc.assert(
    fc.property(fc.stringMatching(/^8\d{8,11}$/), (rest) => {
      const { e164 } = readPhone(`0${rest}`);
      expect(e164).toBe(`+62${rest}`);
      expect(readPhone(showPhone(e164 ?? '')).e164).toBe(e164);
    }),
  );
});

test('one name, titles, apostrophes and other scripts raise no doubt', () => {
  for (const name of [
    'Sukarni',
    'Hj. Siti Contoh, S.Pd.',
    "Ma'ruf",
    'Nur’aini binti Contoh',
    'Jean-Luc',
    '陳大文',
    'محمد',
  ]) {
    expect(doubtsOfName(name), name).toEqual([]);
  }
});

test('slips of the finger in a name are doubted', () => {
  expect(doubtsOfName('Siti2')).toEqual(['name.digits']);
  expect(doubtsOfName('Siti 😀')).toEqual(['name.symbols']);
  expect(doubtsOfName('S')).toEqual(['name.short']);
  expect(doubtsOfName('Sitiiii')).toEqual(['name.repeated']);
});

test('nothing that is typed makes a rule throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      readNik(typed);
      readPassport(typed);
      readPhone(typed);
      doubtsOfName(typed);
    }),
  );
});
