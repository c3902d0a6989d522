import { z } from 'zod';
import { AttachmentEntry, MAX_ATTACHMENTS } from './attachment.ts';
import { Urgency } from './complaint.ts';
import { FollowUpAct } from './follow-up.ts';
import { Language } from './language.ts';
import { KioskCode, TicketNumber } from './ticket.ts';

export const SubmissionId = z.uuid({ version: 'v7' });
export type SubmissionId = z.infer<typeof SubmissionId>;

export const SubmissionKind = z.enum([
  'complaint',
  'registration',
  'lead',
  'product-interest',
  'product-proposal',
  'follow-up',
]);
export type SubmissionKind = z.infer<typeof SubmissionKind>;

/** A sealed complaint is far smaller; a photo never travels here. */
export const MAX_SEALED_BYTES = 64 * 1024;

/**
 * What leaves the kiosk: never changed after it was committed. Only `sealed` holds personal data; the kiosk cannot open it.
 * Three clocks travel with it, because the first may be wrong: `recordedAt` (device wall clock, Unix ms),
 * `bootId` + `monotonicMs` (order within one boot) and `sequence` (order on this kiosk for ever).
 */
export const Submission = z.strictObject({
  id: SubmissionId,
  kind: SubmissionKind,
  flowVersion: z.number().int().positive(),
  language: Language,
  urgency: Urgency,
  ticketNumber: TicketNumber,
  kioskCode: KioskCode,
  sequence: z.number().int().positive(),
  recordedAt: z.number().int().nonnegative(),
  bootId: z.uuid(),
  monotonicMs: z.number().int().nonnegative(),
  /** The submission that this one adds to or corrects. */
  follows: SubmissionId.optional(),
  /** Of a follow-up: what it does, and the how manieth addition to its ticket it is (1 is the first). */
  act: FollowUpAct.optional(),
  part: z.number().int().min(1).max(9999).optional(),
  /** Photos that belong to it, each sealed by itself and sent on its own way. */
  attachments: z.array(AttachmentEntry).min(1).max(MAX_ATTACHMENTS).optional(),
  /**
   * Slow hash of the ticket's secret, so that the hub can answer at another kiosk. Only on what began a ticket; records made
   * before this was sent have none, and their status is read where they were recorded.
   */
  secretHash: z.string().startsWith('$scrypt$').max(200).optional(),
  /** age v1 file, base64. */
  sealed: z.base64().max(Math.ceil((MAX_SEALED_BYTES * 4) / 3) + 4),
  /** SHA-256 of the sealed bytes, lower-case hex. */
  sealedSha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type Submission = z.infer<typeof Submission>;

/** What is inside `sealed` once the hub has opened it. */
export const SealedContent = z.strictObject({
  format: z.literal('pos-migran-sealed/1'),
  submissionId: SubmissionId,
  answers: z.unknown(),
});
export type SealedContent = z.infer<typeof SealedContent>;
