/**
 * Numbers of Indonesian passports. No official description was found; one or two letters and six or seven digits are
 * seen in practice. The much used "A, B or C and seven digits" turns valid passports away, so nothing here refuses.
 */
export type PassportDoubt = 'passport.unusual' | 'passport.shape';

export interface PassportReading {
  /** Capitals, without blanks and hyphens. */
  number: string;
  doubts: PassportDoubt[];
}

export function readPassport(typed: string): PassportReading {
  const number = typed.toUpperCase().replace(/[\s-]/g, '');
  if (/^[A-Z]{1,2}\d{6,7}$/.test(number)) return { number, doubts: [] };
  return { number, doubts: [/^[A-Z0-9]{6,9}$/.test(number) ? 'passport.unusual' : 'passport.shape'] };
}
