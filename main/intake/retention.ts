import type { KioskContent } from '../../shared/contract/content.ts';
import type { SubmissionKind } from '../../shared/domain/submission.ts';
import type { PhotoFiles } from '../attachments/photo-files.ts';
import type { WritableDB } from '../db/handles.ts';
import { settleDatabase } from '../db/open.ts';
import { listAttachmentsToErase, noteErased } from '../db/repositories/attachments.ts';
import { deleteExpiredDrafts } from '../db/repositories/drafts.ts';
import { findEnrolment } from '../db/repositories/enrolment.ts';
import { findHubEpoch, readBackedUpTo } from '../sync/hub-epoch.ts';
import { forgetOldAttempts } from './attempts.ts';
import type { KioskTime } from './kiosk-time.ts';

const DAY_MS = 24 * 60 * 60_000;
const STAFF_CALLS_KEPT_DAYS = 30;
/** Longer than any roll lasts, so that what is counted of one is whole. */
const PAPERS_COUNTED_DAYS = 400;

/** Which days count for a ticket opened by a submission of this kind. What was added to it is erased as it is. */
const DAYS_OF: Record<Exclude<SubmissionKind, 'follow-up'>, keyof KioskContent['retentionDays']> = {
  complaint: 'complaint',
  registration: 'registration',
  lead: 'lead',
  'product-interest': 'product',
  'product-proposal': 'product',
};

/** Days that count for a ticket which was opened by a submission of this kind. */
export function daysOf(opener: SubmissionKind, days: KioskContent['retentionDays']): number {
  if (opener === 'follow-up') throw new Error('an addition opens no ticket');
  return days[DAYS_OF[opener]];
}

export interface Erased {
  submissions: number;
  slips: number;
  drafts: number;
  photos: number;
}

/**
 * Erases what this kiosk need not keep any more, without the hub and by a time that nobody can set back: sealed bytes
 * of submissions whose arrival the hub confirmed `retentionDays` ago and that lie in its backup, and secrets of slips that were never taken, at the
 * end of their day, and drafts that nobody came back for. The record of a submission itself (number, times, that it was confirmed) stays.
 */
export function eraseDue(
  db: WritableDB,
  time: KioskTime,
  photoFiles: PhotoFiles,
  retentionDays: KioskContent['retentionDays'],
): Erased {
  const now = time.now();
  const erased = db
    .transaction(() => {
      const submissions = Object.entries(DAYS_OF)
        .map(([kind, days]) => eraseConfirmed(db, kind, now - retentionDays[days] * DAY_MS))
        .reduce((sum, count) => sum + count, 0);
      db.prepare(
        'UPDATE submission SET answers_tag = NULL WHERE answers_tag IS NOT NULL AND recorded_at < ?',
      ).run(now - DAY_MS);
      const slips = eraseAbandonedSlips(db, now);
      const drafts = deleteExpiredDrafts(db, now);
      db.prepare('DELETE FROM staff_call WHERE called_at <= ?').run(now - STAFF_CALLS_KEPT_DAYS * DAY_MS);
      db.prepare('DELETE FROM paper_use WHERE at <= ?').run(now - PAPERS_COUNTED_DAYS * DAY_MS);
      forgetOldAttempts(db, now);
      time.keep();
      return { submissions, slips, drafts };
    })
    .immediate();
  const photos = erasePhotos(db, photoFiles, now, retentionDays);
  if (erased.submissions + erased.slips + erased.drafts + photos > 0) settleDatabase(db);
  return { ...erased, photos };
}

/**
 * Confirmed means by the hub as it lives today: what an earlier life of it confirmed is lost with that life and waits to
 * be sent again. Counted by both clocks, because the kiosk's may have been behind. And only what lies in a backup of the hub: until then
 * this kiosk may hold the only other copy. The rest stays whole.
 */
function eraseConfirmed(db: WritableDB, kind: string, before: number): number {
  return db
    .prepare(
      `UPDATE submission SET sealed = NULL, answers_tag = NULL
       WHERE sealed IS NOT NULL
         AND (SELECT opener.kind FROM submission AS opener WHERE opener.id = submission.chain) = :kind
         AND EXISTS (
           SELECT 1 FROM acknowledgement
           WHERE submission_id = submission.id AND hub_epoch = :epoch
             AND acknowledged_at <= :before AND hub_received_at <= :before AND hub_received_at <= :backedUpTo)
         AND NOT EXISTS (
           SELECT 1 FROM job WHERE job.id = 'send-submission:' || submission.id AND job.state <> 'done')`,
    )
    .run({ kind, before, epoch: findHubEpoch(db), backedUpTo: readBackedUpTo(db) }).changes;
}

/** File first: a power cut in between leaves a row whose file is gone, and the next hour writes that down. */
function erasePhotos(
  db: WritableDB,
  photoFiles: PhotoFiles,
  now: number,
  retentionDays: KioskContent['retentionDays'],
): number {
  const epoch = findHubEpoch(db);
  const backedUpTo = readBackedUpTo(db);
  const due = Object.entries(DAYS_OF).flatMap(([kind, days]) =>
    listAttachmentsToErase(db, { kind, before: now - retentionDays[days] * DAY_MS, epoch, backedUpTo }),
  );
  for (const id of due) {
    photoFiles.remove(id);
    noteErased(db, id);
  }
  return due.length;
}

/** What did not come out by now is the counter's, as at the end of a visit; one that may be half out keeps its state and its question. */
function eraseAbandonedSlips(db: WritableDB, now: number): number {
  const midnight = startOfDay(now, findEnrolment(db)?.office.timeZone ?? 'Asia/Jakarta');
  return db
    .prepare(
      `UPDATE slip SET facts = NULL, changed_at = :now,
         trouble = CASE WHEN state IN ('queued', 'failed') THEN 'visit-ended' ELSE trouble END,
         state = CASE WHEN state IN ('queued', 'failed') THEN 'handed-over' ELSE state END
       WHERE facts IS NOT NULL AND created_at < :midnight`,
    )
    .run({ now, midnight }).changes;
}

/** Unix ms of the last midnight in the office. Indonesia has whole-hour zones and no summer time. */
export function startOfDay(now: number, timeZone: string): number {
  const hour = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(now);
  const part = (type: string) => Number(hour.find((found) => found.type === type)?.value ?? 0);
  const sinceMidnight = ((part('hour') * 60 + part('minute')) * 60 + part('second')) * 1000;
  return now - sinceMidnight - (now % 1000);
}
