import type { ReadableDB, WritableDB } from '../db/handles.ts';
import { type Job, type JobKind, JobWork, jobIdOf, LONGEST_WAIT_MS, type Outcome } from './job.ts';

/**
 * The one durable queue. It is a table, not a memory: a job is committed together with the fact it belongs to, claimed
 * by one UPDATE that counts the attempt, and never deleted by failing. Order is kept only inside a chain, so one bad
 * record holds back nothing but its own followers.
 */

export type JobToEnqueue = JobWork & {
  /** Jobs of one chain run in `sequence`; null runs freely. */
  chain: string | null;
  sequence: number;
  /** 1 runs before 2 before 3. */
  urgency: 1 | 2 | 3;
  /** Unix ms of the device clock. Not later than `createdAt`: at once, also when the clock is set back meanwhile. */
  runAfter: number;
  createdAt: number;
};

/** Written out, not bound: only so does SQLite walk the index in the order of urgency instead of sorting every waiting job. */
function listOf(kinds: readonly JobKind[]): string {
  return kinds.map((kind) => `'${kind}'`).join(', ');
}

/**
 * Everything before it in its chain is done, or was ended by a person: then the hub says what it thinks of the rest. Nothing waits for
 * a photo: a withdrawn consent must not stand behind one.
 */
const FREE_IN_ITS_CHAIN = `(chain IS NULL OR NOT EXISTS (
  SELECT 1 FROM job AS earlier
  WHERE earlier.chain = candidate.chain AND earlier.sequence < candidate.sequence AND earlier.state <> 'done'
    AND earlier.kind <> 'send-attachment'
    AND NOT EXISTS (SELECT 1 FROM job_closed WHERE job_closed.job_id = earlier.id)))`;

/** Puts a job in the queue inside the caller's transaction. The same work twice is one job. Throws on a payload that does not fit its kind. */
export function enqueue(db: WritableDB, job: JobToEnqueue): void {
  const work = JobWork.parse({ kind: job.kind, payload: job.payload });
  db.prepare(
    `INSERT INTO job (id, kind, payload, chain, sequence, urgency, state, run_after, created_at)
     VALUES (:id, :kind, :payload, :chain, :sequence, :urgency, 'waiting', :runAfter, :createdAt)
     ON CONFLICT (id) DO NOTHING`,
  ).run({
    id: jobIdOf(work),
    kind: work.kind,
    payload: JSON.stringify(work.payload),
    chain: job.chain,
    sequence: job.sequence,
    urgency: job.urgency,
    runAfter: startOf(job),
    createdAt: job.createdAt,
  });
}

/** 0 is before any clock. */
const AT_ONCE = 0;

function startOf(job: JobToEnqueue): number {
  return job.runAfter <= job.createdAt ? AT_ONCE : job.runAfter;
}

export interface Claim {
  kinds: readonly JobKind[];
  /** Unique for each claimer: a late result of an abandoned claimer must fit no newer claim. */
  worker: string;
  now: number;
  limit: number;
}

/**
 * Claims up to `limit` due jobs, urgent first, oldest first, at most one of each chain. A row whose payload cannot be
 * read is set aside for a person and the next one is taken instead.
 */
export function claimJobs(db: WritableDB, claim: Claim): Job[] {
  return db.transaction(() => {
    const jobs: Job[] = [];
    for (;;) {
      const rows = claimRows(db, { ...claim, limit: claim.limit - jobs.length });
      for (const row of rows) {
        const job = rowToJob(row);
        if (job) jobs.push(job);
        else setAsideUnreadable(db, row.id, claim.now);
      }
      if (rows.length === 0 || jobs.length === claim.limit) return jobs;
    }
  })();
}

function claimRows(db: WritableDB, claim: Claim): JobRow[] {
  const rows = db
    .prepare<object, JobRow>(
      `UPDATE job SET state = 'running', attempts = attempts + 1, claimed_by = :worker
       WHERE id IN (
         SELECT id FROM job AS candidate
         WHERE kind IN (${listOf(claim.kinds)}) AND state = 'waiting'
           AND (run_after <= :now OR run_after > :now + :longestWait)
           AND ${FREE_IN_ITS_CHAIN}
         ORDER BY urgency, sequence, id LIMIT :limit)
       RETURNING id, kind, payload, chain, sequence, urgency, attempts, claimed_by`,
    )
    .all({
      worker: claim.worker,
      now: claim.now,
      longestWait: LONGEST_WAIT_MS,
      limit: claim.limit,
    });
  // RETURNING promises no order.
  return rows.sort((a, b) => a.urgency - b.urgency || a.sequence - b.sequence || (a.id < b.id ? -1 : 1));
}

/**
 * Writes how a claimed job ended. False when the claim is no longer the caller's: it was freed, and a later attempt
 * decides. Callers write what the result means (an acknowledgement) in the same transaction and only on true.
 */
export function finishJob(db: WritableDB, job: Job, outcome: Outcome, now: number): boolean {
  const waits = outcome.outcome === 'retry';
  return (
    db
      .prepare(
        `UPDATE job SET state = :state, claimed_by = NULL, last_problem = :because, finished_at = :finishedAt,
           run_after = CASE WHEN :waits THEN :runAfter ELSE run_after END
         WHERE id = :id AND state = 'running' AND claimed_by = :worker AND attempts = :attempts`,
      )
      .run({
        state: waits ? 'waiting' : outcome.outcome,
        because: outcome.outcome === 'done' ? null : outcome.because,
        finishedAt: waits ? null : now,
        waits: waits ? 1 : 0,
        runAfter: now + (waits ? Math.min(Math.max(0, Math.ceil(outcome.afterMs)), LONGEST_WAIT_MS) : 0),
        id: job.id,
        worker: job.claimedBy,
        attempts: job.attempts,
      }).changes === 1
  );
}

/** Gives back a claimed job that was not tried after all, as if it had never been claimed. */
export function returnUntried(db: WritableDB, job: Job): void {
  db.prepare(
    `UPDATE job SET state = 'waiting', claimed_by = NULL, attempts = attempts - 1
     WHERE id = :id AND state = 'running' AND claimed_by = :worker AND attempts = :attempts`,
  ).run({ id: job.id, worker: job.claimedBy, attempts: job.attempts });
}

/** Frees what one claimer still holds: its round was cut short or abandoned. The attempts stay counted. */
export function releaseClaims(db: WritableDB, worker: string, because: string): number {
  return db
    .prepare(
      `UPDATE job SET state = 'waiting', claimed_by = NULL, last_problem = :because
       WHERE state = 'running' AND claimed_by = :worker`,
    )
    .run({ worker, because }).changes;
}

/** At boot, before anything claims: whatever was running belongs to a process that is gone. */
export function freeInterruptedJobs(db: WritableDB): number {
  return db
    .prepare(
      `UPDATE job SET state = 'waiting', claimed_by = NULL, last_problem = 'job.interrupted' WHERE state = 'running'`,
    )
    .run().changes;
}

/** Puts back what was set aside, by a person's decision. False when there is no such job set aside. */
export function requeueJob(db: WritableDB, id: string): boolean {
  return (
    db
      .prepare(
        `UPDATE job SET state = 'waiting', attempts = 0, run_after = :runAfter, finished_at = NULL
         WHERE id = :id AND state IN ('needs-person', 'refused')
           AND NOT EXISTS (SELECT 1 FROM job_closed WHERE job_closed.job_id = job.id)`,
      )
      .run({ id, runAfter: AT_ONCE }).changes === 1
  );
}

/** Makes finished work wait again: the same work is wanted once more (a hub restored from backup, a slip tried again). */
export function repeatJob(db: WritableDB, job: JobToEnqueue): void {
  enqueue(db, job);
  db.prepare(
    `UPDATE job SET state = 'waiting', attempts = 0, run_after = :runAfter, finished_at = NULL
     WHERE id = :id AND state = 'done'`,
  ).run({ id: jobIdOf(job), runAfter: startOf(job) });
}

/** When the next job of these kinds that its chain lets go may run, Unix ms; null when none waits. */
export function nextRunAt(db: ReadableDB, kinds: readonly JobKind[], now: number): number | null {
  const row = db
    .prepare<object, { next: number | null }>(
      `SELECT min(CASE WHEN run_after > :now + :longestWait THEN :now ELSE run_after END) AS next
       FROM job AS candidate
       WHERE kind IN (${listOf(kinds)}) AND state = 'waiting' AND ${FREE_IN_ITS_CHAIN}`,
    )
    .get({ now, longestWait: LONGEST_WAIT_MS });
  return row?.next ?? null;
}

interface JobRow {
  id: string;
  kind: string;
  payload: string;
  chain: string | null;
  sequence: number;
  urgency: number;
  attempts: number;
  claimed_by: string;
}

function rowToJob(row: JobRow): Job | null {
  const work = JobWork.safeParse({ kind: row.kind, payload: JSON.parse(row.payload) });
  if (!work.success) return null;
  const { id, chain, sequence, attempts, claimed_by: claimedBy } = row;
  return { ...work.data, id, chain, sequence, attempts, claimedBy };
}

function setAsideUnreadable(db: WritableDB, id: string, now: number): void {
  db.prepare(
    `UPDATE job SET state = 'needs-person', claimed_by = NULL, last_problem = 'job.unreadable', finished_at = :now WHERE id = :id`,
  ).run({ id, now });
}
