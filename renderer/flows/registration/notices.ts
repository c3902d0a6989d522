import type { Doubt } from '../../../shared/domain/complaint.ts';
import type { RegistrationDoubtWords, RegistrationTexts } from '../../texts/registration.id.ts';
import type { Fault } from './faults.ts';

/** The words of a fault: the same at the field and in the summary. */
export function wordsOfFault({ code }: Fault, { faults }: RegistrationTexts): string {
  switch (code) {
    case 'name-missing':
      return faults.nameMissing;
    case 'date-incomplete':
      return faults.dateIncomplete;
    case 'no-such-day':
      return faults.noSuchDay;
    case 'months-out-of-range':
      return faults.monthsOutOfRange;
    case 'amount-zero':
      return faults.amountZero;
    case 'consent-missing':
      return faults.consentMissing;
    default:
      return faults.nik[code];
  }
}

/** What to look at again, without saying that it is wrong. */
export function wordsOfDoubt({ code }: Doubt, { doubts }: RegistrationTexts): string {
  return code in doubts.words ? doubts.words[code as keyof RegistrationDoubtWords] : doubts.title;
}

/** `id` of the element that the summary leads to. */
export function fieldId(field: string): string {
  return `registration-${field.replace('.', '-')}`;
}
