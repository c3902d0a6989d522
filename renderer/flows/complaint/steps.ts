import { categoriesFor, RELATIONS_OF } from '../../../shared/domain/complaint.ts';
import { cleanText } from '../../../shared/lib/clean-text.ts';
import { type ConsentStep, choiceOf, consentsToAsk, PURPOSE_OF } from './consents.ts';
import type { ComplaintDraft, ComplaintFacts } from './draft.ts';
import { faultsAt } from './faults.ts';

/** One question. The table below is the whole order of the flow; everything about next, back and change follows from it. */
export interface Step {
  name: StepName;
  /** The answers this question may touch. */
  fields: readonly (keyof ComplaintDraft)[];
  /** The question makes sense, so the check page has a line for it. */
  applies(draft: ComplaintDraft, facts: ComplaintFacts): boolean;
  /** It is asked on the way, without being picked on the check page. Only ever true where `applies` is. */
  asks(draft: ComplaintDraft, facts: ComplaintFacts): boolean;
  isAnswered(draft: ComplaintDraft, facts: ComplaintFacts): boolean;
  /** It may be left empty. */
  optional: boolean;
  /** It has a line on the check page. */
  listed: boolean;
}

export type StepName =
  | 'danger'
  | 'safety'
  | 'subject'
  | 'relation'
  | 'situation'
  | 'category'
  | 'enough'
  | 'country'
  | 'city'
  | 'accused-kind'
  | 'accused-name'
  | 'accused-address'
  | 'accused-phone'
  | 'story'
  | 'since'
  | 'wanted'
  | 'procedural'
  | 'worker-name'
  | 'worker-nik'
  | 'worker-passport'
  | 'contact-mode'
  | 'reporter-name'
  | 'contact-phone'
  | 'contact-channel'
  | 'contact-times'
  | 'contact-discreet'
  | ConsentStep;

type Rule = (draft: ComplaintDraft, facts: ComplaintFacts) => boolean;

const always: Rule = () => true;
const never: Rule = () => false;
const tellsAll: Rule = (draft) => draft.depth === 'full';
const isFilled = (text: string | undefined) => cleanText(text ?? '') !== '';
const wantsContact: Rule = (draft) => draft.contactMode === 'confidential';
const accusedIsKnown: Rule = (draft) => draft.accusedKind !== undefined && draft.accusedKind !== 'unknown';
const isForAnother: Rule = (draft) => draft.subject === 'family' || draft.subject === 'other';

/** A question of the first part: always asked where it applies. */
function first(name: StepName, field: keyof ComplaintDraft, applies: Rule, isAnswered: Rule): Step {
  return { name, fields: [field], applies, asks: applies, isAnswered, optional: false, listed: true };
}

/** A question for those who add details. Each may be left out. */
function detail(
  name: StepName,
  field: keyof ComplaintDraft,
  isAnswered: Rule,
  { applies = always, asks = tellsAll }: { applies?: Rule; asks?: Rule } = {},
): Step {
  return { name, fields: [field], applies, asks, isAnswered, optional: true, listed: true };
}

function consent(name: ConsentStep): Step {
  const purpose = PURPOSE_OF[name];
  return first(
    name,
    'consents',
    (draft, facts) => consentsToAsk(draft, facts).includes(purpose),
    (draft, facts) => choiceOf(purpose, draft, facts) !== undefined,
  );
}

export const STEPS: readonly Step[] = [
  first('danger', 'inDanger', always, (draft) => draft.inDanger !== undefined),
  // A notice has nothing to answer: it is over once it was passed.
  {
    ...first('safety', 'inDanger', (draft) => draft.inDanger === true, never),
    fields: [],
    optional: true,
    listed: false,
  },
  first('subject', 'subject', always, (draft) => draft.subject !== undefined),
  {
    ...first('relation', 'relation', isForAnother, (draft) =>
      Boolean(draft.subject && draft.relation && RELATIONS_OF[draft.subject].includes(draft.relation)),
    ),
    optional: true,
  },
  first('situation', 'situation', always, (draft) => draft.situation !== undefined),
  first('category', 'category', always, (draft) =>
    Boolean(
      draft.situation &&
        draft.subject &&
        draft.category &&
        categoriesFor(draft.situation, draft.subject).includes(draft.category),
    ),
  ),
  {
    ...first('enough', 'depth', always, (draft) => draft.depth !== undefined),
    // Adding a number to call back is itself the answer to whether she may be called.
    fields: ['depth', 'contactMode'],
    listed: false,
  },

  detail('country', 'country', (draft) => draft.country !== undefined),
  detail('city', 'city', (draft) => isFilled(draft.city), {
    applies: (draft) => draft.situation !== 'before-leaving',
    asks: (draft) => draft.depth === 'full' && draft.situation !== 'before-leaving',
  }),
  detail('accused-kind', 'accusedKind', (draft) => draft.accusedKind !== undefined),
  ...(
    [
      ['accused-name', 'accusedName'],
      ['accused-address', 'accusedAddress'],
      ['accused-phone', 'accusedPhone'],
    ] as const
  ).map(([name, field]) =>
    detail(name, field, (draft) => isFilled(draft[field]), { applies: accusedIsKnown, asks: accusedIsKnown }),
  ),
  detail('story', 'story', (draft) => isFilled(draft.story)),
  detail(
    'since',
    'since',
    (draft, facts) => draft.since?.year !== undefined && faultsAt('since', draft, facts).length === 0,
  ),
  detail('wanted', 'wanted', (draft) => (draft.wanted ?? []).length > 0),
  detail('procedural', 'procedural', (draft) => draft.procedural !== undefined),
  detail('worker-name', 'workerName', (draft) => isFilled(draft.workerName)),
  detail('worker-nik', 'workerNik', (draft) => isFilled(draft.workerNik)),
  detail('worker-passport', 'workerPassport', (draft) => isFilled(draft.workerPassport)),

  detail('contact-mode', 'contactMode', (draft) => draft.contactMode !== undefined),
  detail('reporter-name', 'reporterName', (draft) => isFilled(draft.reporterName), {
    applies: (draft, facts) => isForAnother(draft, facts) && wantsContact(draft, facts),
    asks: (draft, facts) => isForAnother(draft, facts) && wantsContact(draft, facts),
  }),
  first('contact-phone', 'contactPhone', wantsContact, (draft) => isFilled(draft.contactPhone)),
  first('contact-channel', 'contactChannel', wantsContact, (draft) => draft.contactChannel !== undefined),
  first('contact-times', 'contactTimes', wantsContact, (draft) => (draft.contactTimes ?? []).length > 0),
  first('contact-discreet', 'contactDiscreet', wantsContact, (draft) => draft.contactDiscreet !== undefined),
  consent('consent-forward'),
  consent('consent-services'),
];

const BY_NAME = new Map(STEPS.map((step) => [step.name, step]));
const ORDER = new Map(STEPS.map((step, place) => [step.name, place]));

export function stepNamed(name: StepName): Step {
  const step = BY_NAME.get(name);
  if (!step) throw new Error(`there is no step named ${name}`);
  return step;
}

export const FIRST_STEP: StepName = 'danger';

/** The question after this one; null when the check page is next. */
export function nextStep(draft: ComplaintDraft, facts: ComplaintFacts, from: StepName): StepName | null {
  const place = ORDER.get(from) ?? -1;
  return STEPS.find((step, at) => at > place && step.asks(draft, facts))?.name ?? null;
}

/** The question before this one (before the check page when `from` is null); null at the first. */
export function previousStep(
  draft: ComplaintDraft,
  facts: ComplaintFacts,
  from: StepName | null,
): StepName | null {
  const place = from === null ? STEPS.length : (ORDER.get(from) ?? 0);
  return STEPS.slice(0, place).findLast((step) => step.asks(draft, facts))?.name ?? null;
}

/**
 * The first question that still stands before the check page: one with a fault, one that must be answered and is not,
 * or one that is asked on the way and that she has not passed yet.
 */
export function nextNeededStep(
  draft: ComplaintDraft,
  facts: ComplaintFacts,
  passed: readonly StepName[],
): StepName | null {
  const needed = STEPS.find(
    (step) =>
      (step.applies(draft, facts) && faultsAt(step.name, draft, facts).length > 0) ||
      (step.asks(draft, facts) &&
        !step.isAnswered(draft, facts) &&
        !(step.optional && passed.includes(step.name))),
  );
  return needed?.name ?? null;
}

/** Nothing that must be answered is open and nothing is at fault, so the complaint may be sent. */
export function isComplete(draft: ComplaintDraft, facts: ComplaintFacts): boolean {
  return STEPS.filter((step) => step.applies(draft, facts)).every(
    (step) =>
      (step.optional || step.isAnswered(draft, facts)) && faultsAt(step.name, draft, facts).length === 0,
  );
}

/** The lines of the check page, in the order of the questions. */
export function listedSteps(draft: ComplaintDraft, facts: ComplaintFacts): StepName[] {
  return STEPS.filter((step) => step.listed && step.applies(draft, facts)).map((step) => step.name);
}

/** Where she is on the thread: the check page is its last knot. */
export function progressAt(
  draft: ComplaintDraft,
  facts: ComplaintFacts,
  at: StepName,
): { answered: number; total: number } {
  const onTheWay = STEPS.filter((step) => step.asks(draft, facts) || step.name === at);
  return { answered: onTheWay.findIndex((step) => step.name === at), total: onTheWay.length + 1 };
}
