import type { KioskContent } from '../../../shared/contract/content.ts';
import type { Language } from '../../../shared/domain/language.ts';
import { cleanText } from '../../../shared/lib/clean-text.ts';
import { unreachable } from '../../../shared/lib/unreachable.ts';
import type { CheckRow, ComplaintTexts } from '../../texts/complaint.id.ts';
import { formatPartialDate } from '../../texts/format.ts';
import { choiceOf, PURPOSE_OF } from './consents.ts';
import type { ComplaintDraft, ComplaintFacts } from './draft.ts';
import { aboutOf } from './question-view.ts';
import { type StepName, stepNamed } from './steps.ts';

interface Told {
  draft: ComplaintDraft;
  facts: ComplaintFacts;
  texts: ComplaintTexts;
  language: Language;
  content: KioskContent;
}

/** What she answered, in the words she chose it by; undefined where she answered nothing. */
export function describeAnswer(row: CheckRow, told: Told): string | undefined {
  const { draft, facts } = told;
  if (!stepNamed(row as StepName).isAnswered(draft, facts)) return undefined;
  return wordsFor(row, told);
}

function wordsFor(row: CheckRow, { draft, facts, texts, language, content }: Told): string | undefined {
  switch (row) {
    case 'danger':
      return draft.inDanger ? texts.danger.yes.label : texts.danger.no.label;
    case 'subject':
      return draft.subject && texts.subject.answers[draft.subject].label;
    case 'relation':
      return draft.relation && texts.relation.answers[draft.relation].label;
    case 'situation':
      return draft.situation && texts.situation.answers(aboutOf(draft))[draft.situation].label;
    case 'category':
      return draft.category && texts.category.answers[draft.category].label;
    case 'country':
      return content.countries.find(({ code }) => code === draft.country)?.name[language] ?? draft.country;
    case 'city':
      return cleanText(draft.city ?? '');
    case 'accused-kind':
      return draft.accusedKind && texts.accusedKind.answers[draft.accusedKind].label;
    case 'accused-name':
      return cleanText(draft.accusedName ?? '');
    case 'accused-address':
      return cleanText(draft.accusedAddress ?? '');
    case 'accused-phone':
      return cleanText(draft.accusedPhone ?? '');
    case 'story':
      return cleanText(draft.story ?? '');
    case 'since':
      return draft.since?.year === undefined
        ? undefined
        : formatPartialDate({ ...draft.since, year: draft.since.year }, language);
    case 'wanted':
      return draft.wanted?.map((wanted) => texts.wanted.answers[wanted].label).join(', ');
    case 'procedural':
      return draft.procedural && texts.procedural.answers[draft.procedural].label;
    case 'worker-name':
      return cleanText(draft.workerName ?? '');
    case 'worker-nik':
      return cleanText(draft.workerNik ?? '');
    case 'worker-passport':
      return cleanText(draft.workerPassport ?? '');
    case 'contact-mode':
      return draft.contactMode && texts.contactMode.answers[draft.contactMode].label;
    case 'reporter-name':
      return cleanText(draft.reporterName ?? '');
    case 'contact-phone':
      return cleanText(draft.contactPhone ?? '');
    case 'contact-channel':
      return draft.contactChannel && texts.contactChannel.answers[draft.contactChannel].label;
    case 'contact-times':
      return draft.contactTimes?.map((time) => texts.contactTimes.answers[time].label).join(', ');
    case 'contact-discreet':
      return texts.contactDiscreet.answers[draft.contactDiscreet ? 'yes' : 'no'].label;
    case 'consent-forward':
    case 'consent-services':
      return choiceOf(PURPOSE_OF[row], draft, facts)?.given ? texts.check.given : texts.check.refused;
    default:
      return unreachable(row);
  }
}
