import type { KioskContent } from '../../../shared/contract/content.ts';
import type { Language } from '../../../shared/domain/language.ts';
import { dateOfDigits } from '../../../shared/domain/registration-rules.ts';
import { cleanText } from '../../../shared/lib/clean-text.ts';
import { formatIsoDate } from '../../texts/format.ts';
import type { EmergencyRelation, RegistrationRow, RegistrationTexts } from '../../texts/registration.id.ts';
import { choiceOf, isConsentStep, PURPOSE_OF } from './consents.ts';
import type { RegistrationDraft, RegistrationFacts } from './draft.ts';
import { DATE_FIELDS, isDateStep } from './faults.ts';
import { paperOf } from './question-view.ts';
import { isLevel, regionAt } from './regions.ts';
import { keyOfPaper, type StepName, stepNamed } from './steps.ts';
import { typedAmount } from './typed.ts';

export interface Told {
  draft: RegistrationDraft;
  facts: RegistrationFacts;
  texts: RegistrationTexts;
  language: Language;
  content: KioskContent;
}

/** The name of a line on the check page. */
export function labelOf(step: StepName, { draft, texts, content, language }: Told): string {
  const paper = keyOfPaper(step);
  if (paper !== null) return paperOf(paper, draft, content)?.name[language] ?? paper;
  return texts.check.rows[step as RegistrationRow];
}

/** What she answered, in the words she chose it by; undefined where she answered nothing. */
export function describeAnswer(step: StepName, told: Told): string | undefined {
  if (!stepNamed(step).isAnswered(told.draft, told.facts)) return undefined;
  return wordsFor(step, told);
}

function wordsFor(step: StepName, { draft, facts, texts, language, content }: Told): string | undefined {
  const { answers, check } = texts;
  const paper = keyOfPaper(step);
  if (paper !== null) {
    const state = draft.documents?.[paper];
    return state && answers.paper[state].label;
  }
  if (isDateStep(step)) {
    const date = dateOfDigits(draft[DATE_FIELDS[step]] ?? '');
    return date === null ? undefined : formatIsoDate(date, language);
  }
  if (isLevel(step)) return regionAt(step, draft)?.name;
  if (isConsentStep(step)) {
    return choiceOf(PURPOSE_OF[step], draft, facts)?.given ? check.given : check.refused;
  }
  switch (step as RegistrationRow) {
    case 'employer-kind':
      return draft.employerKind && answers.employerKind[draft.employerKind].label;
    case 'scheme':
      return draft.scheme && answers.scheme[draft.scheme].label;
    case 'name':
      return cleanText(draft.name ?? '');
    case 'nik':
      return cleanText(draft.nik ?? '');
    case 'birth-place':
      return cleanText(draft.birthPlace ?? '');
    case 'sex':
      return draft.sex && answers.sex[draft.sex].label;
    case 'marital':
      return draft.marital && answers.marital[draft.marital].label;
    case 'phone':
      return cleanText(draft.phone ?? '');
    case 'whatsapp':
      return draft.hasWhatsapp ? check.sameNumber : check.otherNumber;
    case 'emergency-name':
      return cleanText(draft.emergencyName ?? '');
    case 'emergency-relation':
      return draft.emergencyRelation && answers.relation[draft.emergencyRelation as EmergencyRelation]?.label;
    case 'emergency-phone':
      return cleanText(draft.emergencyPhone ?? '');
    case 'street':
      return cleanText(draft.street ?? '');
    case 'has-passport':
      return draft.hasPassport ? check.yes : check.notYet;
    case 'passport-number':
      return cleanText(draft.passportNumber ?? '');
    case 'passport-office':
      return cleanText(draft.passportOffice ?? '');
    case 'has-visa':
      return draft.hasVisa ? check.yes : check.notYet;
    case 'visa-kind':
      return cleanText(draft.visaKind ?? '');
    case 'employer-name':
      return cleanText(draft.employerName ?? '');
    case 'employer-form':
      return cleanText(draft.employerForm ?? '');
    case 'employer-country':
      return (
        content.countries.find(({ code }) => code === draft.employerCountry)?.name[language] ??
        draft.employerCountry
      );
    case 'employer-city':
      return cleanText(draft.employerCity ?? '');
    case 'employer-address':
      return cleanText(draft.employerAddress ?? '');
    case 'position':
      return cleanText(draft.position ?? '');
    case 'contract-months':
      return check.months(Number(draft.contractMonths));
    case 'wage-amount':
      return typedAmount(language).show(draft.wageAmount ?? '');
    case 'wage-currency':
      return draft.wageCurrency && (texts.currencies[draft.wageCurrency] ?? draft.wageCurrency);
    case 'wage-per':
      return draft.wagePer && answers.wagePer[draft.wagePer].label;
    default:
      return undefined;
  }
}
