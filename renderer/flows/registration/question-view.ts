import type { KioskContent } from '../../../shared/contract/content.ts';
import type { ConsentPurpose } from '../../../shared/domain/complaint.ts';
import type { Language } from '../../../shared/domain/language.ts';
import {
  DocumentState,
  EmployerKind,
  REGISTRATION_LIMITS,
  Scheme,
} from '../../../shared/domain/registration.ts';
import type { Answer } from '../../components/answer-card/answer-card.tsx';
import type { KeyboardLayout } from '../../components/keyboard/layouts.ts';
import type { Capitals } from '../../components/keyboard/typing.ts';
import type { Question, Words } from '../../texts/complaint.id.ts';
import type { AskedStep, RegistrationTexts } from '../../texts/registration.id.ts';
import { isConsentStep, PURPOSE_OF } from './consents.ts';
import { currenciesFor } from './currencies.ts';
import type { RegistrationDraft, RegistrationPatch } from './draft.ts';
import { DATE_FIELDS, isDateStep } from './faults.ts';
import * as icons from './icons.ts';
import { isLevel, type Level } from './regions.ts';
import { keyOfPaper, type StepName } from './steps.ts';
import { type TypedShape, typedAmount, typedDate, typedDigits } from './typed.ts';

type TextField = {
  [K in keyof RegistrationDraft]-?: RegistrationDraft[K] extends string | undefined ? K : never;
}[keyof RegistrationDraft];

/** How one question looks: which kind of answer it takes and in which words. Holds no rule about what comes next. */
export type QuestionView = { question: Question } & (
  | {
      kind: 'one';
      answers: Answer<string>[];
      chosen: string | undefined;
      toPatch(value: string): RegistrationPatch;
    }
  | {
      kind: 'text';
      field: TextField;
      layout: KeyboardLayout;
      capitals: Capitals;
      limit?: number;
      shape?: TypedShape;
      isDictated?: boolean;
      isMultiline?: boolean;
    }
  | { kind: 'country' | 'social-security' | 'no-list' | 'too-young' }
  | { kind: 'region'; level: Level }
  | { kind: 'paper'; key: string }
  | { kind: 'consent'; purpose: ConsentPurpose }
);

export interface Viewing {
  draft: RegistrationDraft;
  texts: RegistrationTexts;
  content: KioskContent;
  language: Language;
}

/** Cards for the values offered, in their order, with their words and pictures. */
function cards<T extends string>(
  values: readonly T[],
  words: Record<T, Words>,
  pictures: Record<T, Answer<T>['icon']>,
): Answer<T>[] {
  return values.map((value) => ({
    value,
    ...words[value],
    ...(pictures[value] ? { icon: pictures[value] } : {}),
  }));
}

const keysOf = <T extends string>(words: Record<T, unknown>) => Object.keys(words) as T[];

export function viewOf(step: StepName, { draft, texts, content, language }: Viewing): QuestionView {
  const paper = keyOfPaper(step);
  if (paper !== null)
    return { kind: 'paper', key: paper, question: paperQuestion(paper, draft, content, language) };
  const question = texts.questions[step as AskedStep];
  const { answers } = texts;

  /** One answer out of several, kept as it is. */
  const one = <T extends string>(
    field: keyof RegistrationDraft,
    offered: Answer<T>[],
    chosen: T | undefined,
  ): QuestionView => ({
    kind: 'one',
    question,
    answers: offered,
    chosen,
    toPatch: (value) => ({ [field]: value }),
  });
  const yesOrNo = (
    field: 'hasWhatsapp' | 'hasPassport' | 'hasVisa',
    words: Record<'yes' | 'no', Words>,
    pictures: typeof icons.YES_NO_ICONS,
  ): QuestionView => ({
    kind: 'one',
    question,
    answers: cards(['yes', 'no'] as const, words, pictures),
    chosen: draft[field] === undefined ? undefined : draft[field] ? 'yes' : 'no',
    toPatch: (value) => ({ [field]: value === 'yes' }),
  });
  const text = (field: TextField, limit: number, capitals: Capitals = 'words'): QuestionView => ({
    kind: 'text',
    question,
    field,
    layout: 'text',
    capitals,
    limit,
  });
  const number = (field: TextField, shape: TypedShape): QuestionView => ({
    kind: 'text',
    question,
    field,
    layout: 'number',
    capitals: 'none',
    shape,
    isDictated: true,
  });
  const phone = (field: TextField): QuestionView => ({
    kind: 'text',
    question,
    field,
    layout: 'phone',
    capitals: 'none',
    limit: REGISTRATION_LIMITS.phone,
    isDictated: true,
  });

  if (isDateStep(step)) return number(DATE_FIELDS[step], typedDate);
  if (isLevel(step)) return { kind: 'region', level: step, question };
  if (isConsentStep(step)) return { kind: 'consent', purpose: PURPOSE_OF[step], question };
  const limits = REGISTRATION_LIMITS;
  switch (step as AskedStep) {
    case 'employer-kind':
      return one(
        'employerKind',
        cards(EmployerKind.options, answers.employerKind, icons.EMPLOYER_ICONS),
        draft.employerKind,
      );
    case 'scheme':
      return one('scheme', cards(Scheme.options, answers.scheme, icons.SCHEME_ICONS), draft.scheme);
    case 'name':
      return text('name', limits.name);
    case 'depth':
      return one('depth', cards(keysOf(answers.depth), answers.depth, icons.DEPTH_ICONS), draft.depth);
    case 'nik':
      return number('nik', typedDigits(16));
    case 'birth-place':
      return text('birthPlace', limits.place);
    case 'sex':
      return one('sex', cards(keysOf(answers.sex), answers.sex, icons.SEX_ICONS), draft.sex);
    case 'marital':
      return one(
        'marital',
        cards(keysOf(answers.marital), answers.marital, icons.MARITAL_ICONS),
        draft.marital,
      );
    case 'phone':
      return phone('phone');
    case 'whatsapp':
      return yesOrNo('hasWhatsapp', answers.whatsapp, icons.WHATSAPP_ICONS);
    case 'emergency-name':
      return text('emergencyName', limits.name);
    case 'emergency-relation':
      return one<string>(
        'emergencyRelation',
        cards(keysOf(answers.relation), answers.relation, icons.RELATION_ICONS),
        draft.emergencyRelation,
      );
    case 'emergency-phone':
      return phone('emergencyPhone');
    case 'street':
      return { ...text('street', limits.address, 'words'), isMultiline: true } as QuestionView;
    case 'has-passport':
      return yesOrNo('hasPassport', answers.passport, icons.YES_NO_ICONS);
    case 'passport-number':
      return {
        kind: 'text',
        question,
        field: 'passportNumber',
        layout: 'code',
        capitals: 'all',
        limit: limits.document,
        isDictated: true,
      };
    case 'passport-office':
      return text('passportOffice', limits.place);
    case 'has-visa':
      return yesOrNo('hasVisa', answers.visa, icons.YES_NO_ICONS);
    case 'visa-kind':
      return text('visaKind', limits.short);
    case 'employer-name':
      return text('employerName', limits.name);
    case 'employer-form':
      return text('employerForm', limits.short);
    case 'employer-country':
      return { kind: 'country', question };
    case 'employer-city':
      return text('employerCity', limits.place);
    case 'employer-address':
      return { ...text('employerAddress', limits.address), isMultiline: true } as QuestionView;
    case 'position':
      return text('position', limits.place);
    case 'contract-months':
      return number('contractMonths', typedDigits(3));
    case 'wage-amount':
      return number('wageAmount', typedAmount(language));
    case 'wage-currency':
      return one(
        'wageCurrency',
        currenciesFor(draft.employerCountry, Object.keys(texts.currencies)).map((code) => ({
          value: code,
          label: texts.currencies[code] ?? code,
          hint: code,
          icon: icons.CURRENCY_ICON,
        })),
        draft.wageCurrency,
      );
    case 'wage-per':
      return one('wagePer', cards(keysOf(answers.wagePer), answers.wagePer, icons.WAGE_ICONS), draft.wagePer);
    case 'social-security':
    case 'no-list':
    case 'too-young':
      return { kind: step as 'social-security' | 'no-list' | 'too-young', question };
    default:
      throw new Error(`no question ${step}`);
  }
}

export function paperOf(key: string, draft: RegistrationDraft, content: KioskContent) {
  const list = content.registration.documentLists.find(({ scheme }) => scheme === draft.scheme);
  return list?.documents.find((paper) => paper.key === key);
}

function paperQuestion(
  key: string,
  draft: RegistrationDraft,
  content: KioskContent,
  language: Language,
): Question {
  const paper = paperOf(key, draft, content);
  return { title: paper?.name[language] ?? key, ...(paper ? { why: paper.what[language] } : {}) };
}

export const PAPER_STATES = DocumentState.options;
