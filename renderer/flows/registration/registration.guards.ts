import { toAnswers } from './answers.ts';
import { isConsentStep, PURPOSE_OF } from './consents.ts';
import { faultsAt, fits } from './faults.ts';
import type { Now, OpenedDraft } from './registration.types.ts';
import { fromRecord } from './saved.ts';
import { awayOf, listedSteps, nextNeededStep, stepNamed } from './steps.ts';
import { openDoubts } from './vouching.ts';
import { walkBack, walkForward } from './walk.ts';

type Guard = (now: Now) => boolean;

const faultsHere = ({ context: { step, draft, facts } }: Now) => faultsAt(step, draft, facts);

export const CODE_LENGTH = 8;
export const SECRET_LENGTH = 6;

/** What must be true for an event to do something. */
export const guards = {
  codeIsWhole: (({ context }) => context.opening.code.length === CODE_LENGTH) satisfies Guard,
  secretIsWhole: (({ context }) => context.opening.secret.length === SECRET_LENGTH) satisfies Guard,
  belongsHere: (({ context, event }) => {
    if (event.type !== 'answer.given' && event.type !== 'answer.edited') return false;
    const { fields } = stepNamed(context.step);
    return (
      Object.keys(event.answer).every((field) => fields.some((own) => own === field)) && fits(event.answer)
    );
  }) satisfies Guard,
  isThisConsent: (({ context, event }) =>
    event.type === 'consent.chosen' &&
    isConsentStep(context.step) &&
    PURPOSE_OF[context.step] === event.purpose) satisfies Guard,
  isAtPassport: (({ context }) => context.step === 'passport-number') satisfies Guard,
  mayGoOn: ((now) => {
    const { step, draft, facts } = now.context;
    const question = stepNamed(step);
    return question.fields.length === 0 || question.isAnswered(draft, facts) || faultsHere(now).length > 0;
  }) satisfies Guard,
  maySkip: ((now) => {
    const { step, draft, facts } = now.context;
    const question = stepNamed(step);
    return (
      question.optional &&
      question.fields.length > 0 &&
      !question.isAnswered(draft, facts) &&
      faultsHere(now).length === 0
    );
  }) satisfies Guard,
  hasFaults: ((now) => faultsHere(now).length > 0) satisfies Guard,
  hasOpenFaults: (({ context }) => context.faults.length > 0) satisfies Guard,
  hasDoubts: (({ context }) => openDoubts(context).length > 0) satisfies Guard,
  /** Her employer has another way than this task. */
  leadsAway: (({ context }) =>
    context.step === 'employer-kind' && awayOf(context.draft) !== null) satisfies Guard,
  reachesCheck: (({ context }) => walkForward(context, context.facts).at === 'checking') satisfies Guard,
  leaves: (({ context }) => walkBack(context, context.facts).at === 'left') satisfies Guard,
  returnsToCheck: (({ context }) => walkBack(context, context.facts).at === 'checking') satisfies Guard,
  isListed: (({ context, event }) =>
    event.type === 'change.pressed' &&
    listedSteps(context.draft, context.facts).includes(event.step)) satisfies Guard,
  /** There is something to keep. */
  mayKeep: (({ context }) => Object.keys(context.draft).length > 0) satisfies Guard,
  keepsFromCheck: (({ context }) => context.keepsFrom === 'checking') satisfies Guard,
  maySend: (({ context }) => toAnswers(context.draft, context.facts) !== null) satisfies Guard,
};

export function isReadable({ context }: Now, opened: OpenedDraft): boolean {
  return fromRecord(opened.record, context.facts) !== null;
}

/** Nothing is left to ask: she comes back to the check page. */
export function isAllAsked({ context: { facts } }: Now, opened: OpenedDraft): boolean {
  const read = fromRecord(opened.record, facts);
  return read !== null && !read.isListNew && nextNeededStep(read.draft, facts, read.passed) === null;
}
