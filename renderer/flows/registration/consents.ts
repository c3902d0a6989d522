import type { ConsentChoice, ConsentPurpose } from '../../../shared/domain/complaint.ts';
import { cleanText } from '../../../shared/lib/clean-text.ts';
import type { RegistrationDraft, RegistrationFacts } from './draft.ts';

/** Each consent is a question of its own: purposes that stand together are not free to be refused apart. */
export const PURPOSE_OF = {
  'consent-forward': 'forward-to-ministry',
  'consent-services': 'contact-about-services',
} as const satisfies Record<string, ConsentPurpose>;

export type ConsentStep = keyof typeof PURPOSE_OF;

export function isConsentStep(step: string): step is ConsentStep {
  return step in PURPOSE_OF;
}

/** The consents to ask. News about services is only offered where there is a number to call. */
export function consentsToAsk(draft: RegistrationDraft, facts: RegistrationFacts): ConsentPurpose[] {
  const asked: ConsentPurpose[] = [];
  if (facts.consentVersions['forward-to-ministry']) asked.push('forward-to-ministry');
  if (facts.consentVersions['contact-about-services'] && cleanText(draft.phone ?? '') !== '') {
    asked.push('contact-about-services');
  }
  return asked;
}

/** What she decided about exactly these words; a choice about older words counts for nothing. */
export function choiceOf(
  purpose: ConsentPurpose,
  draft: RegistrationDraft,
  facts: RegistrationFacts,
): ConsentChoice | undefined {
  return draft.consents?.find(
    (choice) => choice.purpose === purpose && choice.textVersion === facts.consentVersions[purpose],
  );
}

/** Records one decision with its proof. `decidedAt` is Unix ms. */
export function withConsent(
  draft: RegistrationDraft,
  facts: RegistrationFacts,
  decision: { purpose: ConsentPurpose; given: boolean; decidedAt: number },
): ConsentChoice[] {
  const others = (draft.consents ?? []).filter((choice) => choice.purpose !== decision.purpose);
  const textVersion = facts.consentVersions[decision.purpose];
  return textVersion ? [...others, { ...decision, textVersion }] : others;
}
