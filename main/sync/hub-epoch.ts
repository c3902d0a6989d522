import { z } from 'zod';
import type { ReadableDB, WritableDB } from '../db/handles.ts';
import { listAttachmentsOfOtherEpochs, sendingOf } from '../db/repositories/attachments.ts';
import { readFact, writeFact } from '../db/repositories/facts.ts';
import { repeatJob } from '../jobs/queue.ts';
import { resetStatusCursor } from './status-pages.ts';

const KEY = 'hub.epoch';

/** The life of the hub's database that this kiosk knows; null before the first answer. */
export function findHubEpoch(db: ReadableDB): string | null {
  return readFact(db, KEY, z.uuid());
}

/**
 * A new epoch means that the hub was restored from a backup: what it acknowledged since may be gone. Everything that is
 * still kept here is sent again under its old ids, and statuses are read from the start. True when that happened.
 */
export function learnHubEpoch(db: WritableDB, epoch: string, now: number): boolean {
  if (findHubEpoch(db) === epoch) return false;
  return db.transaction(() => {
    const isRestored = findHubEpoch(db) !== null;
    writeFact(db, KEY, epoch);
    resetStatusCursor(db, now);
    for (const submission of listAcknowledgedElsewhen(db, epoch)) {
      repeatJob(db, {
        kind: 'send-submission',
        payload: { submissionId: submission.id },
        chain: submission.chain,
        sequence: submission.sequence,
        urgency: submission.urgency,
        runAfter: now,
        createdAt: now,
      });
    }
    for (const photo of listAttachmentsOfOtherEpochs(db, epoch)) repeatJob(db, sendingOf({ ...photo, now }));
    return isRestored;
  })();
}

const BACKED_UP = 'hub.backed-up-to';
const BackedUp = z.object({ epoch: z.uuid(), to: z.number().int().nonnegative() });

/** The hub says that what it received until here (its own time, Unix ms) lies in a backup. Null: nothing yet. */
export function noteBackup(db: WritableDB, epoch: string, to: number | null): void {
  const known = readFact(db, BACKED_UP, BackedUp);
  if (to === null || (known?.epoch === epoch && known.to >= to)) return;
  writeFact(db, BACKED_UP, { epoch, to });
}

/** Hub time until which everything lies in a backup of the hub as it lives today; -1: nothing. */
export function readBackedUpTo(db: ReadableDB): number {
  const known = readFact(db, BACKED_UP, BackedUp);
  return known !== null && known.epoch === findHubEpoch(db) ? known.to : -1;
}

interface ToSendAgain {
  id: string;
  chain: string;
  sequence: number;
  urgency: 1 | 2 | 3;
}

function listAcknowledgedElsewhen(db: ReadableDB, epoch: string): ToSendAgain[] {
  return db
    .prepare<[string], ToSendAgain>(
      `SELECT submission.id, submission.chain, submission.sequence, submission.urgency
       FROM acknowledgement JOIN submission ON submission.id = acknowledgement.submission_id
       WHERE acknowledgement.hub_epoch <> ? AND submission.sealed IS NOT NULL
       ORDER BY submission.sequence`,
    )
    .all(epoch);
}
