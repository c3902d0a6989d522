import { unreachable } from '../../../shared/lib/unreachable.ts';
import type { ComplaintTexts } from '../../texts/complaint.id.ts';
import type { Fault } from './faults.ts';

/** The words of a fault: the same at the field and in the summary. */
export function wordsOfFault({ code }: Fault, { faults }: ComplaintTexts): string {
  switch (code) {
    case 'phone-missing':
      return faults.phoneMissing;
    case 'times-missing':
      return faults.timesMissing;
    case 'consent-missing':
      return faults.consentMissing;
    case 'year-missing':
      return faults.yearMissing;
    case 'year-out-of-range':
      return faults.yearOutOfRange;
    case 'month-missing':
      return faults.monthMissing;
    case 'no-such-day':
      return faults.noSuchDay;
    default:
      return unreachable(code);
  }
}

/** `id` of the element that the summary leads to. */
export function fieldIdOf({ field }: Fault): string {
  return fieldId(field.startsWith('since.') ? 'since' : field);
}

export function fieldId(field: string): string {
  return `complaint-${field.replace('.', '-')}`;
}
