import fc from 'fast-check';
import { expect, test } from 'vitest';
import { doubtNik, doubtPassport, doubtPhone } from './identifiers.ts';

test.each([
  ['3515140508680001', null],
  ['3515144508680002', null],
  ['3515 1445 0868 0002', null],
  ['9315140508050001', null],
  ['3599990101050001', null],
  ['351514050868000', 'nik.length'],
  ['35151405086800011', 'nik.length'],
  ['351514050868000l', 'nik.digits'],
  ['', 'nik.digits'],
  ['1111111111111111', 'nik.repeated'],
  ['3515143208680001', 'nik.birth-date'],
  ['3515147208680001', 'nik.birth-date'],
  ['3515144008680001', 'nik.birth-date'],
  ['3515140513680001', 'nik.birth-date'],
  ['3515140508680000', 'nik.serial'],
  ['0015140508680001', 'nik.region'],
])('the NIK %s raises %s', (nik, doubt) => {
  expect(doubtNik(nik)).toBe(doubt);
});

test.each([
  ['B7499678', null],
  ['AU610053', null],
  ['x 1234567', null],
  ['B749967', null],
  ['7499678', 'passport.pattern'],
  ['ABC12345', 'passport.pattern'],
  ['', 'passport.pattern'],
])('the passport number %s raises %s', (passport, doubt) => {
  expect(doubtPassport(passport)).toBe(doubt);
});

test.each([
  ['0812-3456-789', null],
  ['+62 812 3456 789', null],
  ['628123456789', null],
  ['812 3456 789', null],
  ['(021) 2924 4800', null],
  ['+852 5294 4184', null],
  ['00852 5294 4184', null],
  ['+886 912 345 678', null],
  ['+6208123456789', 'phone.prefix'],
  ['5294 4184', 'phone.prefix'],
  ['0812', 'phone.short'],
  ['+852 52', 'phone.short'],
  ['0812 3456 7890 12345', 'phone.long'],
  ['nomor ibu', 'phone.digits'],
  ['', 'phone.digits'],
])('the number %s raises %s', (phone, doubt) => {
  expect(doubtPhone(phone)).toBe(doubt);
});

test('nothing that can be typed makes them throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      for (const judge of [doubtNik, doubtPassport, doubtPhone]) {
        expect(['string', 'object']).toContain(typeof judge(typed));
      }
    }),
  );
});

test('a number is judged alike however it is written', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^08\d{8,10}$/), (number) => {
      expect(doubtPhone(number)).toBeNull();
      expect(doubtPhone(`+62${number.slice(1)}`)).toBeNull();
      expect(doubtPhone(`62-${number.slice(1, 4)} ${number.slice(4)}`)).toBeNull();
    }),
  );
});
