import { z } from 'zod';
import type { AttachmentId } from './attachment.ts';
import { ComplaintAnswers, isFollowable, type Urgency, urgencyOf } from './complaint.ts';
import { LeadAnswers } from './lead.ts';
import { ProductInterestAnswers, ProductProposalAnswers } from './product.ts';
import { RegistrationAnswers } from './registration.ts';

/** Everything a visitor can hand in that begins a ticket. */
export const SubmissionBody = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('complaint'), answers: ComplaintAnswers }),
  z.strictObject({ kind: z.literal('registration'), answers: RegistrationAnswers }),
  z.strictObject({ kind: z.literal('lead'), answers: LeadAnswers }),
  z.strictObject({ kind: z.literal('product-interest'), answers: ProductInterestAnswers }),
  z.strictObject({ kind: z.literal('product-proposal'), answers: ProductProposalAnswers }),
]);
export type SubmissionBody = z.infer<typeof SubmissionBody>;

/** The photos that it names. */
export function photosOfBody(body: SubmissionBody): readonly AttachmentId[] {
  if (body.kind !== 'product-proposal') return [];
  const { photos, counter } = body.answers;
  return counter ? [...photos, counter.signedSheet] : photos;
}

/** Only complaints can be urgent. */
export function urgencyOfBody(body: SubmissionBody): Urgency {
  return body.kind === 'complaint' ? urgencyOf(body.answers) : 3;
}

/** Whether somebody can answer. A complaint without a contact has no case to follow. */
export function isBodyFollowable(body: SubmissionBody): boolean {
  return body.kind !== 'complaint' || isFollowable(body.answers);
}
