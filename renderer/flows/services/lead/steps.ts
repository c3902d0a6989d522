import { asksCountry, NEEDS_OF } from '../../../../shared/domain/lead.ts';
import { cleanText } from '../../../../shared/lib/clean-text.ts';
import type { LeadRow } from '../../../texts/services.id.ts';
import { type ConsentStep, choiceOf, consentsToAsk, mayAskNumber, PURPOSE_OF, phoneOf } from './consents.ts';
import type { LeadDraft, LeadFacts } from './draft.ts';

/** One question. The table below is the whole order of the form; next, back and change follow from it. */
export interface Step {
  name: StepName;
  /** The answer this question may touch. */
  field: keyof LeadDraft;
  /** The question is asked, and has a line on the check page. */
  applies(draft: LeadDraft, facts: LeadFacts): boolean;
  isAnswered(draft: LeadDraft, facts: LeadFacts): boolean;
  /** It may be left empty. */
  optional: boolean;
}

export type StepName = LeadRow;

const always = () => true;
const isFilled = (text: string | undefined) => cleanText(text ?? '') !== '';

function consent(name: ConsentStep): Step {
  const purpose = PURPOSE_OF[name];
  return {
    name,
    field: 'consents',
    applies: (draft, facts) => consentsToAsk(draft, facts).includes(purpose),
    isAnswered: (draft, facts) => choiceOf(purpose, draft, facts) !== undefined,
    optional: false,
  };
}

export const STEPS: readonly Step[] = [
  {
    name: 'need',
    field: 'need',
    applies: always,
    isAnswered: ({ need }, { service }) => need !== undefined && NEEDS_OF[service].includes(need),
    optional: false,
  },
  {
    name: 'country',
    field: 'country',
    applies: (_draft, { service }) => asksCountry(service),
    isAnswered: ({ country }) => country !== undefined,
    optional: true,
  },
  {
    name: 'name',
    field: 'name',
    applies: always,
    isAnswered: ({ name }) => isFilled(name),
    optional: false,
  },
  consent('consent-request'),
  {
    name: 'phone',
    field: 'phone',
    applies: mayAskNumber,
    isAnswered: ({ phone }) => isFilled(phone),
    optional: true,
  },
  {
    name: 'times',
    field: 'times',
    applies: (draft, facts) => phoneOf(draft, facts) !== undefined,
    isAnswered: ({ times }) => (times ?? []).length > 0,
    optional: true,
  },
  consent('consent-services'),
];

const ORDER = new Map(STEPS.map((step, place) => [step.name, place]));
export const FIRST_STEP: StepName = 'need';

export function stepNamed(name: StepName): Step {
  const step = STEPS[ORDER.get(name) ?? -1];
  if (!step) throw new Error(`there is no step named ${name}`);
  return step;
}

/** The question after this one; null when the check page is next. */
export function nextStep(draft: LeadDraft, facts: LeadFacts, from: StepName): StepName | null {
  const place = ORDER.get(from) ?? -1;
  return STEPS.find((step, at) => at > place && step.applies(draft, facts))?.name ?? null;
}

/** The question before this one (before the check page when `from` is null); null at the first. */
export function previousStep(draft: LeadDraft, facts: LeadFacts, from: StepName | null): StepName | null {
  const place = from === null ? STEPS.length : (ORDER.get(from) ?? 0);
  return STEPS.slice(0, place).findLast((step) => step.applies(draft, facts))?.name ?? null;
}

/** The first question that still stands before the check page: open, and not one that she left empty by going on. */
export function nextNeededStep(
  draft: LeadDraft,
  facts: LeadFacts,
  passed: readonly StepName[],
): StepName | null {
  const needed = STEPS.find(
    (step) =>
      step.applies(draft, facts) &&
      !step.isAnswered(draft, facts) &&
      !(step.optional && passed.includes(step.name)),
  );
  return needed?.name ?? null;
}

/** Nothing that must be answered is open, so the request may be sent. */
export function isComplete(draft: LeadDraft, facts: LeadFacts): boolean {
  return STEPS.every((step) => step.optional || !step.applies(draft, facts) || step.isAnswered(draft, facts));
}

/** The lines of the check page, in the order of the questions. */
export function listedSteps(draft: LeadDraft, facts: LeadFacts): StepName[] {
  return STEPS.filter((step) => step.applies(draft, facts)).map((step) => step.name);
}

/** Where she is on the thread: the check page is its last knot. */
export function progressAt(
  draft: LeadDraft,
  facts: LeadFacts,
  at: StepName,
): { answered: number; total: number } {
  const onTheWay = STEPS.filter((step) => step.applies(draft, facts) || step.name === at);
  return { answered: onTheWay.findIndex((step) => step.name === at), total: onTheWay.length + 1 };
}
