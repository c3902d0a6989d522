import type { Clock } from '../../shared/lib/clock.ts';
import type { WritableDB } from '../db/handles.ts';
import { backOffMs, LINK_BACK_OFF } from '../jobs/back-off.ts';
import { finishJob, releaseClaims } from '../jobs/queue.ts';
import { beginBudget, STEP_BUDGET_MS } from './budget.ts';
import type { HubClient } from './hub-client.ts';
import { type HubTrouble, makesGoingOnUseless } from './hub-verdict.ts';
import { type Batch, claimBatch, type Settled, settleBatch } from './push-batch.ts';
import type { PushLimits } from './push-limits.ts';

export interface PushDeps {
  db: WritableDB;
  hub: HubClient;
  clock: Clock;
  /** The kiosk's time that never runs backwards, Unix ms. */
  kioskNow: () => number;
  random: () => number;
  limits: PushLimits;
  /** Unique for this round. */
  worker: string;
  signal: AbortSignal;
  /** A batch was settled. */
  onSettled: (settled: Settled) => void;
}

/** One after the other: halving a full batch down to one record takes seven; a hub that stumbles on is left alone for now. */
const MOST_STUMBLES = 9;

/**
 * Sends everything that is due, batch after batch. Null: nothing is left to send now. A trouble of the link or of the
 * whole hub ends it; a trouble that may lie in one record does not: the batch is halved until that record is alone,
 * and then the rest goes on without it.
 */
export async function pushWaiting(deps: PushDeps): Promise<HubTrouble | null> {
  const { db, hub, clock, random, limits, worker, signal } = deps;
  let stumbles = 0;
  const isTimeUp = beginBudget(clock, STEP_BUDGET_MS.push);
  while (!signal.aborted) {
    if (isTimeUp()) return null;
    const batch = claimBatch(db, { worker, now: clock.now(), limits: limits.current() });
    if (batch.items.length === 0) return null;
    const answer = await hub.push(
      batch.items.map((item) => item.submission),
      signal,
    );
    if (signal.aborted) break;
    if (answer.ok) {
      const settled = settleBatch(db, batch, answer.value, {
        now: clock.now(),
        kioskNow: deps.kioskNow(),
        random,
      });
      limits.grow();
      stumbles = 0;
      deps.onSettled(settled);
      continue;
    }
    const trouble = answer.problem;
    stumbles += 1;
    settleStumble(deps, batch, trouble);
    if (makesGoingOnUseless(trouble) || stumbles >= MOST_STUMBLES) return trouble;
  }
  releaseClaims(db, worker, 'sync.stopped');
  return { code: 'link.cut', detail: 'stopped', fromHub: false };
}

/** Puts a batch back after a failed push; nothing in it counts as sent. */
function settleStumble(deps: PushDeps, batch: Batch, trouble: HubTrouble): void {
  const { db, worker, limits } = deps;
  const [only, ...others] = batch.items;
  const mayLieInARecord = ['hub.too-large', 'hub.bad-request', 'hub.trouble'].includes(trouble.code);
  if (only && others.length === 0 && mayLieInARecord) setAsideAlone(deps, only.job, trouble);
  releaseClaims(db, worker, trouble.code);
  const mayBeTooMuch = mayLieInARecord || trouble.code === 'link.timed-out' || trouble.code === 'link.cut';
  if (mayBeTooMuch) limits.shrink(batch.items.length);
}

/**
 * A record that failed all alone. Only the hub's own word that it is too large sets it aside; a hub that fails over it
 * may be repaired, so it waits by itself and lets the others pass.
 */
function setAsideAlone(deps: PushDeps, job: Batch['items'][number]['job'], trouble: HubTrouble): void {
  const { db, clock, random } = deps;
  if (trouble.code === 'hub.too-large' && trouble.fromHub) {
    finishJob(db, job, { outcome: 'needs-person', because: 'record.too-large' }, clock.now());
    return;
  }
  const afterMs = Math.max(LINK_BACK_OFF.baseMs, backOffMs(LINK_BACK_OFF, job.attempts, random));
  finishJob(db, job, { outcome: 'retry', afterMs, because: 'record.hub-fails' }, clock.now());
}
