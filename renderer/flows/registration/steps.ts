import type { EmployerKind } from '../../../shared/domain/registration.ts';
import { cleanText } from '../../../shared/lib/clean-text.ts';
import { type ConsentStep, choiceOf, consentsToAsk, PURPOSE_OF } from './consents.ts';
import { isTooYoung } from './doubts.ts';
import { listOf, type RegistrationDraft, type RegistrationFacts } from './draft.ts';
import { faultsAt } from './faults.ts';
import { LEVELS, regionAt } from './regions.ts';

export type Section = 'way' | 'self' | 'contact' | 'address' | 'passport' | 'job' | 'papers' | 'consent';

/** One question. The list below is the whole order of the flow; everything about next, back and change follows from it. */
export interface Step {
  name: StepName;
  section: Section;
  /** The answers this question may touch. */
  fields: readonly (keyof RegistrationDraft)[];
  /** The question makes sense, so the check page has a line for it. */
  applies: Rule;
  /** It is asked on the way, without being picked on the check page. Only ever true where `applies` is. */
  asks: Rule;
  isAnswered: Rule;
  /** It may be left empty. */
  optional: boolean;
  /** It has a line on the check page. */
  listed: boolean;
}

const PLAIN = [
  'employer-kind',
  'scheme',
  'name',
  'depth',
  'nik',
  'birth-place',
  'birth-date',
  'too-young',
  'sex',
  'marital',
  'phone',
  'whatsapp',
  'emergency-name',
  'emergency-relation',
  'emergency-phone',
  ...LEVELS,
  'street',
  'has-passport',
  'passport-number',
  'passport-issued',
  'passport-expires',
  'passport-office',
  'has-visa',
  'visa-kind',
  'employer-name',
  'employer-form',
  'employer-country',
  'employer-city',
  'employer-address',
  'position',
  'start-date',
  'contract-months',
  'wage-amount',
  'wage-currency',
  'wage-per',
  'social-security',
  'no-list',
] as const;

export type PlainStep = (typeof PLAIN)[number] | ConsentStep;
/** One question for each paper of the list. */
export type DocumentStep = `document:${string}`;
export type StepName = PlainStep | DocumentStep;

type Rule = (draft: RegistrationDraft, facts: RegistrationFacts) => boolean;

const always: Rule = () => true;
const never: Rule = () => false;
const tellsAll: Rule = (draft) => draft.depth === 'full';
const both =
  (...rules: Rule[]): Rule =>
  (draft, facts) =>
    rules.every((rule) => rule(draft, facts));

/** A question whose answer is needed. */
function needed(name: PlainStep, section: Section, field: keyof RegistrationDraft): Step {
  const isAnswered: Rule = (draft) => draft[field] !== undefined;
  return {
    name,
    section,
    fields: [field],
    applies: always,
    asks: always,
    isAnswered,
    optional: false,
    listed: true,
  };
}

/** A question that may be left out. */
function detail(
  name: PlainStep,
  section: Section,
  field: keyof RegistrationDraft,
  { applies = always, asks = tellsAll, isAnswered }: { applies?: Rule; asks?: Rule; isAnswered?: Rule } = {},
): Step {
  return {
    name,
    section,
    fields: [field],
    applies,
    asks: both(applies, asks),
    isAnswered: isAnswered ?? ((draft) => hasValue(draft[field])),
    optional: true,
    listed: true,
  };
}

/** Something to read. It is over once it was passed. */
function notice(name: PlainStep, section: Section, asks: Rule): Step {
  return { name, section, fields: [], applies: asks, asks, isAnswered: never, optional: true, listed: false };
}

function hasValue(value: unknown): boolean {
  return typeof value === 'string' ? cleanText(value) !== '' : value !== undefined;
}

function consent(name: ConsentStep): Step {
  const purpose = PURPOSE_OF[name];
  const applies: Rule = (draft, facts) => consentsToAsk(draft, facts).includes(purpose);
  return {
    ...needed(name, 'consent', 'consents'),
    applies,
    asks: applies,
    isAnswered: (draft, facts) => choiceOf(purpose, draft, facts) !== undefined,
  };
}

const filled =
  (field: 'phone' | 'emergencyName' | 'wageAmount'): Rule =>
  (draft) =>
    hasValue(draft[field]);
const hasPassport: Rule = (draft) => draft.hasPassport === true;

const BEFORE_PAPERS: readonly Step[] = [
  // The others have another way: until she says otherwise, this question stays open.
  {
    ...needed('employer-kind', 'way', 'employerKind'),
    isAnswered: (draft) => draft.employerKind === 'company',
  },
  needed('scheme', 'way', 'scheme'),
  { ...needed('name', 'self', 'name'), isAnswered: (draft) => hasValue(draft.name) },
  { ...needed('depth', 'way', 'depth'), listed: false },

  detail('nik', 'self', 'nik'),
  detail('birth-place', 'self', 'birthPlace'),
  detail('birth-date', 'self', 'birthDate'),
  notice('too-young', 'self', isTooYoung),
  detail('sex', 'self', 'sex'),
  detail('marital', 'self', 'marital'),

  detail('phone', 'contact', 'phone', { asks: always }),
  detail('whatsapp', 'contact', 'hasWhatsapp', { applies: filled('phone'), asks: always }),
  detail('emergency-name', 'contact', 'emergencyName'),
  detail('emergency-relation', 'contact', 'emergencyRelation', { applies: filled('emergencyName') }),
  detail('emergency-phone', 'contact', 'emergencyPhone', { applies: filled('emergencyName') }),

  ...LEVELS.map((level) =>
    detail(level, 'address', level, { isAnswered: (draft) => regionAt(level, draft) !== undefined }),
  ),
  detail('street', 'address', 'street'),

  detail('has-passport', 'passport', 'hasPassport'),
  detail('passport-number', 'passport', 'passportNumber', { applies: hasPassport }),
  detail('passport-issued', 'passport', 'passportIssued', { applies: hasPassport }),
  detail('passport-expires', 'passport', 'passportExpires', { applies: hasPassport }),
  detail('passport-office', 'passport', 'passportOffice', { applies: hasPassport }),
  detail('has-visa', 'passport', 'hasVisa'),
  detail('visa-kind', 'passport', 'visaKind', { applies: (draft) => draft.hasVisa === true }),

  detail('employer-name', 'job', 'employerName'),
  detail('employer-form', 'job', 'employerForm'),
  detail('employer-country', 'job', 'employerCountry'),
  detail('employer-city', 'job', 'employerCity'),
  detail('employer-address', 'job', 'employerAddress'),
  detail('position', 'job', 'position'),
  detail('start-date', 'job', 'startDate'),
  detail('contract-months', 'job', 'contractMonths'),
  detail('wage-amount', 'job', 'wageAmount'),
  detail('wage-currency', 'job', 'wageCurrency', { applies: filled('wageAmount') }),
  detail('wage-per', 'job', 'wagePer', { applies: filled('wageAmount') }),
  notice('social-security', 'job', tellsAll),
  notice('no-list', 'papers', (draft, facts) => draft.scheme !== undefined && listOf(draft, facts) === null),
];

const AFTER_PAPERS: readonly Step[] = [consent('consent-forward'), consent('consent-services')];

function paper(key: string): Step {
  const isAnswered: Rule = (draft) => draft.documents?.[key] !== undefined;
  return {
    name: `document:${key}`,
    section: 'papers',
    fields: ['documents'],
    applies: always,
    asks: always,
    isAnswered,
    optional: false,
    listed: true,
  };
}

/** Every question there is for this scheme, in order. */
export function stepsOf(draft: RegistrationDraft, facts: RegistrationFacts): readonly Step[] {
  const papers = (listOf(draft, facts)?.keys ?? []).map(paper);
  return [...BEFORE_PAPERS, ...papers, ...AFTER_PAPERS];
}

const BY_NAME = new Map([...BEFORE_PAPERS, ...AFTER_PAPERS].map((step) => [step.name, step]));

export function stepNamed(name: StepName): Step {
  const step = keyOfPaper(name) === null ? BY_NAME.get(name) : paper(keyOfPaper(name) ?? '');
  if (!step) throw new Error(`there is no step named ${name}`);
  return step;
}

/** The key of the paper that a question is about; null at any other question. */
export function keyOfPaper(name: StepName): string | null {
  return name.startsWith('document:') ? name.slice('document:'.length) : null;
}

export const FIRST_STEP: StepName = 'employer-kind';

/** The question after this one; null when the check page is next. */
export function nextStep(
  draft: RegistrationDraft,
  facts: RegistrationFacts,
  from: StepName,
): StepName | null {
  const steps = stepsOf(draft, facts);
  const place = steps.findIndex((step) => step.name === from);
  return steps.find((step, at) => at > place && step.asks(draft, facts))?.name ?? null;
}

/** The question before this one (before the check page when `from` is null); null at the first. */
export function previousStep(
  draft: RegistrationDraft,
  facts: RegistrationFacts,
  from: StepName | null,
): StepName | null {
  const steps = stepsOf(draft, facts);
  const place = from === null ? steps.length : steps.findIndex((step) => step.name === from);
  return steps.slice(0, Math.max(0, place)).findLast((step) => step.asks(draft, facts))?.name ?? null;
}

/**
 * The first question that still stands before the check page: one with a fault, one that must be answered and is not,
 * or one that is asked on the way and that she has not passed yet.
 */
export function nextNeededStep(
  draft: RegistrationDraft,
  facts: RegistrationFacts,
  passed: readonly StepName[],
): StepName | null {
  const open = stepsOf(draft, facts).find(
    (step) =>
      (step.applies(draft, facts) && faultsAt(step.name, draft, facts).length > 0) ||
      (step.asks(draft, facts) &&
        !step.isAnswered(draft, facts) &&
        !(step.optional && passed.includes(step.name))),
  );
  return open?.name ?? null;
}

/** She belongs here, nothing that must be answered is open and nothing is at fault: it may be sent. */
export function isComplete(draft: RegistrationDraft, facts: RegistrationFacts): boolean {
  return (
    draft.employerKind === 'company' &&
    stepsOf(draft, facts)
      .filter((step) => step.applies(draft, facts))
      .every(
        (step) =>
          (step.optional || step.isAnswered(draft, facts)) && faultsAt(step.name, draft, facts).length === 0,
      )
  );
}

/** The kind of employer that leads elsewhere; null where she belongs here or has not said it. */
export function awayOf({ employerKind }: RegistrationDraft): Exclude<EmployerKind, 'company'> | null {
  return employerKind === undefined || employerKind === 'company' ? null : employerKind;
}

/** The lines of the check page, in the order of the questions. */
export function listedSteps(draft: RegistrationDraft, facts: RegistrationFacts): StepName[] {
  return stepsOf(draft, facts)
    .filter((step) => step.listed && step.applies(draft, facts))
    .map((step) => step.name);
}

/** Where she is on the thread: the check page is its last knot. */
export function progressAt(
  draft: RegistrationDraft,
  facts: RegistrationFacts,
  at: StepName,
): { answered: number; total: number } {
  const onTheWay = stepsOf(draft, facts).filter((step) => step.asks(draft, facts) || step.name === at);
  return { answered: onTheWay.findIndex((step) => step.name === at), total: onTheWay.length + 1 };
}
