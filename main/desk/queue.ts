import { z } from 'zod';
import { type DeskInput, type DeskOutput, type QueueEntry, QueueState } from '../../shared/contract/desk.ts';
import { failed, type Result, succeeded } from '../../shared/lib/result.ts';
import type { ReadableDB, WritableDB } from '../db/handles.ts';
import { requeueJob } from '../jobs/queue.ts';
import { reasonFor } from '../jobs/reasons.ts';
import type { Audit } from '../staff/audit.ts';
import type { Actor } from './desk.ts';

/**
 * A job that a person ended is closed, whatever state it was left in. Done work is no queue, and a slip that is about to be printed
 * does not wait for the hub: it is here only when it needs a person.
 */
const QUEUE = `
  SELECT job.id, job.kind, CASE WHEN job_closed.job_id IS NULL THEN job.state ELSE 'closed' END AS state,
    job.attempts, job.created_at, job.run_after, job.last_problem, job.urgency, job.sequence,
    CASE job.kind
      WHEN 'send-submission' THEN (SELECT ticket_number FROM submission WHERE id = job.payload ->> 'submissionId')
      WHEN 'send-attachment' THEN (SELECT submission.ticket_number FROM attachment
        JOIN submission ON submission.id = attachment.submission_id WHERE attachment.id = job.payload ->> 'attachmentId')
      ELSE (SELECT ticket_number FROM slip WHERE id = job.payload ->> 'slipId')
    END AS ticket_number
  FROM job LEFT JOIN job_closed ON job_closed.job_id = job.id
  WHERE job.state <> 'done' AND (job.kind <> 'print-slip' OR job.state IN ('needs-person', 'refused'))`;

/** Those that need somebody first. */
const ORDER = `CASE state WHEN 'refused' THEN 0 WHEN 'needs-person' THEN 1 WHEN 'running' THEN 2 WHEN 'waiting' THEN 3
  ELSE 4 END, urgency, sequence, id`;

interface Row {
  id: string;
  kind: QueueEntry['kind'];
  state: QueueEntry['state'];
  attempts: number;
  created_at: number;
  run_after: number;
  last_problem: string | null;
  ticket_number: string | null;
}

/** A page of the queue and what stands above it. */
export function readQueue(
  db: ReadableDB,
  input: DeskInput<'desk.queue'>,
  now: number,
): DeskOutput<'desk.queue'> {
  const counts = countByState(db);
  const rows = db
    .prepare<object, Row>(
      `SELECT * FROM (${QUEUE}) WHERE :state IS NULL OR state = :state ORDER BY ${ORDER} LIMIT :limit OFFSET :offset`,
    )
    .all(input);
  return {
    counts,
    oldestWaitingAt: oldestWaitingAt(db),
    lastAcknowledgedAt: lastAcknowledgedAt(db),
    entries: rows.map((row) => entryOf(row, now)),
    total:
      input.state === null
        ? Object.values(counts).reduce((sum, count) => sum + count, 0)
        : counts[input.state],
  };
}

function entryOf(row: Row, now: number): QueueEntry {
  return {
    jobId: row.id,
    kind: row.kind,
    state: row.state,
    ticketNumber: row.ticket_number,
    attempts: row.attempts,
    createdAt: row.created_at,
    nextTryAt: row.state === 'waiting' && row.run_after > now ? row.run_after : null,
    because: row.last_problem,
    said: row.last_problem === null ? null : reasonFor(row.last_problem),
  };
}

/** Every state stands in the answer, also with none. */
export function countByState(db: ReadableDB): Record<QueueState, number> {
  const counts = Object.fromEntries(QueueState.options.map((state) => [state, 0])) as Record<
    QueueState,
    number
  >;
  const rows = db.prepare<[], { state: string; count: number }>(
    `SELECT state, count(*) AS count FROM (${QUEUE}) GROUP BY state`,
  );
  for (const { state, count } of rows.all()) counts[QueueState.parse(state)] = count;
  return counts;
}

function oldestWaitingAt(db: ReadableDB): number | null {
  const oldest = db
    .prepare(`SELECT min(created_at) FROM (${QUEUE}) WHERE state IN ('waiting', 'running')`)
    .pluck()
    .get();
  return z
    .number()
    .nullable()
    .parse(oldest ?? null);
}

/** How many of one kind are on their way, and since when the oldest of them. */
export function readWaiting(
  db: ReadableDB,
  kind: QueueEntry['kind'],
): { waiting: number; oldestWaitingAt: number | null } {
  const row = db
    .prepare<[string], { waiting: number; oldest: number | null }>(
      `SELECT count(*) AS waiting, min(created_at) AS oldest FROM (${QUEUE})
       WHERE kind = ? AND state IN ('waiting', 'running')`,
    )
    .get(kind);
  return { waiting: row?.waiting ?? 0, oldestWaitingAt: row?.oldest ?? null };
}

function lastAcknowledgedAt(db: ReadableDB): number | null {
  const last = db.prepare('SELECT max(acknowledged_at) FROM acknowledgement').pluck().get();
  return z
    .number()
    .nullable()
    .parse(last ?? null);
}

/** Seven digits in a row are a telephone number or a NIK, and the audit log is for ever. */
const LOOKS_PERSONAL = /(\d[\s.-]?){7,}/;

/** What a person decides about a record that was set aside. */
export function settleJob(
  deps: { db: WritableDB; audit: Audit; kioskNow: () => number },
  { jobId, act, reason }: DeskInput<'desk.settle-job'>,
  { who }: Actor,
): Result<Record<string, never>> {
  const { db, audit } = deps;
  if (LOOKS_PERSONAL.test(reason)) return failed({ code: 'desk.bad-reason', detail: 'a long number' });
  const state = db.prepare(`SELECT state FROM (${QUEUE}) WHERE id = ?`).pluck().get(jobId);
  if (state === undefined) return failed({ code: 'desk.not-found' });
  if (state !== 'needs-person' && state !== 'refused') return failed({ code: 'desk.not-set-aside' });
  audit.write({ who, act: `queue.${act}`, about: jobId, reason }, () => {
    if (act === 'retry') requeueJob(db, jobId);
    else closeJob(db, { jobId, who, reason, now: deps.kioskNow() });
  });
  return succeeded({});
}

/** The record stays, with its bytes and its reason: a stick can still carry it. */
function closeJob(
  db: WritableDB,
  { jobId, who, reason, now }: { jobId: string; who: string; reason: string; now: number },
): void {
  db.prepare('INSERT INTO job_closed (job_id, closed_at, who, reason) VALUES (?, ?, ?, ?)').run(
    jobId,
    now,
    who,
    reason,
  );
}
