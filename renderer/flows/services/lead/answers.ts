import { asksCountry, LeadAnswers } from '../../../../shared/domain/lead.ts';
import { cleanText } from '../../../../shared/lib/clean-text.ts';
import { choiceOf, consentsToAsk, phoneOf } from './consents.ts';
import { doubtsIn } from './doubts.ts';
import type { LeadDraft, LeadFacts } from './draft.ts';
import { isComplete } from './steps.ts';

/**
 * The request as it will be committed: only what applies, texts cleaned, what was left empty left out. Null while
 * something that must be answered is open.
 */
export function toAnswers(draft: LeadDraft, facts: LeadFacts): LeadAnswers | null {
  if (!isComplete(draft, facts)) return null;
  const phone = phoneOf(draft, facts);
  const parsed = LeadAnswers.safeParse(
    withoutGaps({
      service: facts.service,
      need: draft.need,
      name: cleanText(draft.name ?? ''),
      country: asksCountry(facts.service) ? draft.country : undefined,
      phone,
      times: phone && draft.times?.length ? [...draft.times] : undefined,
      consents: consentsToAsk(draft, facts).flatMap((purpose) => choiceOf(purpose, draft, facts) ?? []),
      doubts: doubtsIn(draft, facts),
    }),
  );
  return parsed.success ? parsed.data : null;
}

function withoutGaps<T extends object>(whole: T): T {
  return Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== undefined)) as T;
}
