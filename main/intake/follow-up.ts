import type { CallInput, CallOutput } from '../../shared/contract/ipc.ts';
import { calls } from '../../shared/contract/ipc.ts';
import type { AttachmentEntry, AttachmentId } from '../../shared/domain/attachment.ts';
import { FOLLOW_UP_FLOW_VERSION } from '../../shared/domain/follow-up.ts';
import { failed, type Result, succeeded } from '../../shared/lib/result.ts';
import { claimPhotos, settleClaim } from '../attachments/photos.ts';
import { insertAttachments } from '../db/repositories/attachments.ts';
import { type Enrolment, findEnrolment } from '../db/repositories/enrolment.ts';
import {
  findAnswersTag,
  findSubmission,
  insertSubmission,
  nextPartOf,
  type StoredSubmission,
} from '../db/repositories/submissions.ts';
import { findTicket, type StoredTicket } from '../db/repositories/tickets.ts';
import { enqueue } from '../jobs/queue.ts';
import { queueSlip } from '../jobs/queue-slip.ts';
import { answersTagOf } from './answers-tag.ts';
import { intakeProblemOf, withReserve } from './guarded.ts';
import { daysOf } from './retention.ts';
import { type SealedAnswers, sealAnswers } from './seal-answers.ts';
import { followUpSlip } from './slips/follow-up.ts';
import type { SubmitDeps, SubmitProblem } from './submit.ts';

export type FollowUpInput = CallInput<'follow-up.submit'>;
export type FollowUpAnswer = CallOutput<'follow-up.submit'>;
export type FollowUpProblem = SubmitProblem | 'follow-up.not-opened';

interface Prepared extends SealedAnswers {
  input: FollowUpInput;
  answersTag: string;
  enrolment: Enrolment;
  ticket: StoredTicket;
  opener: StoredSubmission;
  attachments: AttachmentEntry[];
}

/**
 * Adds to a ticket that was opened with its secret in this visit. The addition is a submission of its own under the number
 * of its ticket; nothing that was recorded before is touched. The same id asked twice is one addition.
 */
export async function submitFollowUp(
  deps: SubmitDeps,
  raw: FollowUpInput,
): Promise<Result<FollowUpAnswer, FollowUpProblem>> {
  const parsed = calls['follow-up.submit'].input.safeParse(raw);
  if (!parsed.success) {
    const fields = parsed.error.issues.map((issue) => issue.path.join('.'));
    return failed({ code: 'intake.invalid', detail: fields.join(', ') });
  }
  const input = parsed.data;
  const visit = deps.visit();
  try {
    const answersTag = answersTagOf(deps.key, [
      FOLLOW_UP_FLOW_VERSION,
      input.language,
      input.number,
      input.answers,
    ]);
    const repeat = findRepeat(deps, input.submissionId, answersTag);
    if (repeat) return repeat;
    const enrolment = findEnrolment(deps.db);
    if (enrolment === null) return failed({ code: 'intake.not-enrolled' });
    const ticket = visit.openedTickets.has(input.number) ? findTicket(deps.db, input.number) : null;
    const opener = ticket && findSubmission(deps.db, ticket.submissionId);
    if (!ticket || !opener) return failed({ code: 'follow-up.not-opened' });
    const claimed = claimPhotos(visit, input.submissionId, photosOf(input));
    if (!claimed.ok) return claimed;
    let isCommitted = false;
    try {
      const sealed = await sealAnswers(enrolment.sealingRecipients, input.submissionId, input.answers);
      const prepared = {
        input,
        answersTag,
        enrolment,
        ticket,
        opener,
        attachments: claimed.value,
        ...sealed,
      };
      const outcome = withReserve(deps.reserve, () => commit(deps, prepared));
      isCommitted = outcome.ok;
      return outcome;
    } finally {
      settleClaim({ db: deps.db, files: deps.photoFiles }, visit, input.submissionId, isCommitted);
    }
  } catch (error) {
    return failed(intakeProblemOf(error));
  }
}

function photosOf({ answers }: FollowUpInput): readonly AttachmentId[] {
  return answers.act === 'add-photo' ? answers.photos : [];
}

function findRepeat(
  deps: Pick<SubmitDeps, 'db'>,
  submissionId: string,
  answersTag: string,
): Result<FollowUpAnswer, 'intake.changed' | 'intake.visit-over'> | null {
  const recorded = findAnswersTag(deps.db, submissionId);
  if (recorded === null) return null;
  if (recorded.tag === null) return failed({ code: 'intake.visit-over' });
  const stored = findSubmission(deps.db, submissionId);
  if (recorded.tag !== answersTag || stored?.part === undefined) return failed({ code: 'intake.changed' });
  const { ticketNumber: number, part, recordedAt } = stored;
  return succeeded({ number, part, recordedAt, slipId: submissionId });
}

function commit(deps: SubmitDeps, prepared: Prepared): Result<FollowUpAnswer, FollowUpProblem> {
  return deps.db
    .transaction((): Result<FollowUpAnswer, FollowUpProblem> => {
      const repeat = findRepeat(deps, prepared.input.submissionId, prepared.answersTag);
      return repeat ?? succeeded(writeAll(deps, prepared));
    })
    .immediate();
}

/** One look at the transaction: record, slip, and the two jobs. The slip has the id of its submission, so one addition has one. */
function writeAll(deps: SubmitDeps, prepared: Prepared): FollowUpAnswer {
  const { db, clock } = deps;
  const { input, ticket, opener, enrolment } = prepared;
  const { submissionId, language } = input;
  const sequence = deps.numbers.takeSequence(db);
  const recordedAt = clock.now();
  const part = nextPartOf(db, ticket.number);
  const submission = {
    id: submissionId,
    kind: 'follow-up' as const,
    flowVersion: FOLLOW_UP_FLOW_VERSION,
    language,
    urgency: opener.urgency,
    ticketNumber: ticket.number,
    kioskCode: enrolment.kioskCode,
    sequence,
    recordedAt,
    bootId: deps.bootId,
    monotonicMs: Math.floor(clock.monotonic()),
    follows: opener.id,
    act: input.answers.act,
    part,
    ...(prepared.attachments.length === 0 ? {} : { attachments: prepared.attachments }),
    sealed: prepared.sealed,
    sealedSha256: prepared.sealedSha256,
  };
  insertSubmission(db, submission, { chain: opener.id, answersTag: prepared.answersTag });
  insertAttachments(db, submission, opener.id);
  const content = deps.readContent();
  queueSlip(
    db,
    {
      id: submissionId,
      kind: 'service',
      ticketNumber: ticket.number,
      facts: followUpSlip(
        { language, enrolment, content },
        {
          number: ticket.number,
          part,
          recordedAt,
          qrText: ticket.qrText,
          retentionDays: daysOf(opener.kind, content.retentionDays),
        },
      ),
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
    payload: { submissionId },
    chain: opener.id,
    urgency: opener.urgency,
  });
  deps.time.keep();
  return { number: ticket.number, part, recordedAt, slipId: submissionId };
}
