import type { ConsentChoice } from '../../../../shared/domain/complaint.ts';
import type { LeadConsent } from '../../../../shared/domain/lead.ts';
import { cleanText } from '../../../../shared/lib/clean-text.ts';
import type { LeadDraft, LeadFacts } from './draft.ts';

/** Each consent is a question of its own: purposes that stand together are not free to be refused apart. */
export const PURPOSE_OF = {
  'consent-request': 'contact-about-request',
  'consent-services': 'contact-about-services',
} as const satisfies Record<string, LeadConsent>;

export type ConsentStep = keyof typeof PURPOSE_OF;

export function isConsentStep(step: string): step is ConsentStep {
  return step in PURPOSE_OF;
}

/** What she decided about exactly these words; a choice about older words counts for nothing. */
export function choiceOf(
  purpose: LeadConsent,
  draft: LeadDraft,
  facts: LeadFacts,
): ConsentChoice | undefined {
  return draft.consents?.find(
    (choice) => choice.purpose === purpose && choice.textVersion === facts.consentVersions[purpose],
  );
}

/** She agreed to be contacted about this service, so a number has a use. */
export function mayAskNumber(draft: LeadDraft, facts: LeadFacts): boolean {
  return choiceOf('contact-about-request', draft, facts)?.given === true;
}

/** The number that will be kept: none without the consent. */
export function phoneOf(draft: LeadDraft, facts: LeadFacts): string | undefined {
  return mayAskNumber(draft, facts) ? cleanText(draft.phone ?? '') || undefined : undefined;
}

/** The consents to ask, one by one. Other services are only asked about where there is a way to reach her. */
export function consentsToAsk(draft: LeadDraft, facts: LeadFacts): LeadConsent[] {
  const asked: LeadConsent[] = [];
  if (facts.consentVersions['contact-about-request']) asked.push('contact-about-request');
  if (facts.consentVersions['contact-about-services'] && phoneOf(draft, facts)) {
    asked.push('contact-about-services');
  }
  return asked;
}

/** Records one decision with its proof. `decidedAt` is Unix ms. */
export function withConsent(
  draft: LeadDraft,
  facts: LeadFacts,
  decision: { purpose: LeadConsent; given: boolean; decidedAt: number },
): readonly ConsentChoice[] {
  const others = (draft.consents ?? []).filter((choice) => choice.purpose !== decision.purpose);
  const textVersion = facts.consentVersions[decision.purpose];
  return textVersion ? [...others, { ...decision, textVersion }] : others;
}
