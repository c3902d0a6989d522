import type { AttachmentEntry } from '../../shared/domain/attachment.ts';
import type { ReadableDB, WritableDB } from '../db/handles.ts';

/** Not done and not ended by a person: what waits, what is on its way, and what was set aside. */
const OPEN = `job.state <> 'done' AND NOT EXISTS (SELECT 1 FROM job_closed WHERE job_closed.job_id = job.id)`;

/** Submissions that the hub has not acknowledged, urgent first, in the order in which the queue would send them. */
export function listWaitingSubmissions(db: ReadableDB): string[] {
  return db
    .prepare(
      `SELECT job.payload ->> 'submissionId' FROM job JOIN submission ON submission.id = job.payload ->> 'submissionId'
       WHERE job.kind = 'send-submission' AND ${OPEN} AND submission.sealed IS NOT NULL
       ORDER BY job.urgency, job.sequence, job.id`,
    )
    .pluck()
    .all() as string[];
}

export function listWaitingPhotos(db: ReadableDB): AttachmentEntry[] {
  return db
    .prepare<[], AttachmentEntry>(
      `SELECT attachment.id, attachment.bytes FROM job JOIN attachment ON attachment.id = job.payload ->> 'attachmentId'
       WHERE job.kind = 'send-attachment' AND ${OPEN} AND attachment.is_erased = 0
       ORDER BY job.urgency, job.sequence, job.id`,
    )
    .all();
}

/** What was written into a bundle, by part. */
export function listOnStick(db: ReadableDB, bundleId: string): Map<number, string[]> {
  const rows = db
    .prepare<[string], { part: number; id: string }>(
      'SELECT part, submission_id AS id FROM on_stick WHERE bundle_id = ? ORDER BY part',
    )
    .all(bundleId);
  const parts = new Map<number, string[]>();
  for (const { part, id } of rows) parts.set(part, [...(parts.get(part) ?? []), id]);
  return parts;
}

/** A record that went into a later part, because its first one was lost, is noted there. */
export function noteOnStick(
  db: WritableDB,
  written: { bundleId: string; part: number; ids: readonly string[]; writtenAt: number },
): void {
  const { bundleId, part, writtenAt } = written;
  const insert = db.prepare(
    `INSERT INTO on_stick (bundle_id, part, submission_id, written_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (bundle_id, submission_id) DO UPDATE SET part = excluded.part, written_at = excluded.written_at`,
  );
  db.transaction(() => {
    for (const id of written.ids) insert.run(bundleId, part, id, writtenAt);
  })();
}
