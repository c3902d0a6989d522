/**
 * What looks wrong in a NIK, a passport number or a phone number as it was typed. Nothing here refuses: a NIK keeps old
 * region codes and wrong birth dates for life, passports have had several patterns, and foreign numbers are the rule.
 * A doubt asks the person to look again and tells the officer where to look.
 */
export type NikDoubt =
  | 'nik.digits'
  | 'nik.length'
  | 'nik.repeated'
  | 'nik.birth-date'
  | 'nik.serial'
  | 'nik.region';
export type PassportDoubt = 'passport.pattern';
export type PhoneDoubt = 'phone.digits' | 'phone.short' | 'phone.long' | 'phone.prefix';

/** Digits without what people put between them. */
const joined = (typed: string) => typed.replace(/[\s.\-()/]/g, '');

const PROVINCES = new Set(
  [
    '11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 51 52 53',
    '61 62 63 64 65 71 72 73 74 75 76 81 82 91 92 93 94 95 96',
  ].flatMap((codes) => codes.split(' ')),
);

/**
 * NIK: 2 province, 2 district, 2 sub-district, 6 birth date (DDMMYY, women +40 on the day), 4 serial from 0001; no
 * check digit. Districts change and are not judged. Province codes are those of Kepmendagri 300.2.2-2138/2025.
 */
export function doubtNik(typed: string): NikDoubt | null {
  const nik = joined(typed);
  if (!/^\d+$/.test(nik)) return 'nik.digits';
  if (nik.length !== 16) return 'nik.length';
  if (/^(\d)\1+$/.test(nik)) return 'nik.repeated';
  const day = Number(nik.slice(6, 8));
  const month = Number(nik.slice(8, 10));
  const dayOfBirth = day > 40 ? day - 40 : day;
  if (dayOfBirth < 1 || dayOfBirth > 31 || month < 1 || month > 12) return 'nik.birth-date';
  if (nik.endsWith('0000')) return 'nik.serial';
  return PROVINCES.has(nik.slice(0, 2)) ? null : 'nik.region';
}

/** One or two letters and six or seven digits are usual; there is no published pattern. */
export function doubtPassport(typed: string): PassportDoubt | null {
  return /^[A-Z]{1,2}\d{6,7}$/.test(joined(typed).toUpperCase()) ? null : 'passport.pattern';
}

/** Indonesian numbers begin with 0, 8 or 62, all others with + (or 00) and their country code. */
export function doubtPhone(typed: string): PhoneDoubt | null {
  const number = joined(typed).replace(/^00/, '+');
  if (!/^\+?\d+$/.test(number)) return 'phone.digits';
  const home = /^(?:\+?62|0|(?=8))(\d*)$/.exec(number);
  // "+6208..." carries two beginnings at once.
  if (/^\+?620/.test(number) || (!home && !number.startsWith('+'))) return 'phone.prefix';
  const length = home ? (home[1] ?? '').length : number.length - 1;
  if (length < (home ? 8 : 7)) return 'phone.short';
  return length > (home ? 13 : 15) ? 'phone.long' : null;
}
