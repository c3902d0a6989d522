import { toAnswers } from './answers.ts';
import type { Now } from './complaint.types.ts';
import { isConsentStep, PURPOSE_OF } from './consents.ts';
import { faultsAt, fits } from './faults.ts';
import { listedSteps, stepNamed } from './steps.ts';
import { openDoubts } from './vouching.ts';
import { walkBack, walkForward } from './walk.ts';

type Guard = (now: Now) => boolean;

const faultsHere = ({ context: { step, draft, facts } }: Now) => faultsAt(step, draft, facts);

/** What must be true for an event to do something. */
export const guards = {
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
  reachesCheck: (({ context }) => walkForward(context, context.facts).at === 'checking') satisfies Guard,
  leaves: (({ context }) => walkBack(context, context.facts).at === 'left') satisfies Guard,
  returnsToCheck: (({ context }) => walkBack(context, context.facts).at === 'checking') satisfies Guard,
  isListed: (({ context, event }) =>
    event.type === 'change.pressed' &&
    listedSteps(context.draft, context.facts).includes(event.step)) satisfies Guard,
  maySend: (({ context }) => toAnswers(context.draft, context.facts) !== null) satisfies Guard,
  isOurSlip: (({ context, event }) =>
    event.type === 'slip.changed' && event.slip.slipId === context.ticket?.slipId) satisfies Guard,
  slipIsOpen: (({ context }) =>
    context.slipTaken === null && context.slip?.state !== 'failed') satisfies Guard,
  /** No paper is in her hand yet, and the counter may be asked for it. */
  mayMissSlip: (({ context }) => context.slipTaken === null) satisfies Guard,
  slipFailed: (({ context }) =>
    context.slipTaken === null && context.slip?.state === 'failed') satisfies Guard,
  /** She has said what became of it. */
  slipIsSettled: (({ context }) => context.slipTaken !== null) satisfies Guard,
};
