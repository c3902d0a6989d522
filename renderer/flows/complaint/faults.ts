import { type ConsentPurpose, LIMITS } from '../../../shared/domain/complaint.ts';
import { cleanText } from '../../../shared/lib/clean-text.ts';
import { choiceOf, consentsToAsk, PURPOSE_OF } from './consents.ts';
import type { ComplaintDraft, ComplaintFacts, ComplaintPatch, SinceDraft } from './draft.ts';
import type { StepName } from './steps.ts';

/** What must be put right before she can go on. Each has its words in the texts and its field on the screen. */
export type Fault =
  | { field: 'contactPhone'; code: 'phone-missing' }
  | { field: 'contactTimes'; code: 'times-missing' }
  | { field: `consent.${ConsentPurpose}`; code: 'consent-missing' }
  | { field: 'since.year'; code: 'year-missing' | 'year-out-of-range' }
  | { field: 'since.month'; code: 'month-missing' }
  | { field: 'since.day'; code: 'no-such-day' };

/** The years that a complaint can be about. The kiosk's own clock may be wrong, so it decides nothing here. */
export const EARLIEST_YEAR = 1970;
export const LATEST_YEAR = 2200;

const LENGTHS = {
  city: LIMITS.place,
  accusedName: LIMITS.name,
  accusedAddress: LIMITS.address,
  accusedPhone: LIMITS.phone,
  story: LIMITS.story,
  workerName: LIMITS.name,
  workerNik: LIMITS.document,
  workerPassport: LIMITS.document,
  reporterName: LIMITS.name,
  contactPhone: LIMITS.phone,
} as const satisfies Partial<Record<keyof ComplaintDraft, number>>;

export type TextFieldName = keyof typeof LENGTHS;

/** The longest text a field takes, in UTF-16 units as the schema counts them. */
export function longestText(field: TextFieldName): number {
  return LENGTHS[field];
}

/** Every text fits its field. What does not fit is not taken at all: nothing is ever cut silently. */
export function fits(patch: ComplaintPatch): boolean {
  return Object.entries(LENGTHS).every(([field, longest]) => {
    const text = patch[field as TextFieldName];
    return text === undefined || text.length <= longest;
  });
}

/** Why this question cannot be left as it is answered now. A question that may be empty has no fault when it is. */
export function faultsAt(step: StepName, draft: ComplaintDraft, facts: ComplaintFacts): Fault[] {
  switch (step) {
    case 'contact-phone':
      return cleanText(draft.contactPhone ?? '') === ''
        ? [{ field: 'contactPhone', code: 'phone-missing' }]
        : [];
    case 'contact-times':
      return (draft.contactTimes ?? []).length === 0
        ? [{ field: 'contactTimes', code: 'times-missing' }]
        : [];
    case 'consent-forward':
    case 'consent-services': {
      const purpose = PURPOSE_OF[step];
      return consentsToAsk(draft, facts).includes(purpose) && !choiceOf(purpose, draft, facts)
        ? [{ field: `consent.${purpose}`, code: 'consent-missing' }]
        : [];
    }
    case 'since':
      return sinceFaults(draft.since ?? {});
    default:
      return [];
  }
}

function sinceFaults({ year, month, day }: SinceDraft): Fault[] {
  if (year === undefined) {
    return month === undefined && day === undefined ? [] : [{ field: 'since.year', code: 'year-missing' }];
  }
  if (!Number.isInteger(year) || year < EARLIEST_YEAR || year > LATEST_YEAR) {
    return [{ field: 'since.year', code: 'year-out-of-range' }];
  }
  if (day === undefined) return [];
  if (month === undefined) return [{ field: 'since.month', code: 'month-missing' }];
  return day >= 1 && day <= daysIn(year, month) ? [] : [{ field: 'since.day', code: 'no-such-day' }];
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
