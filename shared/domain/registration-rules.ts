import { readNik } from './nik.ts';

/** Rules of the pre-registration that screens, machine and slip share. Dates are `2026-11-22`, with no zone to shift them. */

/** A passport that ends sooner than this is asked about; a habit of destinations, not a rule that was found. */
export const PASSPORT_MONTHS_WANTED = 6;

export type RegistrationDoubt =
  | 'birth-date.future'
  | 'birth-date.unlikely'
  | 'birth-date.too-young'
  | 'passport.expired'
  | 'passport.ends-soon'
  | 'passport.issued-later'
  | 'start-date.unlikely';

/** The calendar date of eight digits DDMMYYYY; null where there is no such day. */
export function dateOfDigits(digits: string): string | null {
  const match = /^(\d{2})(\d{2})(\d{4})$/.exec(digits);
  if (!match) return null;
  const iso = `${match[3]}-${match[2]}-${match[1]}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== iso ? null : iso;
}

/** DDMMYYYY of a date: what the field shows again. */
export function digitsOfDate(iso: string): string {
  return iso.slice(8, 10) + iso.slice(5, 7) + iso.slice(0, 4);
}

/** The same day some months later or earlier; the last day of a shorter month. */
export function monthsAfter(iso: string, months: number): string {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
}

/** Whole years between birth and a day. */
export function ageOn(birth: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(birth.slice(0, 4));
  return today.slice(5) < birth.slice(5) ? years - 1 : years;
}

/** Nothing refuses: a kiosk's clock may be wrong, and so may a finger. `minimumAge` in years; null where no law is known. */
export function doubtsOfBirth(birth: string, today: string, minimumAge: number | null): RegistrationDoubt[] {
  if (birth > today) return ['birth-date.future'];
  const age = ageOn(birth, today);
  if (age > 100) return ['birth-date.unlikely'];
  return minimumAge !== null && age < minimumAge ? ['birth-date.too-young'] : [];
}

export function doubtsOfExpiry(expires: string, issued: string | null, today: string): RegistrationDoubt[] {
  const doubts: RegistrationDoubt[] = issued !== null && issued >= expires ? ['passport.issued-later'] : [];
  if (expires < today) return [...doubts, 'passport.expired'];
  return expires < monthsAfter(today, PASSPORT_MONTHS_WANTED) ? [...doubts, 'passport.ends-soon'] : doubts;
}

/** Years from now or long ago are more likely a slip of the finger. */
export function doubtsOfStart(starts: string, today: string): RegistrationDoubt[] {
  const isUsual = starts > monthsAfter(today, -12 * 20) && starts < monthsAfter(today, 12 * 5);
  return isUsual ? [] : ['start-date.unlikely'];
}

export type NikFault =
  | 'nik.not-digits'
  | 'nik.length'
  | 'nik.same-digits'
  | 'nik.day'
  | 'nik.month'
  | 'nik.serial';

/**
 * What no card has: such a NIK must be put right or left empty. A day that its month does not have, an unknown province or
 * another birth date than she says stay doubts, because a NIK never changes and may honestly differ.
 */
export function faultOfNik(typed: string): NikFault | null {
  const { nik, doubts } = readNik(typed);
  for (const doubt of doubts) {
    switch (doubt) {
      case 'nik.not-digits':
      case 'nik.length':
      case 'nik.same-digits':
      case 'nik.month':
      case 'nik.serial':
        return doubt;
      case 'nik.day': {
        const day = Number(nik.slice(6, 8)) % 40;
        if (day < 1 || day > 31 || Number(nik.slice(6, 8)) > 71) return doubt;
        break;
      }
      default:
    }
  }
  return null;
}

/** The amounts of the content pack that belong to this many months; null where none stands for exactly these. */
export function lumpSumFor(
  months: number,
  amounts: readonly { months: number; rupiah: number }[],
): number | null {
  return amounts.find((amount) => amount.months === months)?.rupiah ?? null;
}
