import { toAnswers } from './answers.ts';
import type { ComplaintContext, Now } from './complaint.types.ts';
import { withConsent } from './consents.ts';
import { withAnswers } from './draft.ts';
import { faultsAt } from './faults.ts';
import { stepNamed } from './steps.ts';
import { openDoubts, vouchForDoubts } from './vouching.ts';
import { type Place, type Walked, walkBack, walkBackFromCheck, walkForward, walkToChange } from './walk.ts';

type Changed = Partial<ComplaintContext>;

const placeOf = ({ at: _, ...place }: Walked): Place => place;

/** What an event changes in what is remembered. */
export const changes = {
  takeAnswer: ({ context, event }: Now): Changed =>
    event.type === 'answer.given' || event.type === 'answer.edited'
      ? { draft: withAnswers(context.draft, event.answer) }
      : {},
  clearAnswer: ({ context }: Now): Changed => ({
    draft: withAnswers(
      context.draft,
      Object.fromEntries(stepNamed(context.step).fields.map((field) => [field, undefined])),
    ),
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
  noteFaults: ({ context }: Now): Changed => ({
    faults: faultsAt(context.step, context.draft, context.facts),
  }),
  keepOpenFaults: ({ context: { step, draft, facts, faults } }: Now): Changed => {
    const standing = faultsAt(step, draft, facts);
    return { faults: faults.filter(({ field }) => standing.some((fault) => fault.field === field)) };
  },
  noteDoubts: ({ context }: Now): Changed => ({ faults: [], doubts: openDoubts(context) }),
  dropNotices: (): Changed => ({ faults: [], doubts: [] }),
  vouch: ({ context }: Now): Changed => ({ vouchedFor: vouchForDoubts(context) }),
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
