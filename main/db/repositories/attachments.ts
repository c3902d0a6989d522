import type { AttachmentId } from '../../../shared/domain/attachment.ts';
import type { Submission } from '../../../shared/domain/submission.ts';
import { enqueue } from '../../jobs/queue.ts';
import type { ReadableDB, WritableDB } from '../handles.ts';

/** A photo that a submission names, and what became of it. */
export interface StoredAttachment {
  id: AttachmentId;
  submissionId: string;
  bytes: number;
  isErased: boolean;
}

interface Row {
  id: string;
  submission_id: string;
  bytes: number;
  is_erased: number;
}

/** The photos of a new submission and the jobs that send them, behind it in its chain. Inside the caller's transaction. */
export function insertAttachments(
  db: WritableDB,
  submission: Pick<Submission, 'id' | 'attachments' | 'sequence' | 'urgency' | 'recordedAt'>,
  chain: string,
): void {
  const insert = db.prepare(
    'INSERT INTO attachment (id, submission_id, bytes, added_at) VALUES (:id, :submissionId, :bytes, :addedAt)',
  );
  for (const { id, bytes } of submission.attachments ?? []) {
    insert.run({ id, submissionId: submission.id, bytes, addedAt: submission.recordedAt });
    enqueue(db, sendingOf({ id, chain, ...orderOf(submission), now: submission.recordedAt }));
  }
}

/** After its submission, before nothing: what is handed in later does not wait for a photo (see `queue.ts`). */
function orderOf({ sequence, urgency }: Pick<Submission, 'sequence' | 'urgency'>) {
  return { sequence: sequence + 1, urgency };
}

/** The job that sends a photo. */
export function sendingOf(photo: {
  id: AttachmentId;
  chain: string;
  sequence: number;
  urgency: 1 | 2 | 3;
  now: number;
}) {
  return {
    kind: 'send-attachment' as const,
    payload: { attachmentId: photo.id },
    chain: photo.chain,
    sequence: photo.sequence,
    urgency: photo.urgency,
    runAfter: photo.now,
    createdAt: photo.now,
  };
}

export function findAttachment(db: ReadableDB, id: AttachmentId): StoredAttachment | null {
  const row = db
    .prepare<[string], Row>('SELECT id, submission_id, bytes, is_erased FROM attachment WHERE id = ?')
    .get(id);
  return row
    ? { id: row.id, submissionId: row.submission_id, bytes: row.bytes, isErased: row.is_erased === 1 }
    : null;
}

/** Photos whose sealed bytes must be there. */
export function listKeptAttachments(db: ReadableDB): AttachmentId[] {
  return db.prepare('SELECT id FROM attachment WHERE is_erased = 0').pluck().all() as AttachmentId[];
}

/** The hub has it. A second word of it, as after a restore, takes the place of the first. Times: hub's, and ours that never runs backwards. */
export function acknowledgeAttachment(
  db: WritableDB,
  said: { id: AttachmentId; epoch: string; receivedAt: number; acknowledgedAt: number },
): void {
  db.prepare(
    `UPDATE attachment SET hub_epoch = :epoch, hub_received_at = :receivedAt, acknowledged_at = :acknowledgedAt
     WHERE id = :id`,
  ).run(said);
}

/**
 * Photos that need not be kept any more: confirmed by the hub as it lives today, both clocks past their days, in a backup of the hub, nothing left to send.
 * `kind`: of the submission that opened the ticket.
 */
export function listAttachmentsToErase(
  db: ReadableDB,
  due: { kind: string; before: number; epoch: string | null; backedUpTo: number },
): AttachmentId[] {
  return db
    .prepare(
      `SELECT attachment.id FROM attachment
         JOIN submission ON submission.id = attachment.submission_id
         JOIN submission AS opener ON opener.id = submission.chain
       WHERE is_erased = 0 AND opener.kind = :kind AND hub_epoch = :epoch
         AND acknowledged_at <= :before AND hub_received_at <= :before AND hub_received_at <= :backedUpTo
         AND NOT EXISTS (
           SELECT 1 FROM job WHERE job.id = 'send-attachment:' || attachment.id AND job.state <> 'done')`,
    )
    .pluck()
    .all(due) as AttachmentId[];
}

export function noteErased(db: WritableDB, id: AttachmentId): void {
  db.prepare('UPDATE attachment SET is_erased = 1 WHERE id = ?').run(id);
}

/** Photos that an earlier life of the hub confirmed and this one may not have, with what their jobs need. */
export function listAttachmentsOfOtherEpochs(
  db: ReadableDB,
  epoch: string,
): { id: AttachmentId; chain: string; sequence: number; urgency: 1 | 2 | 3 }[] {
  const rows = db
    .prepare<[string], { id: string; chain: string; sequence: number; urgency: 1 | 2 | 3 }>(
      `SELECT attachment.id, submission.chain, submission.sequence, submission.urgency
       FROM attachment JOIN submission ON submission.id = attachment.submission_id
       WHERE hub_epoch <> ? AND is_erased = 0 ORDER BY submission.sequence, attachment.id`,
    )
    .all(epoch);
  return rows.map(({ id, chain, ...order }) => ({ id, chain, ...orderOf(order) }));
}
