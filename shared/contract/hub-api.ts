import { z } from 'zod';
import { AttachmentId } from '../domain/attachment.ts';
import { Submission, SubmissionId } from '../domain/submission.ts';
import { KioskCode, TicketNumber } from '../domain/ticket.ts';
import { CaseStatus } from '../domain/ticket-status.ts';

/**
 * Every call between kiosk and hub. An answer counts only when it parses as its schema: a 200 from a Wi-Fi gateway
 * has no `protocol` and acknowledges nothing.
 *
 * Requests, except probe and enrolment, are signed (RFC 9421, Ed25519) with the kiosk's key over
 * "@method" "@path" "content-digest" with `created`, `nonce` and `keyid` (the kiosk id).
 */
export const PROTOCOL = 'pos-migran-hub/1';
const protocol = z.literal(PROTOCOL);
const time = z.number().int().nonnegative();

export const MAX_BATCH_RECORDS = 100;
export const MAX_BATCH_BYTES = 512 * 1024;

/** Bytes of an Ed25519 public key (32), base64. */
export const PublicKey = z.string().regex(/^[A-Za-z0-9+/]{43}=$/);

export const ProbeAnswer = z.object({ protocol, epoch: z.uuid(), hubTime: time });
export type ProbeAnswer = z.infer<typeof ProbeAnswer>;

export const EnrolmentRequest = z.strictObject({
  /** One-time code from the hub, typed by a technician. */
  code: z.string().regex(/^[A-Z0-9-]{8,24}$/),
  publicKey: PublicKey,
  appVersion: z.string().max(40),
});
export type EnrolmentRequest = z.infer<typeof EnrolmentRequest>;

/** The same code with the same key gets the same answer again, because an answer can be lost on the way. */
export const EnrolmentAnswer = z.object({
  protocol,
  epoch: z.uuid(),
  kioskId: z.uuid(),
  kioskCode: KioskCode,
  office: z.object({
    name: z.string().max(80),
    timeZone: z.enum(['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura']),
  }),
  /** age recipients ("age1..."): the hub's sealing key and, where there is one, the rescue key. */
  sealingRecipients: z
    .array(z.string().regex(/^age1[a-z0-9]+$/))
    .min(1)
    .max(4),
  /** Signs the keys of the fleet (see `signed-document.ts`). Null: this hub has none, and nothing signed comes from it. */
  rootKey: PublicKey.nullable().default(null),
  hubTime: time,
});
export type EnrolmentAnswer = z.infer<typeof EnrolmentAnswer>;

export const PushRequest = z.strictObject({
  submissions: z.array(z.unknown()).min(1).max(MAX_BATCH_RECORDS),
});
export const PushBody = z.strictObject({ submissions: z.array(Submission).min(1).max(MAX_BATCH_RECORDS) });
export type PushBody = z.infer<typeof PushBody>;

/** One outcome per record, in any order. One bad record never decides for the others. */
export const PushOutcome = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('accepted'), id: SubmissionId, hubNumber: z.string(), receivedAt: time }),
  z.object({
    outcome: z.literal('retry'),
    id: z.string(),
    afterMs: z.number().int().nonnegative(),
    code: z.string(),
  }),
  z.object({ outcome: z.literal('needs-person'), id: z.string(), code: z.string() }),
  z.object({ outcome: z.literal('refused'), id: z.string(), code: z.string() }),
]);
export type PushOutcome = z.infer<typeof PushOutcome>;

export const PushAnswer = z.object({
  protocol,
  epoch: z.uuid(),
  hubTime: time,
  outcomes: z.array(PushOutcome),
});
export type PushAnswer = z.infer<typeof PushAnswer>;

/** Health of a kiosk. Counts and states only: never a ticket, never a person. */
export const HeartbeatBody = z.strictObject({
  appVersion: z.string().max(40),
  runtime: z.string().max(80),
  deviceTime: time,
  bootId: z.uuid(),
  monotonicMs: time,
  /** Records and photos that the hub does not have yet. */
  waiting: z.number().int().nonnegative(),
  oldestWaitingAt: time.nullable(),
  setAside: z.number().int().nonnegative(),
  printer: z.string().max(40),
  freeDiskBytes: z.number().int().nonnegative().nullable(),
  nextTicketCounter: z.number().int().nonnegative(),
});
export type HeartbeatBody = z.infer<typeof HeartbeatBody>;

export const HeartbeatAnswer = z.object({
  protocol,
  epoch: z.uuid(),
  hubTime: time,
  /** Highest ticket counter the hub has seen from this kiosk: after a restore the kiosk jumps past it. Null: none. */
  highestTicketCounter: z.number().int().nonnegative().nullable(),
  /** What the hub can take from this kiosk now: when its next round begins, and how large a batch may be. Null: as usual. */
  slot: z
    .object({
      nextRoundInMs: z.number().int().nonnegative(),
      batchRecords: z.number().int().min(1).max(MAX_BATCH_RECORDS),
      batchBytes: z.number().int().min(1024).max(MAX_BATCH_BYTES),
    })
    .nullable()
    .default(null),
  /** What the hub received until here (its own time) lies in a backup; what came later must stay on the kiosk. Null: nothing yet. */
  backedUpTo: time.nullable().default(null),
});
export type HeartbeatAnswer = z.infer<typeof HeartbeatAnswer>;

/** Case statuses of this kiosk's tickets, in the hub's commit order, after `cursor`. */
export const StatusPageRequest = z.strictObject({
  cursor: z.number().int().nonnegative(),
  limit: z.number().int().min(1).max(500),
});
export const TicketStatusChange = z.object({
  cursor: z.number().int().positive(),
  ticketNumber: TicketNumber,
  status: CaseStatus,
  reference: z.string().max(60).nullable(),
  changedAt: time,
});
export type TicketStatusChange = z.infer<typeof TicketStatusChange>;
export const StatusPage = z.object({
  protocol,
  epoch: z.uuid(),
  hubTime: time,
  changes: z.array(TicketStatusChange),
  more: z.boolean(),
});
export type StatusPage = z.infer<typeof StatusPage>;

/** Which of these photos the hub has. Their bytes go by tus (tus.io, 1.0.0) to `ATTACHMENTS_PATH`, signed like the rest. */
export const AttachmentStatesRequest = z.strictObject({ ids: z.array(AttachmentId).min(1).max(50) });
export type AttachmentStatesRequest = z.infer<typeof AttachmentStatesRequest>;

/** `stored`: whole, hashed and flushed. `unexpected`: no submission of this kiosk that the hub has names it. */
export const AttachmentState = z.discriminatedUnion('state', [
  z.object({ state: z.literal('stored'), id: AttachmentId, receivedAt: time }),
  z.object({ state: z.literal('missing'), id: AttachmentId }),
  z.object({ state: z.literal('unexpected'), id: AttachmentId }),
]);
export const AttachmentStatesAnswer = z.object({
  protocol,
  epoch: z.uuid(),
  hubTime: time,
  states: z.array(AttachmentState),
});
export type AttachmentStatesAnswer = z.infer<typeof AttachmentStatesAnswer>;

/** Where uploads begin; each goes on under its id below it. */
export const ATTACHMENTS_PATH = '/v1/attachments';

/** Every refusal of a whole request. `retryAfterMs` is obeyed. */
export const HubProblem = z.object({
  protocol,
  code: z.string().max(60),
  message: z.string().max(300),
  retryAfterMs: z.number().int().nonnegative().optional(),
});
export type HubProblem = z.infer<typeof HubProblem>;

export const routes = {
  probe: { method: 'GET', path: '/v1/probe' },
  enrol: { method: 'POST', path: '/v1/enrolments' },
  push: { method: 'POST', path: '/v1/submissions' },
  heartbeat: { method: 'POST', path: '/v1/heartbeats' },
  ticketStatuses: { method: 'POST', path: '/v1/ticket-statuses' },
  attachmentStates: { method: 'POST', path: '/v1/attachment-states' },
} as const;
