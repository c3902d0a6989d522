/**
 * The NIK, 16 digits: province 2, kabupaten or kota 2, kecamatan 2, birth day 2 (women +40), month 2, year 2, serial 4.
 * It has no check digit and never changes, not even when a birth date is corrected: so it may honestly disagree with
 * what a person says, and nothing here refuses it. What looks wrong is a doubt that asks "periksa lagi".
 */
export type NikDoubt =
  | 'nik.not-digits'
  | 'nik.length'
  | 'nik.same-digits'
  | 'nik.day'
  | 'nik.month'
  | 'nik.serial'
  | 'nik.unknown-province'
  | 'nik.birth-date-differs'
  | 'nik.sex-differs';

/** What the person said herself, to compare with. Each may be left out. */
export interface SaidByPerson {
  born?: { year: number; month?: number; day?: number };
  isFemale?: boolean;
}

export interface NikReading {
  /** Without blanks, dots and hyphens. */
  nik: string;
  doubts: NikDoubt[];
}

/** Codes at the time of first issue: a kecamatan or kabupaten may be long gone, so only provinces are looked at. */
const PROVINCES = new Set(
  (
    '11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 51 52 53 61 62 63 64 65 71 72 73 74 75 76 81 82 ' +
    '91 92 93 94 95 96'
  ).split(' '),
);

const DAYS_IN = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export function readNik(typed: string, said: SaidByPerson = {}): NikReading {
  const nik = typed.replace(/[\s.-]/g, '');
  if (!/^\d*$/.test(nik)) return { nik, doubts: ['nik.not-digits'] };
  if (nik.length !== 16) return { nik, doubts: ['nik.length'] };
  if (/^(\d)\1*$/.test(nik)) return { nik, doubts: ['nik.same-digits'] };
  const written = writtenIn(nik);
  const doubts: NikDoubt[] = [];
  if (written.month < 1 || written.month > 12) doubts.push('nik.month');
  if (written.day < 1 || written.day > (DAYS_IN[written.month - 1] ?? 31)) doubts.push('nik.day');
  if (nik.slice(12) === '0000') doubts.push('nik.serial');
  if (!PROVINCES.has(nik.slice(0, 2))) doubts.push('nik.unknown-province');
  if (doubts.length === 0) doubts.push(...differences(written, said));
  return { nik, doubts };
}

interface Written {
  day: number;
  month: number;
  /** Two digits: the century is not written. */
  year: number;
  isFemale: boolean;
}

function writtenIn(nik: string): Written {
  const day = Number(nik.slice(6, 8));
  return {
    day: day > 40 ? day - 40 : day,
    month: Number(nik.slice(8, 10)),
    year: Number(nik.slice(10, 12)),
    isFemale: day > 40,
  };
}

function differences(written: Written, said: SaidByPerson): NikDoubt[] {
  const { born, isFemale } = said;
  const doubts: NikDoubt[] = [];
  if (
    born &&
    (born.year % 100 !== written.year ||
      (born.month ?? written.month) !== written.month ||
      (born.day ?? written.day) !== written.day)
  ) {
    doubts.push('nik.birth-date-differs');
  }
  if (isFemale !== undefined && isFemale !== written.isFemale) doubts.push('nik.sex-differs');
  return doubts;
}
