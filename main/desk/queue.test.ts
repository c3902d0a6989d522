import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { aClock, databaseAt, insertSubmission } from '../db/testing.ts';
import { claimJobs, enqueue, finishJob } from '../jobs/queue.ts';
import { readQueueHealth } from '../jobs/queue-health.ts';
import { openAudit } from '../staff/audit.ts';
import { countByState, readQueue, settleJob } from './queue.ts';

const ACTOR = { who: '0042' };

/** Five records; the second was refused by the hub, the third needs a person, the fourth is done. */
function aQueue() {
  const db = databaseAt();
  const clock = aClock();
  const audit = openAudit({
    db,
    folder: dirname(db.name),
    bootId: '00000000-0000-4000-8000-000000000001',
    clock,
    kioskNow: clock.now,
    log: { info: () => {} },
  });
  const jobs = [1, 2, 3, 4, 5].map((sequence) => {
    const { id, chain } = insertSubmission(db, { sequence });
    enqueue(db, {
      kind: 'send-submission',
      payload: { submissionId: id },
      chain,
      sequence,
      urgency: 2,
      runAfter: 0,
      createdAt: sequence,
    });
    return `send-submission:${id}`;
  });
  const claimed = claimJobs(db, { kinds: ['send-submission'], worker: 'w', now: 10, limit: 4 });
  const ends = [
    { outcome: 'retry', afterMs: 60_000, because: 'link.cut' },
    { outcome: 'refused', because: 'push.changed' },
    { outcome: 'needs-person', because: 'job.unreadable' },
    { outcome: 'done' },
  ] as const;
  for (const [n, job] of claimed.entries()) finishJob(db, job, ends[n] ?? { outcome: 'done' }, 10);
  const settle = (jobId: string, act: 'retry' | 'close', reason = 'sudah dicek') =>
    settleJob({ db, audit, kioskNow: clock.now }, { jobId, act, reason }, ACTOR);
  return { db, jobs, settle };
}

const ALL = { state: null, offset: 0, limit: 100 } as const;

test('the queue shows those that need a person first, each with its reason, and counts every state', () => {
  const { db, jobs } = aQueue();
  const page = readQueue(db, ALL, 20);
  expect(page.counts).toEqual({ waiting: 2, running: 0, 'needs-person': 1, refused: 1, closed: 0 });
  expect(page.entries.map((one) => one.state)).toEqual(['refused', 'needs-person', 'waiting', 'waiting']);
  expect(page.entries[0]).toMatchObject({
    jobId: jobs[1],
    ticketNumber: '2222-2222',
    because: 'push.changed',
  });
  expect(page.entries[0]?.said?.id).toContain('isi yang berbeda');
  expect(page.entries[2]).toMatchObject({ jobId: jobs[0], nextTryAt: 60_010, attempts: 1 });
  expect(page).toMatchObject({ total: 4, oldestWaitingAt: 1, lastAcknowledgedAt: null });
});

test('pages hang together and a state can be asked for alone', () => {
  const { db } = aQueue();
  const ids = [0, 1, 2, 3].flatMap((offset) =>
    readQueue(db, { state: null, offset, limit: 1 }, 20).entries.map((one) => one.jobId),
  );
  expect(ids).toEqual(readQueue(db, ALL, 20).entries.map((one) => one.jobId));
  expect(readQueue(db, { ...ALL, state: 'refused' }, 20)).toMatchObject({
    total: 1,
    entries: [{ state: 'refused' }],
  });
});

test('a retry puts the record back, a close ends it and keeps it, both with name and reason', () => {
  const { db, jobs, settle } = aQueue();
  const [, refused = '', needsPerson = ''] = jobs;
  expect(settle(refused, 'retry')).toMatchObject({ ok: true });
  expect(settle(needsPerson, 'close')).toMatchObject({ ok: true });
  expect(countByState(db)).toEqual({ waiting: 3, running: 0, 'needs-person': 0, refused: 0, closed: 1 });
  expect(readQueueHealth(db).setAside).toBe(0);
  expect(db.prepare('SELECT count(*) FROM submission WHERE sealed IS NOT NULL').pluck().get()).toBe(5);
  expect(db.prepare('SELECT who, act, about, reason FROM audit').all()).toEqual([
    { who: '0042', act: 'queue.retry', about: refused, reason: 'sudah dicek' },
    { who: '0042', act: 'queue.close', about: needsPerson, reason: 'sudah dicek' },
  ]);
  expect(settle(needsPerson, 'retry')).toMatchObject({ problem: { code: 'desk.not-set-aside' } });
});

test('what waits or is done cannot be settled, and what is not there is not found', () => {
  const { jobs, settle } = aQueue();
  expect(settle(jobs[0] ?? '', 'close')).toMatchObject({ problem: { code: 'desk.not-set-aside' } });
  expect(settle(jobs[3] ?? '', 'close')).toMatchObject({ problem: { code: 'desk.not-found' } });
  expect(settle('send-submission:none', 'retry')).toMatchObject({ problem: { code: 'desk.not-found' } });
});

test('a telephone number or a NIK does not get into the audit log', () => {
  const { db, jobs, settle } = aQueue();
  for (const reason of ['telepon 0812 3456 7890', 'NIK 3515140508680001', '081-234-567']) {
    expect(settle(jobs[1] ?? '', 'close', reason)).toMatchObject({ problem: { code: 'desk.bad-reason' } });
  }
  expect(settle(jobs[1] ?? '', 'close', 'tiket 22 sudah 3 kali dicoba')).toMatchObject({ ok: true });
  expect(db.prepare('SELECT count(*) FROM audit').pluck().get()).toBe(1);
});

test('what follows a closed record is sent all the same, so that the queue drains', () => {
  const { db, jobs, settle } = aQueue();
  const opener = db.prepare('SELECT id, chain FROM submission WHERE sequence = 2').get() as {
    id: string;
    chain: string;
  };
  const addition = insertSubmission(db, { sequence: 9, follows: opener.id, chain: opener.chain });
  enqueue(db, {
    kind: 'send-submission',
    payload: { submissionId: addition.id },
    chain: opener.chain,
    sequence: 9,
    urgency: 1,
    runAfter: 0,
    createdAt: 9,
  });
  const claim = () => claimJobs(db, { kinds: ['send-submission'], worker: 'x', now: 20, limit: 9 });
  expect(claim().map((job) => job.sequence)).toEqual([5]);
  settle(jobs[1] ?? '', 'close');
  expect(claim().map((job) => job.sequence)).toEqual([9]);
});
