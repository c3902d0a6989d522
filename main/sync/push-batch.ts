import { MAX_BATCH_BYTES, type PushAnswer, type PushOutcome } from '../../shared/contract/hub-api.ts';
import { Submission } from '../../shared/domain/submission.ts';
import { unreachable } from '../../shared/lib/unreachable.ts';
import type { WritableDB } from '../db/handles.ts';
import { submissionForHub } from '../db/repositories/submissions.ts';
import { backOffMs, LINK_BACK_OFF } from '../jobs/back-off.ts';
import type { Job, Outcome } from '../jobs/job.ts';
import { claimJobs, finishJob, returnUntried } from '../jobs/queue.ts';
import { learnHubEpoch } from './hub-epoch.ts';

export interface BatchLimits {
  records: number;
  /** Of JSON, before compression. */
  bytes: number;
}

type SendJob = Extract<Job, { kind: 'send-submission' }>;

export interface Batch {
  items: readonly { job: SendJob; submission: Submission }[];
}

/**
 * Claims what goes into the next push: urgent first, one of each chain, within the limits. A record that can never be
 * sent is set aside with its reason and the next one takes its place. An empty batch means that nothing is due.
 */
export function claimBatch(
  db: WritableDB,
  claim: { worker: string; now: number; limits: BatchLimits },
): Batch {
  return db.transaction(() => {
    for (;;) {
      const { worker, now, limits } = claim;
      const jobs = claimJobs(db, { kinds: ['send-submission'], worker, now, limit: limits.records });
      const batch = fillBatch(db, jobs as SendJob[], limits.bytes, now);
      if (batch.items.length > 0 || jobs.length === 0) return batch;
    }
  })();
}

function fillBatch(db: WritableDB, jobs: readonly SendJob[], maxBytes: number, now: number): Batch {
  const items: { job: SendJob; submission: Submission }[] = [];
  let bytes = 0;
  let isFull = false;
  for (const job of jobs) {
    if (isFull) {
      returnUntried(db, job);
      continue;
    }
    const record = readRecord(db, job);
    if (!record.ok) {
      finishJob(db, job, { outcome: 'needs-person', because: record.because }, now);
      continue;
    }
    isFull = items.length > 0 && bytes + record.bytes > maxBytes;
    if (isFull) {
      returnUntried(db, job);
      continue;
    }
    bytes += record.bytes;
    items.push({ job, submission: record.submission });
  }
  return { items };
}

type ReadRecord = { ok: true; submission: Submission; bytes: number } | { ok: false; because: string };

function readRecord(db: WritableDB, job: SendJob): ReadRecord {
  const stored = submissionForHub(db, job.payload.submissionId);
  if (stored === null) return { ok: false, because: 'record.missing' };
  const parsed = Submission.safeParse(stored);
  if (!parsed.success) return { ok: false, because: 'record.unreadable' };
  const bytes = Buffer.byteLength(JSON.stringify(parsed.data));
  if (bytes > MAX_BATCH_BYTES) return { ok: false, because: 'record.too-large' };
  return { ok: true, submission: parsed.data, bytes };
}

export interface Settled {
  acknowledged: number;
  setAside: number;
  toRetry: number;
}

/**
 * Writes what the hub said, each record by its own outcome, in one transaction with the acknowledgements. Only an
 * outcome that names a record ends it: ids never sent are ignored, ids not named wait on. `now` is the device clock,
 * `kioskNow` the time that never runs backwards: retention counts the days of an acknowledgement by it.
 */
export function settleBatch(
  db: WritableDB,
  batch: Batch,
  answer: PushAnswer,
  at: { now: number; kioskNow: number; random: () => number },
): Settled {
  return db.transaction(() => {
    learnHubEpoch(db, answer.epoch, at.now);
    const outcomes = firstOutcomes(answer);
    const settled: Settled = { acknowledged: 0, setAside: 0, toRetry: 0 };
    for (const { job, submission } of batch.items) {
      const said = outcomes.get(submission.id);
      const outcome = said ? outcomeOf(said) : notAnswered(job, at.random);
      if (!finishJob(db, job, outcome, at.now)) continue;
      if (said?.outcome === 'accepted') {
        writeAcknowledgement(db, said, answer.epoch, at.kioskNow);
        settled.acknowledged += 1;
      } else if (outcome.outcome === 'retry') settled.toRetry += 1;
      else settled.setAside += 1;
    }
    return settled;
  })();
}

function firstOutcomes(answer: PushAnswer): Map<string, PushOutcome> {
  const outcomes = new Map<string, PushOutcome>();
  for (const outcome of answer.outcomes) {
    if (!outcomes.has(outcome.id)) outcomes.set(outcome.id, outcome);
  }
  return outcomes;
}

const LONGEST_CODE = 80;
/** A record that the hub wants later must not come back within the same round. */
const SHORTEST_RETRY_MS = 1_000;

/** What the hub said of a record, as the end of its job. */
export function outcomeOf(said: PushOutcome): Outcome {
  switch (said.outcome) {
    case 'accepted':
      return { outcome: 'done' };
    case 'retry':
      return {
        outcome: 'retry',
        afterMs: Math.max(SHORTEST_RETRY_MS, said.afterMs),
        because: said.code.slice(0, LONGEST_CODE),
      };
    case 'needs-person':
    case 'refused':
      return { outcome: said.outcome, because: said.code.slice(0, LONGEST_CODE) };
    default:
      return unreachable(said);
  }
}

function notAnswered(job: SendJob, random: () => number): Outcome {
  return {
    outcome: 'retry',
    afterMs: Math.max(SHORTEST_RETRY_MS, backOffMs(LINK_BACK_OFF, job.attempts, random)),
    because: 'record.not-answered',
  };
}

/** A second acknowledgement, as after a hub's restore, takes the place of the first. */
export function writeAcknowledgement(
  db: WritableDB,
  said: Extract<PushOutcome, { outcome: 'accepted' }>,
  epoch: string,
  acknowledgedAt: number,
): void {
  db.prepare(
    `INSERT INTO acknowledgement (submission_id, hub_epoch, hub_number, hub_received_at, acknowledged_at)
     VALUES (:id, :epoch, :hubNumber, :receivedAt, :acknowledgedAt)
     ON CONFLICT (submission_id) DO UPDATE SET hub_epoch = excluded.hub_epoch, hub_number = excluded.hub_number,
       hub_received_at = excluded.hub_received_at, acknowledged_at = excluded.acknowledged_at`,
  ).run({ id: said.id, epoch, hubNumber: said.hubNumber, receivedAt: said.receivedAt, acknowledgedAt });
}
