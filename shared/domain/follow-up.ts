import { z } from 'zod';
import { AttachmentId, MAX_ATTACHMENTS } from './attachment.ts';
import { ConsentPurpose, Doubt } from './complaint.ts';
import { Contact } from './contact.ts';
import type { SubmissionKind } from './submission.ts';

export const FOLLOW_UP_FLOW_VERSION = 1;

/** What somebody adds to a ticket of hers. Each is a submission of its own that names the first; nothing is overwritten. */
export const FollowUpAnswers = z.discriminatedUnion('act', [
  z.strictObject({
    act: z.literal('add-information'),
    text: z.string().trim().min(1).max(2000),
    doubts: z.array(Doubt).max(10),
  }),
  z.strictObject({
    act: z.literal('add-photo'),
    photos: z.array(AttachmentId).min(1).max(MAX_ATTACHMENTS),
    note: z.string().trim().min(1).max(300).optional(),
  }),
  z.strictObject({ act: z.literal('change-contact'), contact: Contact, doubts: z.array(Doubt).max(10) }),
  z.strictObject({ act: z.literal('withdraw-consent'), purposes: z.array(ConsentPurpose).min(1).max(8) }),
]);
export type FollowUpAnswers = z.infer<typeof FollowUpAnswers>;

/** What an addition does. Unlike what it says, it is not sealed: a withdrawn consent must be seen without a key. */
export const FollowUpAct = z.enum(['add-information', 'add-photo', 'change-contact', 'withdraw-consent']);
export type FollowUpAct = FollowUpAnswers['act'];

/** What the holder of a ticket can be asked about. A permission that its kind never asks for cannot be taken back. */
const PURPOSES: Record<SubmissionKind, readonly ConsentPurpose[]> = {
  complaint: ['forward-to-ministry', 'contact-about-services'],
  registration: ['forward-to-ministry', 'contact-about-services'],
  lead: ['contact-about-request', 'contact-about-services'],
  'product-interest': ['maker-may-call'],
  'product-proposal': ['publish-product'],
  'follow-up': [],
};

export function withdrawablePurposes(kind: SubmissionKind): readonly ConsentPurpose[] {
  return PURPOSES[kind];
}

/** A photo helps where somebody has to see something: a paper, a place, a product. */
const WITH_PHOTOS: readonly SubmissionKind[] = ['complaint', 'registration', 'product-proposal'];

/** What can be added to a ticket of this kind, the most asked for first. */
export function actsFor(kind: SubmissionKind): readonly FollowUpAct[] {
  if (kind === 'follow-up') return [];
  const acts: FollowUpAct[] = ['add-information', 'add-photo', 'change-contact', 'withdraw-consent'];
  return acts.filter((act) => act !== 'add-photo' || WITH_PHOTOS.includes(kind));
}
