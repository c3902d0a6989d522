import type { ConsentPurpose } from '../../../shared/domain/complaint.ts';
import { LONGEST_CONTRACT_MONTHS } from '../../../shared/domain/registration.ts';
import { dateOfDigits, faultOfNik, type NikFault } from '../../../shared/domain/registration-rules.ts';
import { cleanText } from '../../../shared/lib/clean-text.ts';
import { choiceOf, consentsToAsk, isConsentStep, PURPOSE_OF } from './consents.ts';
import { RegistrationDraft, type RegistrationFacts, type RegistrationPatch } from './draft.ts';
import type { StepName } from './steps.ts';

/** Dates are typed in eight digits; the question of each. */
export const DATE_FIELDS = {
  'birth-date': 'birthDate',
  'passport-issued': 'passportIssued',
  'passport-expires': 'passportExpires',
  'start-date': 'startDate',
} as const satisfies Partial<Record<StepName, keyof RegistrationDraft>>;

export type DateStep = keyof typeof DATE_FIELDS;
export type DateField = (typeof DATE_FIELDS)[DateStep];

export function isDateStep(step: StepName): step is DateStep {
  return step in DATE_FIELDS;
}

/** What must be put right, or taken out, before she can go on. Each has its words in the texts and its field on the screen. */
export type Fault =
  | { field: 'name'; code: 'name-missing' }
  | { field: 'nik'; code: NikFault }
  | { field: DateField; code: 'date-incomplete' | 'no-such-day' }
  | { field: 'contractMonths'; code: 'months-out-of-range' }
  | { field: 'wageAmount'; code: 'amount-zero' }
  | { field: `consent.${ConsentPurpose}`; code: 'consent-missing' };

/** Every answer has the shape of its field. What does not fit is not taken at all: nothing is ever cut silently. */
export function fits(patch: RegistrationPatch): boolean {
  return RegistrationDraft.safeParse(patch).success;
}

/** Why this question cannot be left as it is answered now. A question that may be empty has no fault when it is. */
export function faultsAt(step: StepName, draft: RegistrationDraft, facts: RegistrationFacts): Fault[] {
  if (isDateStep(step)) return dateFaults(DATE_FIELDS[step], draft);
  if (isConsentStep(step)) {
    const purpose = PURPOSE_OF[step];
    return consentsToAsk(draft, facts).includes(purpose) && !choiceOf(purpose, draft, facts)
      ? [{ field: `consent.${purpose}`, code: 'consent-missing' }]
      : [];
  }
  switch (step) {
    case 'name':
      return cleanText(draft.name ?? '') === '' ? [{ field: 'name', code: 'name-missing' }] : [];
    case 'nik': {
      const nik = cleanText(draft.nik ?? '');
      const code = nik === '' ? null : faultOfNik(nik);
      return code ? [{ field: 'nik', code }] : [];
    }
    case 'contract-months': {
      const months = Number(draft.contractMonths ?? '');
      const isThere = (draft.contractMonths ?? '') !== '';
      return isThere && (months < 1 || months > LONGEST_CONTRACT_MONTHS)
        ? [{ field: 'contractMonths', code: 'months-out-of-range' }]
        : [];
    }
    case 'wage-amount':
      return /^0+$/.test(draft.wageAmount ?? '') ? [{ field: 'wageAmount', code: 'amount-zero' }] : [];
    default:
      return [];
  }
}

function dateFaults(field: DateField, draft: RegistrationDraft): Fault[] {
  const digits = draft[field] ?? '';
  if (digits === '') return [];
  if (digits.length < 8) return [{ field, code: 'date-incomplete' }];
  return dateOfDigits(digits) === null ? [{ field, code: 'no-such-day' }] : [];
}
