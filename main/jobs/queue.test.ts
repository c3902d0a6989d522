import { beforeEach, expect, test } from 'vitest';
import type { WritableDB } from '../db/handles.ts';
import { databaseAt } from '../db/testing.ts';
import type { Job } from './job.ts';
import { LONGEST_WAIT_MS } from './job.ts';
import {
  claimJobs,
  enqueue,
  finishJob,
  freeInterruptedJobs,
  nextRunAt,
  releaseClaims,
  repeatJob,
  requeueJob,
  returnUntried,
} from './queue.ts';
import { listJobsSetAside, readQueueHealth } from './queue-health.ts';
import { exampleId } from './testing.ts';

let db: WritableDB;
beforeEach(() => {
  db = databaseAt();
});

function enqueueSend(
  n: number,
  more: { chain?: string | null; urgency?: 1 | 2 | 3; runAfter?: number } = {},
) {
  const job = {
    kind: 'send-submission' as const,
    payload: { submissionId: exampleId(n) },
    chain: more.chain === undefined ? exampleId(n) : more.chain,
    sequence: n,
    urgency: more.urgency ?? 2,
    runAfter: more.runAfter ?? 0,
    createdAt: n,
  };
  enqueue(db, job);
  return job;
}

function claim(worker = 'w1', now = 1_000, limit = 10): Job[] {
  return claimJobs(db, { kinds: ['send-submission'], worker, now, limit });
}

const sequences = (jobs: Job[]) => jobs.map((job) => job.sequence);

function onlyJob(jobs: Job[]): Job {
  const [job] = jobs;
  if (!job || jobs.length !== 1) throw new Error(`expected one job, got ${jobs.length}`);
  return job;
}

test('urgent jobs go first, then the oldest', () => {
  enqueueSend(1, { urgency: 3 });
  enqueueSend(2, { urgency: 2 });
  enqueueSend(3, { urgency: 1 });
  enqueueSend(4, { urgency: 2 });
  expect(sequences(claim())).toEqual([3, 2, 4, 1]);
});

test('a claimed job is not claimed again until it is freed, and every claim is counted', () => {
  enqueueSend(1);
  expect(onlyJob(claim('w1')).attempts).toBe(1);
  expect(claim('w2')).toEqual([]);
  expect(freeInterruptedJobs(db)).toBe(1);
  expect(onlyJob(claim('w2')).attempts).toBe(2);
});

test('the same work enqueued twice is one job', () => {
  enqueueSend(1);
  enqueueSend(1);
  expect(claim()).toHaveLength(1);
});

test('a payload that does not fit its kind is refused on the way in', () => {
  const job = { ...enqueueSend(1), payload: { submissionId: 'not an id' } };
  expect(() => enqueue(db, job)).toThrow();
});

test('a payload that cannot be read on the way out waits for a person and holds back nobody', () => {
  enqueueSend(1);
  enqueueSend(2);
  db.prepare(`UPDATE job SET payload = '{"submissionId":7}' WHERE sequence = 1`).run();
  expect(sequences(claim('w1', 1_000, 1))).toEqual([2]);
  expect(listJobsSetAside(db)).toMatchObject([{ state: 'needs-person', because: 'job.unreadable' }]);
});

test('a chain gives its jobs one at a time, in order, and does not hold back other chains', () => {
  enqueueSend(1, { chain: 'A' });
  enqueueSend(2, { chain: 'A' });
  enqueueSend(3, { chain: 'B' });
  const [head, other] = claim();
  expect([head?.sequence, other?.sequence]).toEqual([1, 3]);
  expect(claim()).toEqual([]);
  finishJob(db, head as Job, { outcome: 'done' }, 1_000);
  expect(sequences(claim())).toEqual([2]);
});

test.each(['retry', 'needs-person', 'refused'] as const)(
  'a head that ended with %s holds back only its followers',
  (outcome) => {
    enqueueSend(1, { chain: 'A' });
    enqueueSend(2, { chain: 'A' });
    enqueueSend(3, { chain: 'B' });
    const [head] = claim('w1', 1_000, 1);
    finishJob(db, head as Job, { outcome, afterMs: 500, because: 'record.example' }, 1_000);
    expect(sequences(claim('w2', 1_001))).toEqual([3]);
  },
);

test('a retry waits as long as asked, at most the longest wait', () => {
  enqueueSend(1);
  finishJob(db, onlyJob(claim()), { outcome: 'retry', afterMs: 10 ** 12, because: 'x' }, 1_000);
  expect(nextRunAt(db, ['send-submission'], 1_000)).toBe(1_000 + LONGEST_WAIT_MS);
  expect(claim('w2', 1_000 + LONGEST_WAIT_MS - 1)).toEqual([]);
  expect(claim('w2', 1_000 + LONGEST_WAIT_MS)).toHaveLength(1);
});

test('a clock set back a year delays no job for a year', () => {
  const year = 365 * 24 * 3_600_000;
  enqueueSend(1, { runAfter: 2 * year });
  expect(nextRunAt(db, ['send-submission'], year)).toBe(year);
  expect(claim('w1', year)).toHaveLength(1);
});

test('a job that is to run at once runs at once, also when the clock is set back half an hour meanwhile', () => {
  const now = 1_800_000_000_000;
  enqueue(db, {
    ...enqueueSend(1),
    payload: { submissionId: exampleId(2) },
    chain: null,
    runAfter: now,
    createdAt: now,
  });
  expect(claim('w1', now - 1_800_000)).toHaveLength(2);
});

test('a late result of a freed claim changes nothing', () => {
  enqueueSend(1);
  const late = onlyJob(claim('w1'));
  releaseClaims(db, 'w1', 'sync.stuck');
  expect(finishJob(db, late, { outcome: 'done' }, 2_000)).toBe(false);
  const second = onlyJob(claim('w1', 2_000));
  expect(finishJob(db, late, { outcome: 'refused', because: 'x' }, 2_000)).toBe(false);
  expect(finishJob(db, second, { outcome: 'done' }, 2_000)).toBe(true);
});

test('a job given back untried has lost no attempt', () => {
  enqueueSend(1);
  returnUntried(db, onlyJob(claim()));
  expect(onlyJob(claim()).attempts).toBe(1);
});

test('what was set aside stays visible with its reason until a person puts it back', () => {
  enqueueSend(1);
  const job = onlyJob(claim());
  finishJob(db, job, { outcome: 'refused', because: 'submission.changed' }, 1_000);
  expect(readQueueHealth(db, 'send-submission')).toEqual({ waiting: 0, oldestWaitingAt: null, setAside: 1 });
  expect(listJobsSetAside(db)).toMatchObject([
    { id: job.id, because: 'submission.changed', setAsideAt: 1_000 },
  ]);
  expect(requeueJob(db, job.id)).toBe(true);
  expect(requeueJob(db, job.id)).toBe(false);
  expect(onlyJob(claim('w2', 2_000)).attempts).toBe(1);
});

test('finished work can be wanted once more, work on its way cannot be doubled', () => {
  const work = enqueueSend(1);
  finishJob(db, onlyJob(claim()), { outcome: 'done' }, 1_000);
  repeatJob(db, { ...work, runAfter: 5_000 });
  expect(claim('w1', 4_999)).toEqual([]);
  const again = onlyJob(claim('w1', 5_000));
  repeatJob(db, { ...work, runAfter: 5_000 });
  expect(claim('w2', 5_000)).toEqual([]);
  expect(finishJob(db, again, { outcome: 'done' }, 5_000)).toBe(true);
});

test('followers of a head that was set aside wake nobody up', () => {
  enqueueSend(1, { chain: 'A' });
  enqueueSend(2, { chain: 'A' });
  finishJob(db, onlyJob(claim()), { outcome: 'needs-person', because: 'x' }, 1_000);
  expect(nextRunAt(db, ['send-submission'], 1_000)).toBeNull();
});
