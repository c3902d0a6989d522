import { randomUUID } from 'node:crypto';
import type { KioskContent } from '../../shared/contract/content.ts';
import { type CallInput, calls, type Ticket } from '../../shared/contract/ipc.ts';
import type { AttachmentEntry } from '../../shared/domain/attachment.ts';
import { isBodyFollowable, photosOfBody, urgencyOfBody } from '../../shared/domain/submission-body.ts';
import { MAX_TICKET_COUNTER, ticketNumberOf } from '../../shared/domain/ticket.ts';
import type { Clock } from '../../shared/lib/clock.ts';
import { failed, type Result, succeeded } from '../../shared/lib/result.ts';
import type { PhotoFiles } from '../attachments/photo-files.ts';
import { claimPhotos, settleClaim } from '../attachments/photos.ts';
import type { WritableDB } from '../db/handles.ts';
import { insertAttachments } from '../db/repositories/attachments.ts';
import { deleteDraft } from '../db/repositories/drafts.ts';
import { type Enrolment, findEnrolment } from '../db/repositories/enrolment.ts';
import { insertSubmission } from '../db/repositories/submissions.ts';
import { insertTicket } from '../db/repositories/tickets.ts';
import { enqueue } from '../jobs/queue.ts';
import { queueSlip } from '../jobs/queue-slip.ts';
import type { KioskKey } from '../trust/kiosk-key.ts';
import { signTicketQr } from '../trust/ticket-qr.ts';
import { answersTagOf } from './answers-tag.ts';
import type { DiskReserve } from './disk-reserve.ts';
import { intakeProblemOf, withReserve } from './guarded.ts';
import type { KioskTime } from './kiosk-time.ts';
import type { NumberSource } from './number-source.ts';
import { findRepeat } from './repeat.ts';
import { type SealedAnswers, sealAnswers } from './seal-answers.ts';
import { slipOf } from './slips/index.ts';
import type { SpareSecret } from './spare-secret.ts';
import type { Visit } from './visit.ts';

export type SubmitInput = CallInput<'submission.submit'>;
export type SubmitProblem =
  | 'intake.invalid'
  | 'intake.not-enrolled'
  | 'intake.disk-full'
  | 'intake.database'
  | 'intake.numbers-used-up'
  | 'intake.changed'
  | 'intake.visit-over'
  | 'attachment.unknown';

/** Staff who take something in with a visitor: the act and its line in the audit log are one transaction. */
export interface AtCounter {
  /** Runs the commit inside its own transaction; throws what the commit throws. */
  write<T>(commit: () => T): T;
}

export interface SubmitDeps {
  db: WritableDB;
  clock: Clock;
  time: KioskTime;
  bootId: string;
  key: KioskKey;
  numbers: NumberSource;
  reserve: DiskReserve;
  readContent: () => KioskContent;
  photoFiles: PhotoFiles;
  /** The visit that is going on. */
  visit: () => Visit;
  spareSecret: SpareSecret;
}

/** Everything that takes time, done before the transaction: nothing personal is on the disk yet. */
interface Prepared extends SealedAnswers {
  input: SubmitInput;
  answersTag: string;
  visit: Visit;
  attachments: AttachmentEntry[];
  enrolment: Enrolment;
  secret: string;
  secretHash: string;
}

/**
 * Records what a visitor hands in and opens a ticket for it. When it answers with a ticket, the sealed record, its number
 * and its jobs are flushed to the disk in one transaction; when it answers with a problem, no number was used. The same id
 * asked twice, also at the same moment, gives the same ticket.
 */
export async function submit(
  deps: SubmitDeps,
  raw: SubmitInput,
  atCounter: AtCounter | null = null,
): Promise<Result<Ticket, SubmitProblem>> {
  const parsed = calls['submission.submit'].input.safeParse(raw);
  if (!parsed.success) {
    const fields = parsed.error.issues.map((issue) => issue.path.join('.'));
    return failed({ code: 'intake.invalid', detail: fields.join(', ') });
  }
  const input = parsed.data;
  if (atCounter === null && saysCounter(input)) return failed({ code: 'intake.invalid', detail: 'counter' });
  const visit = deps.visit();
  try {
    const answersTag = answersTagOf(deps.key, [input.flowVersion, input.language, input.body]);
    const repeat = findRepeat(deps.db, visit, input.submissionId, answersTag);
    if (repeat) return repeat;
    const enrolment = findEnrolment(deps.db);
    if (enrolment === null) return failed({ code: 'intake.not-enrolled' });
    const claimed = claimPhotos(visit, input.submissionId, photosOfBody(input.body));
    if (!claimed.ok) return claimed;
    let isCommitted = false;
    try {
      const prepared = await prepare(deps, {
        input,
        visit,
        answersTag,
        attachments: claimed.value,
        enrolment,
      });
      const outcome = withReserve(deps.reserve, () => commit(deps, prepared, atCounter));
      isCommitted = outcome.ok;
      return outcome;
    } finally {
      settleClaim({ db: deps.db, files: deps.photoFiles }, visit, input.submissionId, isCommitted);
    }
  } catch (error) {
    return failed(intakeProblemOf(error));
  }
}

/** Who signs a paper in front of whom is nothing that a screen of visitors can say. */
function saysCounter({ body }: SubmitInput): boolean {
  return body.kind === 'product-proposal' && body.answers.counter !== undefined;
}

async function prepare(
  deps: SubmitDeps,
  begun: Pick<Prepared, 'input' | 'visit' | 'answersTag' | 'attachments' | 'enrolment'>,
): Promise<Prepared> {
  const { input, enrolment } = begun;
  const [sealed, { secret, hash: secretHash }] = await Promise.all([
    sealAnswers(enrolment.sealingRecipients, input.submissionId, input.body.answers),
    deps.spareSecret.take(),
  ]);
  return { ...begun, ...sealed, secret, secretHash };
}

function commit(
  deps: SubmitDeps,
  prepared: Prepared,
  atCounter: AtCounter | null,
): Result<Ticket, SubmitProblem> {
  const { input, visit } = prepared;
  const write = (): Result<Ticket, SubmitProblem> => {
    const repeat = findRepeat(deps.db, visit, input.submissionId, prepared.answersTag);
    if (repeat) return repeat;
    const written = writeAll(deps, prepared);
    if (written.ok) endDraftOf(deps, prepared);
    return written;
  };
  const outcome = atCounter ? atCounter.write(write) : deps.db.transaction(write).immediate();
  if (outcome.ok) visit.tickets.set(input.submissionId, outcome.value);
  // Staff bring in many in one visit; how many photos a visitor may bring is not counted against the next maker.
  if (outcome.ok && atCounter) visit.photoCount = Math.max(0, visit.photoCount - prepared.attachments.length);
  if (outcome.ok && input.body.kind === 'registration') visit.draftId = null;
  return outcome;
}

/** What was handed in needs no draft any more. */
function endDraftOf({ db }: SubmitDeps, { input, visit }: Prepared): void {
  if (input.body.kind === 'registration' && visit.draftId !== null) deleteDraft(db, visit.draftId);
}

/** One look at the transaction: number, record, ticket, slip, and the two jobs that carry them on. */
function writeAll(deps: SubmitDeps, prepared: Prepared): Result<Ticket, SubmitProblem> {
  const { db, clock } = deps;
  const { input, enrolment } = prepared;
  const { body, language } = input;
  const { counter, sequence } = deps.numbers.take(db);
  if (counter > MAX_TICKET_COUNTER) return failed({ code: 'intake.numbers-used-up' });
  const recordedAt = clock.now();
  const number = ticketNumberOf(enrolment.kioskCode, counter);
  const ticket: Ticket = {
    number,
    secret: prepared.secret,
    qrText: signTicketQr(deps.key, { number, recordedAt }),
    recordedAt,
    slipId: randomUUID(),
  };
  const urgency = urgencyOfBody(body);
  const submission = {
    id: input.submissionId,
    kind: body.kind,
    flowVersion: input.flowVersion,
    language,
    urgency,
    ticketNumber: number,
    kioskCode: enrolment.kioskCode,
    sequence,
    recordedAt,
    bootId: deps.bootId,
    monotonicMs: Math.floor(clock.monotonic()),
    ...(prepared.attachments.length === 0 ? {} : { attachments: prepared.attachments }),
    secretHash: prepared.secretHash,
    sealed: prepared.sealed,
    sealedSha256: prepared.sealedSha256,
  };
  insertSubmission(db, submission, { chain: input.submissionId, answersTag: prepared.answersTag });
  insertAttachments(db, submission, input.submissionId);
  insertTicket(db, {
    number,
    submissionId: input.submissionId,
    secretHash: prepared.secretHash,
    qrText: ticket.qrText,
    recordedAt,
    isFollowable: isBodyFollowable(body),
  });
  const facts = slipOf({ ticket, language, enrolment, content: deps.readContent() }, body);
  queueSlip(
    db,
    {
      id: ticket.slipId,
      kind: facts.kind,
      ticketNumber: number,
      facts,
      bootId: deps.bootId,
      createdAt: deps.time.now(),
    },
    recordedAt,
    sequence,
  );
  enqueue(db, {
    sequence,
    runAfter: recordedAt,
    createdAt: recordedAt,
    kind: 'send-submission',
    payload: { submissionId: input.submissionId },
    chain: input.submissionId,
    urgency,
  });
  deps.time.keep();
  return succeeded(ticket);
}
