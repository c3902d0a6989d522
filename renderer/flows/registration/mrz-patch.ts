import { birthDateOfMrz, expiryDateOfMrz, type MrzReading } from '../../../shared/domain/mrz.ts';
import { digitsOfDate } from '../../../shared/domain/registration-rules.ts';
import { cleanText } from '../../../shared/lib/clean-text.ts';
import type { RegistrationDraft, RegistrationPatch } from './draft.ts';
import { fits } from './faults.ts';

/**
 * What a reading fills in. The passport's own fields are taken as read; what she said of herself is never written over, because a
 * card and a passport may honestly differ.
 */
export function patchOf(reading: MrzReading, draft: RegistrationDraft, today: string): RegistrationPatch {
  const expires = expiryDateOfMrz(reading.expirationDate);
  const born = birthDateOfMrz(reading.birthDate, Number(today.slice(0, 4)));
  const name = [reading.firstName, reading.lastName].filter((part) => part !== '').join(' ');
  const patch: RegistrationPatch = {
    ...(reading.documentNumber === '' ? {} : { passportNumber: reading.documentNumber }),
    ...(expires === null ? {} : { passportExpires: digitsOfDate(expires) }),
    ...(isEmpty(draft.name) && name !== '' ? { name: inWords(name) } : {}),
    ...(isEmpty(draft.birthDate) && born !== null ? { birthDate: digitsOfDate(born) } : {}),
    ...(draft.sex === undefined && reading.sex !== null ? { sex: reading.sex } : {}),
  };
  return fits(patch) ? patch : {};
}

const isEmpty = (text: string | undefined) => cleanText(text ?? '') === '';

/** "SITI CONTOH" as a name is written. */
function inWords(name: string): string {
  return name.toLowerCase().replace(/(^|\s)\S/g, (first) => first.toUpperCase());
}
