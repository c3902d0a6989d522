import type { KioskContent } from '../../../../shared/contract/content.ts';
import type { Language } from '../../../../shared/domain/language.ts';
import { cleanText } from '../../../../shared/lib/clean-text.ts';
import { unreachable } from '../../../../shared/lib/unreachable.ts';
import type { LeadRow, ServicesTexts } from '../../../texts/services.id.ts';
import { choiceOf, PURPOSE_OF } from './consents.ts';
import type { LeadDraft, LeadFacts } from './draft.ts';
import { stepNamed } from './steps.ts';

interface Told {
  draft: LeadDraft;
  facts: LeadFacts;
  texts: ServicesTexts;
  language: Language;
  content: KioskContent;
}

/** What she answered, in the words she chose it by; undefined where she answered nothing. */
export function describeAnswer(row: LeadRow, told: Told): string | undefined {
  const { draft, facts, texts, language, content } = told;
  if (!stepNamed(row).isAnswered(draft, facts)) return undefined;
  switch (row) {
    case 'need':
      return draft.need && texts.need.answers[facts.service][draft.need]?.label;
    case 'country':
      return content.countries.find(({ code }) => code === draft.country)?.name[language] ?? draft.country;
    case 'name':
      return cleanText(draft.name ?? '');
    case 'phone':
      return cleanText(draft.phone ?? '');
    case 'times':
      return draft.times?.map((time) => texts.times.answers[time].label).join(', ');
    case 'consent-request':
    case 'consent-services':
      return choiceOf(PURPOSE_OF[row], draft, facts)?.given ? texts.check.given : texts.check.refused;
    default:
      return unreachable(row);
  }
}
