import type { Doubt } from '../../../../shared/domain/complaint.ts';
import { LEAD_LIMITS } from '../../../../shared/domain/lead.ts';
import { doubtsOfName, type NameDoubt } from '../../../../shared/domain/name.ts';
import { type PhoneDoubt, readPhone } from '../../../../shared/domain/phone.ts';
import { cleanText } from '../../../../shared/lib/clean-text.ts';
import { phoneOf } from './consents.ts';
import type { LeadDraft, LeadFacts, LeadPatch } from './draft.ts';

export type TextFieldName = keyof typeof LEAD_LIMITS;
export type DoubtCode = NameDoubt | PhoneDoubt;

const JUDGE: Record<TextFieldName, (typed: string) => DoubtCode[]> = {
  name: doubtsOfName,
  phone: (typed) => readPhone(typed).doubts,
};

/** The doubts about one field. They never refuse: she looks again, and keeps it or changes it. */
export function doubtsAt(field: string, draft: LeadDraft): Doubt[] {
  if (!isTextField(field)) return [];
  const typed = cleanText(draft[field] ?? '');
  return typed === '' ? [] : JUDGE[field](typed).map((code) => ({ field, code }));
}

/** Every doubt about what will be committed: for the person who calls. */
export function doubtsIn(draft: LeadDraft, facts: LeadFacts): Doubt[] {
  return [...doubtsAt('name', draft), ...(phoneOf(draft, facts) ? doubtsAt('phone', draft) : [])];
}

export function isTextField(field: string): field is TextFieldName {
  return field in LEAD_LIMITS;
}

/** The longest text a field takes, in UTF-16 units as the schema counts them. */
export function longestText(field: TextFieldName): number {
  return LEAD_LIMITS[field];
}

/** Every text fits its field. What does not fit is not taken at all: nothing is ever cut silently. */
export function fits(patch: LeadPatch): boolean {
  return (Object.keys(LEAD_LIMITS) as TextFieldName[]).every(
    (field) => (patch[field]?.length ?? 0) <= LEAD_LIMITS[field],
  );
}
