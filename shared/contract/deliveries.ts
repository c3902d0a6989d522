import { z } from 'zod';
import { SubmissionId, SubmissionKind } from '../domain/submission.ts';
import { KioskCode, TicketNumber, TicketSecret } from '../domain/ticket.ts';
import { CaseStatus } from '../domain/ticket-status.ts';
import { Crash } from './crash.ts';
import { PROTOCOL } from './hub-api.ts';
import { UpdateStanding } from './release.ts';
import { DocumentKind, SignedDocument } from './signed-document.ts';

/** Everything that comes down besides statuses, what goes back about it, and the look-up of another kiosk's ticket. */

const envelope = { protocol: z.literal(PROTOCOL), epoch: z.uuid(), hubTime: z.number().int().nonnegative() };
const version = z.number().int().nonnegative();
const code = z.string().max(60);

/** The versions that this kiosk has taken; a kind left out: none. The hub sends what is newer, keys and notices first. */
export const DeliveriesRequest = z.strictObject({ have: z.partialRecord(DocumentKind, version) });
export type DeliveriesRequest = z.infer<typeof DeliveriesRequest>;

export const DeliveriesAnswer = z.object({
  ...envelope,
  documents: z.array(SignedDocument).max(DocumentKind.options.length),
  /** Some did not fit into this answer: ask again. */
  more: z.boolean(),
});
export type DeliveriesAnswer = z.infer<typeof DeliveriesAnswer>;

/** A file of a pack or the keys of the fleet: `GET` below this, by its SHA-256, with `Range` from where it was cut. */
export const BLOBS_PATH = '/v1/blobs';
/**
 * All files of a content manifest in one, for a first fill or a long absence: `GET` below this, by the document's version, with
 * `Range`. The bytes are the files one after another in the order of the manifest, without anything between; not compressed.
 */
export const SNAPSHOTS_PATH = '/v1/content-snapshots';

/** What became of what came down, and what a person at the hub must know. Counts and codes, never a person. */
export const ReportBody = z.strictObject({
  applied: z.partialRecord(DocumentKind, version),
  refused: z.array(z.strictObject({ kind: DocumentKind, version, code })).max(50),
  commands: z
    .array(
      z.strictObject({
        id: z.uuid(),
        state: z.enum(['done', 'failed', 'expired', 'unknown-kind']),
        code: code.nullable(),
        at: z.number().int().nonnegative(),
      }),
    )
    .max(50),
  setAside: z
    .array(
      z.strictObject({
        submissionId: SubmissionId,
        state: z.enum(['needs-person', 'refused', 'closed']),
        code,
      }),
    )
    .max(200),
  stuckRounds: z.number().int().nonnegative(),
  contentName: z.string().max(40).nullable(),
  /** Left out: this kiosk does not update itself. */
  update: UpdateStanding.optional(),
  /** The newest last. Left out: nothing crashed here. */
  crashes: z.array(Crash).max(20).optional(),
});
export type ReportBody = z.infer<typeof ReportBody>;
/** The kiosk may forget that it has to tell these again. */
export const ReportAnswer = z.object(envelope);
export type ReportAnswer = z.infer<typeof ReportAnswer>;

/** Asked by a kiosk that did not record the ticket. The secret goes over the line, never into a log or a table. */
export const LookUpRequest = z.strictObject({ number: TicketNumber, secret: TicketSecret });
export type LookUpRequest = z.infer<typeof LookUpRequest>;

/** Wrong number and wrong secret are one answer. Problems of the whole request: look-up.locked with `retryAfterMs`. */
export const LookUpAnswer = z.object({
  ...envelope,
  found: z
    .object({
      kind: SubmissionKind,
      isFollowable: z.boolean(),
      recordedAt: z.number().int().nonnegative(),
      receivedAt: z.number().int().nonnegative(),
      kioskCode: KioskCode,
      officeName: z.string().max(80),
      status: CaseStatus,
      reference: z.string().max(60).nullable(),
      changedAt: z.number().int().nonnegative(),
      additions: z
        .array(
          z.object({
            part: z.number().int().positive(),
            act: z.enum(['add-information', 'add-photo', 'change-contact', 'withdraw-consent']),
            recordedAt: z.number().int().nonnegative(),
          }),
        )
        .max(50),
    })
    .nullable(),
});
export type LookUpAnswer = z.infer<typeof LookUpAnswer>;

export const deliveryRoutes = {
  deliveries: { method: 'POST', path: '/v1/deliveries' },
  report: { method: 'POST', path: '/v1/reports' },
  lookUp: { method: 'POST', path: '/v1/look-ups' },
} as const;
