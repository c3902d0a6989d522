import { createHash, createHmac, randomUUID } from 'node:crypto';
import type { KioskContent } from '../../shared/contract/content.ts';
import { type CallInput, calls, type Ticket } from '../../shared/contract/ipc.ts';
import { isFollowable, urgencyOf } from '../../shared/domain/complaint.ts';
import { MAX_SEALED_BYTES } from '../../shared/domain/submission.ts';
import { MAX_TICKET_COUNTER, ticketNumberOf } from '../../shared/domain/ticket.ts';
import type { Clock } from '../../shared/lib/clock.ts';
import { failed, type Result, succeeded } from '../../shared/lib/result.ts';
import type { WritableDB } from '../db/handles.ts';
import { type Enrolment, findEnrolment } from '../db/repositories/enrolment.ts';
import { insertSlip } from '../db/repositories/slips.ts';
import { insertSubmission } from '../db/repositories/submissions.ts';
import { insertTicket } from '../db/repositories/tickets.ts';
import { codeOf, databaseTroubleOf } from '../db/trouble.ts';
import { enqueue } from '../jobs/queue.ts';
import type { KioskKey } from '../trust/kiosk-key.ts';
import { paddedJson, sealToRecipients } from '../trust/sealing.ts';
import { signTicketQr } from '../trust/ticket-qr.ts';
import type { DiskReserve } from './disk-reserve.ts';
import type { KioskTime } from './kiosk-time.ts';
import type { NumberSource } from './number-source.ts';
import { findRepeat } from './repeat.ts';
import { complaintSlipFacts } from './slip-facts.ts';
import type { SpareSecret } from './spare-secret.ts';

export type SubmitInput = CallInput<'complaint.submit'>;
export type SubmitProblem =
  | 'intake.invalid'
  | 'intake.not-enrolled'
  | 'intake.disk-full'
  | 'intake.database'
  | 'intake.numbers-used-up'
  | 'intake.changed'
  | 'intake.visit-over';

export interface SubmitDeps {
  db: WritableDB;
  clock: Clock;
  time: KioskTime;
  bootId: string;
  key: KioskKey;
  numbers: NumberSource;
  reserve: DiskReserve;
  readContent: () => KioskContent;
  /** Tickets of the visit that is going on, by submission id: the only place that knows their secrets for sure. */
  visitTickets: Map<string, Ticket>;
  spareSecret: SpareSecret;
}

/** Everything that takes time, done before the transaction: nothing personal is on the disk yet. */
interface Prepared {
  input: SubmitInput;
  answersTag: string;
  enrolment: Enrolment;
  sealed: Uint8Array;
  sealedSha256: string;
  secret: string;
  secretHash: string;
}

/**
 * Records a complaint. When it answers with a ticket, the sealed record, its number and its jobs are flushed to the
 * disk in one transaction; when it answers with a problem, no number was used. The same id asked twice, also at
 * the same moment, gives the same ticket.
 */
export async function submitComplaint(
  deps: SubmitDeps,
  raw: SubmitInput,
): Promise<Result<Ticket, SubmitProblem>> {
  const parsed = calls['complaint.submit'].input.safeParse(raw);
  if (!parsed.success) {
    const fields = parsed.error.issues.map((issue) => issue.path.join('.'));
    return failed({ code: 'intake.invalid', detail: fields.join(', ') });
  }
  const input = parsed.data;
  try {
    const answersTag = tagOf(deps.key, input);
    const repeat = findRepeat(deps, input.submissionId, answersTag);
    if (repeat) return repeat;
    const enrolment = findEnrolment(deps.db);
    if (enrolment === null) return failed({ code: 'intake.not-enrolled' });
    return commitWithReserve(deps, await prepare(deps, input, answersTag, enrolment));
  } catch (error) {
    return failed(problemOf(error));
  }
}

async function prepare(
  deps: SubmitDeps,
  input: SubmitInput,
  answersTag: string,
  enrolment: Enrolment,
): Promise<Prepared> {
  const content = paddedJson({
    format: 'pos-migran-sealed/1',
    submissionId: input.submissionId,
    answers: input.answers,
  });
  const [sealed, { secret, hash: secretHash }] = await Promise.all([
    sealToRecipients(enrolment.sealingRecipients, content),
    deps.spareSecret.take(),
  ]);
  if (sealed.length > MAX_SEALED_BYTES) throw new Error(`a sealed complaint has ${sealed.length} bytes`);
  const sealedSha256 = createHash('sha256').update(sealed).digest('hex');
  return { input, answersTag, enrolment, sealed, sealedSha256, secret, secretHash };
}

/** A full disk gets the reserve and one more try: this visitor's complaint is still taken. */
function commitWithReserve(deps: SubmitDeps, prepared: Prepared): Result<Ticket, SubmitProblem> {
  try {
    return commit(deps, prepared);
  } catch (error) {
    if (databaseTroubleOf(error) !== 'disk-full' || !deps.reserve.release()) throw error;
    return commit(deps, prepared);
  }
}

function commit(deps: SubmitDeps, prepared: Prepared): Result<Ticket, SubmitProblem> {
  const { input } = prepared;
  const outcome = deps.db
    .transaction((): Result<Ticket, SubmitProblem> => {
      const repeat = findRepeat(deps, input.submissionId, prepared.answersTag);
      if (repeat) return repeat;
      return writeAll(deps, prepared);
    })
    .immediate();
  if (outcome.ok) deps.visitTickets.set(input.submissionId, outcome.value);
  return outcome;
}

/** One look at the transaction: number, record, ticket, slip, and the two jobs that carry them on. */
function writeAll(deps: SubmitDeps, prepared: Prepared): Result<Ticket, SubmitProblem> {
  const { db, clock } = deps;
  const { input, enrolment } = prepared;
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
  const urgency = urgencyOf(input.answers);
  insertSubmission(
    db,
    {
      id: input.submissionId,
      kind: 'complaint',
      flowVersion: input.flowVersion,
      language: input.language,
      urgency,
      ticketNumber: number,
      kioskCode: enrolment.kioskCode,
      sequence,
      recordedAt,
      bootId: deps.bootId,
      monotonicMs: Math.floor(clock.monotonic()),
      sealed: prepared.sealed,
      sealedSha256: prepared.sealedSha256,
    },
    { chain: input.submissionId, answersTag: prepared.answersTag },
  );
  insertTicket(db, {
    number,
    submissionId: input.submissionId,
    secretHash: prepared.secretHash,
    qrText: ticket.qrText,
    recordedAt,
  });
  insertSlip(db, {
    id: ticket.slipId,
    kind: 'complaint',
    ticketNumber: number,
    facts: complaintSlipFacts(ticket, {
      language: input.language,
      enrolment,
      content: deps.readContent(),
      isFollowable: isFollowable(input.answers),
    }),
    bootId: deps.bootId,
    createdAt: deps.time.now(),
  });
  const common = { sequence, runAfter: recordedAt, createdAt: recordedAt };
  enqueue(db, {
    ...common,
    kind: 'send-submission',
    payload: { submissionId: input.submissionId },
    chain: input.submissionId,
    urgency,
  });
  enqueue(db, { ...common, kind: 'print-slip', payload: { slipId: ticket.slipId }, chain: null, urgency: 1 });
  deps.time.keep();
  return succeeded(ticket);
}

/** The answers in one order of keys, under a key of this kiosk. */
function tagOf(key: KioskKey, input: SubmitInput): string {
  const text = JSON.stringify([input.flowVersion, input.language, input.answers], (_name, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
  return createHmac('sha256', key.deriveSecret('answers-tag')).update(text).digest('hex');
}

function problemOf(error: unknown): { code: SubmitProblem; detail?: string } {
  const trouble = databaseTroubleOf(error);
  if (trouble === null) throw error;
  const detail = codeOf(error) ?? trouble;
  return { code: trouble === 'disk-full' ? 'intake.disk-full' : 'intake.database', detail };
}
