import type { ServicesTexts } from '../../../texts/services.id.ts';
import { isConsentStep } from './consents.ts';
import type { LeadDraft, LeadFacts } from './draft.ts';
import { type StepName, stepNamed } from './steps.ts';

/** What must be put right before she can go on. Each has its words in the texts and its field on the screen. */
export interface Fault {
  field: StepName;
  code: 'name-missing' | 'consent-missing';
}

/** Why this question cannot be left as it is answered now. A question that may be empty has no fault when it is. */
export function faultsAt(step: StepName, draft: LeadDraft, facts: LeadFacts): Fault[] {
  if (stepNamed(step).isAnswered(draft, facts)) return [];
  if (step === 'name') return [{ field: step, code: 'name-missing' }];
  return isConsentStep(step) ? [{ field: step, code: 'consent-missing' }] : [];
}

/** The words of a fault: the same at the field and in the summary. */
export function wordsOfFault({ code }: Fault, { faults }: ServicesTexts): string {
  return code === 'name-missing' ? faults.nameMissing : faults.consentMissing;
}

/** `id` of the element that the summary leads to. */
export function fieldId(field: StepName): string {
  return `lead-${field}`;
}
