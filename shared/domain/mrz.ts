/**
 * The two machine-readable lines of a passport (ICAO 9303, TD3: two lines of 44). A reading never refuses: every field whose
 * check digit does not fit is named, so that a person looks at it again on her passport.
 */
export type MrzDoubt =
  | 'mrz.document-number'
  | 'mrz.birth-date'
  | 'mrz.expiry-date'
  | 'mrz.optional'
  /** Every field fits by itself, all of them together do not. */
  | 'mrz.whole';

export interface MrzReading {
  /** Capitals and digits, without fillers. */
  documentNumber: string;
  /** Three letters, `IDN`; fillers taken off. */
  nationality: string;
  /** Somebody with a single name has it here, and no given names. */
  surname: string;
  givenNames: string;
  /** `1990-05-14`; null where the digits are no date. */
  birthDate: string | null;
  expiryDate: string | null;
  sex: 'female' | 'male' | null;
  doubts: MrzDoubt[];
}

const LINE = 44;
const WEIGHTS = [7, 3, 1];

/**
 * Reads the lines out of what was typed, pasted or recognised; blanks and lines around them do not matter. Null where there are
 * no two lines of a passport. `thisYear` chooses the century of the birth: the latest that is not in the future.
 */
export function readMrz(text: string, thisYear: number): MrzReading | null {
  const lines = linesIn(text);
  if (!lines) return null;
  const [names, data] = lines;
  const [surname = '', ...given] = names.slice(5).split('<<');
  const written = (from: number, to: number) => data.slice(from - 1, to);
  return {
    documentNumber: written(1, 9).replaceAll('<', ''),
    nationality: written(11, 13).replaceAll('<', ''),
    surname: spaced(surname),
    givenNames: spaced(given.join(' ')),
    birthDate: dateOf(written(14, 19), (yy) => (2000 + yy <= thisYear ? 2000 + yy : 1900 + yy)),
    expiryDate: dateOf(written(22, 27), (yy) => 2000 + yy),
    sex: written(21, 21) === 'F' ? 'female' : written(21, 21) === 'M' ? 'male' : null,
    doubts: doubtsIn(written),
  };
}

/** The check digit of a field: values times 7, 3, 1, modulo 10; A is 10, Z is 35, `<` is 0. */
export function mrzCheckDigit(field: string): string {
  const sum = [...field].reduce((all, character, at) => all + worthOf(character) * (WEIGHTS[at % 3] ?? 0), 0);
  return String(sum % 10);
}

function doubtsIn(written: (from: number, to: number) => string): MrzDoubt[] {
  const fits = (from: number, to: number) => mrzCheckDigit(written(from, to)) === written(to + 1, to + 1);
  const doubts: MrzDoubt[] = [];
  if (!fits(1, 9)) doubts.push('mrz.document-number');
  if (!fits(14, 19)) doubts.push('mrz.birth-date');
  if (!fits(22, 27)) doubts.push('mrz.expiry-date');
  // An empty optional field may have a filler in place of its digit.
  if (!fits(29, 42) && !/^<{15}$/.test(written(29, 43))) doubts.push('mrz.optional');
  // The last digit leaves out the nationality and the sex.
  const whole = written(1, 10) + written(14, 20) + written(22, 43);
  if (doubts.length === 0 && mrzCheckDigit(whole) !== written(44, 44)) doubts.push('mrz.whole');
  return doubts;
}

function linesIn(text: string): [string, string] | null {
  const rows = text
    .toUpperCase()
    .split(/[\r\n]+/)
    .map((row) => row.replace(/\s/g, ''));
  const halves = rows.flatMap((row) =>
    row.length === 2 * LINE ? [row.slice(0, LINE), row.slice(LINE)] : [row],
  );
  const isLine = (row: string | undefined) => row !== undefined && /^[A-Z0-9<]{44}$/.test(row);
  const first = halves.findIndex((row, at) => isLine(row) && row.startsWith('P') && isLine(halves[at + 1]));
  const names = halves[first];
  const data = halves[first + 1];
  return first >= 0 && names !== undefined && data !== undefined ? [names, data] : null;
}

function spaced(name: string): string {
  return name.replace(/<+/g, ' ').trim();
}

function dateOf(written: string, yearOf: (yy: number) => number): string | null {
  if (!/^\d{6}$/.test(written)) return null;
  const iso = `${yearOf(Number(written.slice(0, 2)))}-${written.slice(2, 4)}-${written.slice(4, 6)}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== iso ? null : iso;
}

function worthOf(character: string): number {
  if (character === '<') return 0;
  return /\d/.test(character) ? Number(character) : character.charCodeAt(0) - 55;
}
