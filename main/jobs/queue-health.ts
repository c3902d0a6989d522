import type { ReadableDB } from '../db/handles.ts';
import type { JobKind } from './job.ts';

/** Nobody has ended it for good. */
const NOT_CLOSED = 'NOT EXISTS (SELECT 1 FROM job_closed WHERE job_closed.job_id = job.id)';

/** What the technician, the heartbeat and the corner of the screen say about the queue. Counts and times only. */
export interface QueueHealth {
  /** Waiting or on its way: each record and each photo is one. */
  waiting: number;
  /** Unix ms (device clock) at which the oldest of them was committed; null when none waits. */
  oldestWaitingAt: number | null;
  /** Kept for a person: needs-person and refused together. */
  setAside: number;
}

/** Everything that goes to the hub: a photo that is still here is not delivered, whatever became of its record. */
const TO_HUB = ['send-submission', 'send-attachment'] as const satisfies JobKind[];

/** Of these kinds of jobs; without any, of all that goes to the hub. */
export function readQueueHealth(db: ReadableDB, ...only: JobKind[]): QueueHealth {
  const kinds = only.length > 0 ? only : TO_HUB;
  const row = db
    .prepare<JobKind[], { waiting: number; oldest: number | null; setAside: number }>(
      `SELECT count(*) FILTER (WHERE state IN ('waiting', 'running')) AS waiting,
              min(created_at) FILTER (WHERE state IN ('waiting', 'running')) AS oldest,
              count(*) FILTER (WHERE state IN ('needs-person', 'refused')) AS setAside
       FROM job WHERE kind IN (${kinds.map(() => '?').join(', ')}) AND state <> 'done' AND ${NOT_CLOSED}`,
    )
    .get(...kinds);
  return {
    waiting: row?.waiting ?? 0,
    oldestWaitingAt: row?.oldest ?? null,
    setAside: row?.setAside ?? 0,
  };
}

/** A job that a person must look at, as the technician's list shows it. */
export interface JobSetAside {
  id: string;
  kind: string;
  state: 'needs-person' | 'refused';
  because: string;
  attempts: number;
  createdAt: number;
  setAsideAt: number | null;
}

export function listJobsSetAside(db: ReadableDB, limit = 200): JobSetAside[] {
  return db
    .prepare<[number], JobSetAside>(
      `SELECT id, kind, state, coalesce(last_problem, 'job.failed') AS because, attempts,
              created_at AS createdAt, finished_at AS setAsideAt
       FROM job WHERE state IN ('needs-person', 'refused') AND ${NOT_CLOSED} ORDER BY urgency, created_at LIMIT ?`,
    )
    .all(limit);
}
