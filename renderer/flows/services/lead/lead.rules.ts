import type { Doubt } from '../../../../shared/domain/complaint.ts';
import { toAnswers } from './answers.ts';
import { isConsentStep, PURPOSE_OF, withConsent } from './consents.ts';
import { doubtsAt, fits, isTextField } from './doubts.ts';
import { type LeadDraft, withAnswers } from './draft.ts';
import { faultsAt } from './faults.ts';
import type { LeadContext, Now } from './lead.types.ts';
import { listedSteps, stepNamed } from './steps.ts';
import { type Place, type Walked, walkBack, walkBackFromCheck, walkForward, walkToChange } from './walk.ts';

type Guard = (now: Now) => boolean;
type Changed = Partial<LeadContext>;

const faultsHere = ({ context: { step, draft, facts } }: Now) => faultsAt(step, draft, facts);
const isAnsweredHere = ({ context: { step, draft, facts } }: Now) => stepNamed(step).isAnswered(draft, facts);
const placeOf = ({ at: _, ...place }: Walked): Place => place;
const textAt = (field: string, draft: LeadDraft) => (isTextField(field) ? (draft[field] ?? '') : '');

/** Doubts at this question, without those about a value she has already vouched for. */
function openDoubts({ step, draft, vouchedFor }: LeadContext): Doubt[] {
  return doubtsAt(step, draft).filter(({ field }) => vouchedFor[field] !== textAt(field, draft));
}

/** What must be true for an event to do something. */
export const guards = {
  belongsHere: (({ context, event }) => {
    if (event.type !== 'answer.given' && event.type !== 'answer.edited') return false;
    const { field } = stepNamed(context.step);
    // A consent carries the proof of its moment, so it has an event of its own.
    if (field === 'consents') return false;
    return Object.keys(event.answer).every((answered) => answered === field) && fits(event.answer);
  }) satisfies Guard,
  isThisConsent: (({ context, event }) =>
    event.type === 'consent.chosen' &&
    isConsentStep(context.step) &&
    PURPOSE_OF[context.step] === event.purpose) satisfies Guard,
  mayGoOn: ((now) => isAnsweredHere(now) || faultsHere(now).length > 0) satisfies Guard,
  maySkip: ((now) => stepNamed(now.context.step).optional && !isAnsweredHere(now)) satisfies Guard,
  hasFaults: ((now) => faultsHere(now).length > 0) satisfies Guard,
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

/** What an event changes in what is remembered. */
export const changes = {
  takeAnswer: ({ context, event }: Now): Changed =>
    event.type === 'answer.given' || event.type === 'answer.edited'
      ? { draft: withAnswers(context.draft, event.answer) }
      : {},
  clearAnswer: ({ context: { draft, step } }: Now): Changed => ({
    draft: withAnswers(draft, { [stepNamed(step).field]: undefined }),
  }),
  recordConsent: ({ context: { draft, facts, now }, event }: Now): Changed =>
    event.type === 'consent.chosen'
      ? {
          draft: {
            ...draft,
            consents: withConsent(draft, facts, {
              purpose: event.purpose,
              given: event.given,
              decidedAt: now(),
            }),
          },
        }
      : {},
  noteFaults: (now: Now): Changed => ({ faults: faultsHere(now) }),
  noteDoubts: ({ context }: Now): Changed => ({ faults: [], doubts: openDoubts(context) }),
  dropNotices: (): Changed => ({ faults: [], doubts: [] }),
  vouch: ({ context: { doubts, draft, vouchedFor } }: Now): Changed => ({
    vouchedFor: {
      ...vouchedFor,
      ...Object.fromEntries(doubts.map(({ field }) => [field, textAt(field, draft)])),
    },
  }),
  goForward: ({ context }: Now): Changed => placeOf(walkForward(context, context.facts)),
  goBack: ({ context }: Now): Changed => placeOf(walkBack(context, context.facts)),
  goBackFromCheck: ({ context }: Now): Changed => placeOf(walkBackFromCheck(context, context.facts)),
  goToChange: ({ context, event }: Now): Changed =>
    event.type === 'change.pressed' ? placeOf(walkToChange(context, event.step)) : {},
  freeze: ({ context }: Now): Changed => ({ frozen: toAnswers(context.draft, context.facts) }),
  assumeHandedOver: ({ context: { slip } }: Now): Changed => ({
    slip: slip && { ...slip, state: 'handed-over' },
  }),
  noteSlip: ({ event }: Now): Changed => (event.type === 'slip.changed' ? { slip: event.slip } : {}),
};
