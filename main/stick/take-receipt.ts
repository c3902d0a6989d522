import type { Receipt } from '../../shared/contract/stick.ts';
import type { WritableDB } from '../db/handles.ts';
import { acknowledgeAttachment, findAttachment } from '../db/repositories/attachments.ts';
import { type Job, type JobWork, jobIdOf, type Outcome } from '../jobs/job.ts';
import { finishJob } from '../jobs/queue.ts';
import { findHubEpoch, learnHubEpoch } from '../sync/hub-epoch.ts';
import { outcomeOf, writeAcknowledgement } from '../sync/push-batch.ts';

export interface TakenReceipt {
  /** Records and photos that this receipt ended; those that were ended before, by whichever way, are not counted again. */
  acknowledged: number;
  setAside: number;
}

const CLAIMER = 'stick';

/**
 * Ends the jobs of what a receipt names, in one transaction with the acknowledgements, as an answer over the network would. Null:
 * the hub lives another life since (it was restored from a backup), so this receipt proves nothing any more.
 */
export function takeReceipt(
  db: WritableDB,
  receipt: Receipt,
  at: { now: number; kioskNow: number },
): TakenReceipt | null {
  return db.transaction(() => {
    const epoch = findHubEpoch(db);
    if (epoch !== null && epoch !== receipt.epoch) return null;
    if (epoch === null) learnHubEpoch(db, receipt.epoch, at.now);
    const taken: TakenReceipt = { acknowledged: 0, setAside: 0 };
    for (const said of receipt.outcomes) {
      // What the hub wants later stays in the queue as it is.
      if (said.outcome === 'retry' || !isOurs(db, said.id)) continue;
      const work: JobWork = { kind: 'send-submission', payload: { submissionId: said.id } };
      if (said.outcome === 'accepted') {
        writeAcknowledgement(db, said, receipt.epoch, at.kioskNow);
        if (endJob(db, work, { outcome: 'done' }, at.now)) taken.acknowledged += 1;
      } else if (endJob(db, work, outcomeOf(said), at.now)) taken.setAside += 1;
    }
    for (const { id, receivedAt } of receipt.photos) {
      if (findAttachment(db, id) === null) continue;
      acknowledgeAttachment(db, { id, epoch: receipt.epoch, receivedAt, acknowledgedAt: at.kioskNow });
      const work: JobWork = { kind: 'send-attachment', payload: { attachmentId: id } };
      if (endJob(db, work, { outcome: 'done' }, at.now)) taken.acknowledged += 1;
    }
    return taken;
  })();
}

function isOurs(db: WritableDB, submissionId: string): boolean {
  return db.prepare('SELECT 1 FROM submission WHERE id = ?').get(submissionId) !== undefined;
}

/**
 * Claims one job, as a round would, and ends it. What a round has in its hands at this moment is left to it: the hub gives it the
 * same outcome. A record that was set aside is ended only by being accepted.
 */
function endJob(db: WritableDB, work: JobWork, outcome: Outcome, now: number): boolean {
  const from = outcome.outcome === 'done' ? ['waiting', 'needs-person', 'refused'] : ['waiting'];
  const claimed = db
    .prepare<object, Pick<Job, 'id' | 'chain' | 'sequence' | 'attempts'>>(
      `UPDATE job SET state = 'running', attempts = attempts + 1, claimed_by = :claimer
       WHERE id = :id AND state IN (SELECT value FROM json_each(:from))
       RETURNING id, chain, sequence, attempts`,
    )
    .get({ id: jobIdOf(work), claimer: CLAIMER, from: JSON.stringify(from) });
  if (!claimed) return false;
  return finishJob(db, { ...work, ...claimed, claimedBy: CLAIMER }, outcome, now);
}
