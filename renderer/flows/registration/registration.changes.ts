import { toAnswers } from './answers.ts';
import { withConsent } from './consents.ts';
import { withAnswers } from './draft.ts';
import { faultsAt } from './faults.ts';
import { patchOf } from './mrz-patch.ts';
import type { Now, OpenedDraft, RegistrationContext } from './registration.types.ts';
import { fromRecord } from './saved.ts';
import { FIRST_STEP, keyOfPaper, nextNeededStep, stepNamed } from './steps.ts';
import { openDoubts, vouchForDoubts } from './vouching.ts';
import { type Place, type Walked, walkBack, walkBackFromCheck, walkForward, walkToChange } from './walk.ts';

type Changed = Partial<RegistrationContext>;

const placeOf = ({ at: _, ...place }: Walked): Place => place;

export const NOTHING_TYPED = { code: '', secret: '', fault: null } as const;

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
  takeReading: ({ context: { draft, facts }, event }: Now): Changed =>
    event.type === 'passport.read'
      ? { reading: event.reading, draft: withAnswers(draft, patchOf(event.reading, draft, facts.today)) }
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
  wishToKeep: ({ context }: Now): Changed => ({ keepRequestId: context.makeRequestId() }),
};

/** Everything a kept draft remembers, at the first question that it leaves open. */
export function resume({ context: { facts } }: Now, opened: OpenedDraft): Changed {
  const read = fromRecord(opened.record, facts);
  if (!read) return {};
  const { draft, passed, vouchedFor, isListNew } = read;
  // Papers of a list that is gone were not passed: they are asked again.
  const stillPassed = isListNew ? passed.filter((step) => keyOfPaper(step) === null) : passed;
  return {
    draft,
    passed: stillPassed,
    vouchedFor,
    isListNew,
    step: nextNeededStep(draft, facts, stillPassed) ?? FIRST_STEP,
    change: null,
    opening: NOTHING_TYPED,
    problem: null,
  };
}
