import type { Doubt } from '../../../shared/domain/complaint.ts';
import { doubtsAt, textAt } from './doubts.ts';
import type { RegistrationContext } from './registration.types.ts';

/** Doubts at this question, without those about a value she has already vouched for. */
export function openDoubts({ step, draft, facts, vouchedFor }: RegistrationContext): Doubt[] {
  return doubtsAt(step, draft, facts).filter(
    (doubt) => vouchedFor[doubt.field] !== textAt(doubt.field, draft),
  );
}

/** Her word for the values that are doubted now, beside what she vouched for before. */
export function vouchForDoubts({ doubts, draft, vouchedFor }: RegistrationContext): Record<string, string> {
  return { ...vouchedFor, ...Object.fromEntries(doubts.map(({ field }) => [field, textAt(field, draft)])) };
}
