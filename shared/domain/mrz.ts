/**
 * The machine-readable zone of a passport (ICAO Doc 9303 part 4, "TD3"): two lines of 44 characters. The name has no check digit
 * and is always shown to be looked at.
 */
export const MRZ_LENGTH = 44;

export interface MrzReading {
  /** Without fillers, as on the page. */
  documentNumber: string;
  issuingState: string;
  nationality: string;
  /** Somebody with a single name has it here, and no first name. */
  lastName: string;
  /** All given names, with blanks. May be empty. */
  firstName: string;
  /** YYMMDD, as it stands there: the century is not. */
  birthDate: string;
  expirationDate: string;
  sex: 'female' | 'male' | null;
}

export type MrzDoubt =
  | 'mrz.document-number'
  | 'mrz.birth-date'
  | 'mrz.expiry-date'
  | 'mrz.optional'
  /** Every field fits by itself, all of them together do not. */
  | 'mrz.whole';

const CHARACTERS = /^[A-Z0-9<]+$/;
const WEIGHTS = [7, 3, 1] as const;

/** The check digit of a text of A-Z, 0-9 and `<`: values times 7, 3, 1, modulo 10; A is 10, Z is 35, `<` is 0. */
export function mrzCheckDigit(text: string): string {
  let sum = 0;
  for (let at = 0; at < text.length; at++) sum += worthOf(text.charAt(at)) * (WEIGHTS[at % 3] ?? 1);
  return String(sum % 10);
}

/** Null when a line has another length or character, or when one check digit does not agree. */
export function readMrz(first: string, second: string): MrzReading | null {
  const isShaped = [first, second].every((line) => line.length === MRZ_LENGTH && CHARACTERS.test(line));
  if (!isShaped || !first.startsWith('P') || doubtsOfMrz(second).length > 0) return null;
  const [lastName = '', ...given] = first.slice(5).split('<<');
  const sex = second.charAt(20);
  return {
    documentNumber: second.slice(0, 9).replaceAll('<', ''),
    issuingState: first.slice(2, 5).replaceAll('<', ''),
    nationality: second.slice(10, 13).replaceAll('<', ''),
    lastName: words(lastName),
    firstName: words(given.join('<')),
    birthDate: second.slice(13, 19),
    expirationDate: second.slice(21, 27),
    sex: sex === 'F' ? 'female' : sex === 'M' ? 'male' : null,
  };
}

/** The fields of a second line that do not agree with their check digit. */
export function doubtsOfMrz(line: string): MrzDoubt[] {
  // A field that is empty may have a filler in place of its digit.
  const agrees = (text: string, check: string) => mrzCheckDigit(text) === (check === '<' ? '0' : check);
  const doubts: MrzDoubt[] = [];
  if (!agrees(line.slice(0, 9), line.charAt(9))) doubts.push('mrz.document-number');
  if (!agrees(line.slice(13, 19), line.charAt(19))) doubts.push('mrz.birth-date');
  if (!agrees(line.slice(21, 27), line.charAt(27))) doubts.push('mrz.expiry-date');
  if (!agrees(line.slice(28, 42), line.charAt(42))) doubts.push('mrz.optional');
  // The last digit leaves out the nationality and the sex.
  const whole = line.slice(0, 10) + line.slice(13, 20) + line.slice(21, 43);
  if (doubts.length === 0 && !agrees(whole, line.charAt(43))) doubts.push('mrz.whole');
  return doubts;
}

/** `1990-05-14` of a birth `900514`: the latest century that is not in the future. Null where it is no date. */
export function birthDateOfMrz(written: string, thisYear: number): string | null {
  const year = 2000 + Number(written.slice(0, 2));
  return dateOf(written, year <= thisYear ? year : year - 100);
}

/** `2030-05-14` of an expiry `300514`. Null where it is no date. */
export function expiryDateOfMrz(written: string): string | null {
  return dateOf(written, 2000 + Number(written.slice(0, 2)));
}

function dateOf(written: string, year: number): string | null {
  if (!/^\d{6}$/.test(written)) return null;
  const iso = `${year}-${written.slice(2, 4)}-${written.slice(4, 6)}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== iso ? null : iso;
}

function words(text: string): string {
  return text.replaceAll('<', ' ').trim().replaceAll(/ +/g, ' ');
}

function worthOf(character: string): number {
  if (character === '<') return 0;
  return /\d/.test(character) ? Number(character) : character.charCodeAt(0) - 55;
}
