import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SlipState } from '../../shared/contract/kiosk-state.ts';
import type { WritableDB } from '../db/handles.ts';
import { insertSlip } from '../db/repositories/slips.ts';
import { databaseAt } from '../db/testing.ts';
import { enqueue, freeInterruptedJobs } from './queue.ts';
import { createJobRunner } from './runner.ts';
import { createSlipDesk, type PrintOutcome } from './slip-desk.ts';
import type { SlipToPrint } from './slips.ts';
import { aSimulatedTime, exampleId } from './testing.ts';

const SLIP = exampleId(1);
const FACTS = { secret: '123456' };
const PAPER_MM = 180;

/** One boot of a kiosk: desk and runner over a database that outlives them. */
function aBoot(db: WritableDB, n = 1) {
  const time = aSimulatedTime();
  const answers: (PrintOutcome | 'hang' | 'throw')[] = [];
  const papers: SlipToPrint[] = [];
  const untaken: ((how: 'taken-back' | 'stuck') => void)[] = [];
  const changes: SlipState[] = [];
  let finishHanging: (outcome: PrintOutcome) => void = () => undefined;
  const bootId = exampleId(900 + n);
  freeInterruptedJobs(db);
  const desk = createSlipDesk({
    db,
    clock: time.clock,
    bootId,
    print: (slip, _signal, onUntaken) => {
      papers.push(slip);
      untaken.push(onUntaken);
      const next = answers.shift() ?? { outcome: 'printed' };
      if (next === 'throw') return Promise.reject(new Error('example'));
      if (next === 'hang') return new Promise((resolve) => (finishHanging = resolve));
      return Promise.resolve(next);
    },
    paperOf: () => PAPER_MM,
    onChange: (slip) => changes.push(slip),
    nudge: () => runner.nudge(),
  });
  const runner = createJobRunner({
    db,
    handlers: { 'print-slip': desk.runJob },
    clock: time.clock,
    timers: time.timers,
    worker: `boot-${n}`,
    random: () => 0,
    jobTimeLimitMs: 60_000,
  });
  runner.start();
  return {
    db,
    bootId,
    desk,
    runner,
    time,
    answers,
    papers,
    untaken,
    changes,
    finish: (o: PrintOutcome) => finishHanging(o),
  };
}

function queueSlip(boot: ReturnType<typeof aBoot>, slipId = SLIP): void {
  const now = boot.time.clock.now();
  insertSlip(boot.db, {
    id: slipId,
    kind: 'complaint',
    ticketNumber: null,
    facts: FACTS,
    bootId: boot.bootId,
    createdAt: now,
  });
  const work = { kind: 'print-slip' as const, payload: { slipId } };
  enqueue(boot.db, { ...work, chain: null, sequence: 0, urgency: 1, runAfter: now, createdAt: now });
  boot.runner.nudge();
}

function row(db: WritableDB, slipId = SLIP) {
  return db.prepare('SELECT state, trouble, facts, copies FROM slip WHERE id = ?').get(slipId);
}

const noPaper: PrintOutcome = { outcome: 'failed', reason: 'out-of-paper' };

test('a slip goes from queued through printing to printed, and its secret leaves the disk', async () => {
  const db = databaseAt();
  const boot = aBoot(db);
  queueSlip(boot);
  expect(row(db)).toMatchObject({ state: 'queued', facts: JSON.stringify(FACTS) });
  await boot.time.run(10);
  expect(boot.changes.map((slip) => slip.state)).toEqual(['printing', 'printed']);
  expect(row(db)).toEqual({ state: 'printed', trouble: null, facts: null, copies: 1 });
  expect(boot.papers).toMatchObject([{ slipId: SLIP, facts: FACTS, copies: 0, attempt: 1 }]);
});

test.each([
  ['taken-back', { state: 'handed-over', trouble: 'taken-back' }],
  ['stuck', { state: 'unknown', trouble: 'offline' }],
] as const)('a paper that nobody took (%s) was printed, and then it is the counter’s', async (how, then) => {
  const db = databaseAt();
  const boot = aBoot(db);
  queueSlip(boot);
  await boot.time.run(10);
  boot.untaken[0]?.(how);
  expect(row(db)).toEqual({ ...then, facts: null, copies: 1 });
  expect(boot.changes.at(-1)).toMatchObject({ slipId: SLIP, ...then });
  await boot.time.run(3_600_000);
  expect(boot.papers).toHaveLength(1);
});

test('a paper that was left to the counter meanwhile stays there, whatever the printer says later', async () => {
  const db = databaseAt();
  const boot = aBoot(db);
  queueSlip(boot);
  await boot.time.run(10);
  boot.desk.answer(SLIP, false);
  boot.untaken[0]?.('stuck');
  expect(row(db)).toMatchObject({ state: 'handed-over', trouble: null });
});

test('the same slip queued twice is printed once', async () => {
  const boot = aBoot(databaseAt());
  queueSlip(boot);
  queueSlip(boot);
  await boot.time.run(60_000);
  queueSlip(boot);
  await boot.time.run(60_000);
  expect(boot.papers).toHaveLength(1);
});

test('a printer without paper is asked again quickly, then the slip waits for the visitor', async () => {
  const db = databaseAt();
  const boot = aBoot(db);
  boot.answers.push(noPaper, noPaper, noPaper);
  queueSlip(boot);
  await boot.time.run(10);
  expect(row(db)).toMatchObject({ state: 'queued', trouble: 'out-of-paper' });
  await boot.time.run(3_600_000);
  expect(boot.papers).toHaveLength(3);
  expect(row(db)).toMatchObject({ state: 'failed', trouble: 'out-of-paper', copies: 0 });
  expect(boot.desk.retry(SLIP)).toMatchObject({ ok: true, value: { state: 'queued' } });
  expect(boot.desk.retry(SLIP)).toMatchObject({ ok: true, value: { state: 'queued' } });
  await boot.time.run(3_600_000);
  expect(boot.papers).toHaveLength(4);
  expect(boot.papers[3]?.copies).toBe(0);
  expect(row(db)).toMatchObject({ state: 'printed', facts: null });
});

test('a slip that may have come out is never printed again by itself nor by a tap', async () => {
  const db = databaseAt();
  const boot = aBoot(db);
  boot.answers.push({ outcome: 'unknown', reason: 'connection-lost' });
  queueSlip(boot);
  await boot.time.run(3_600_000);
  expect(row(db)).toMatchObject({ state: 'unknown', trouble: 'connection-lost', copies: 1 });
  expect(boot.desk.retry(SLIP)).toMatchObject({ ok: false, problem: { code: 'slip.not-repeatable' } });
  await boot.time.run(3_600_000);
  expect(boot.papers).toHaveLength(1);
});

test('a printer that throws or hangs leaves a slip that needs eyes', async () => {
  const db = databaseAt();
  const boot = aBoot(db);
  boot.answers.push('throw', 'hang');
  queueSlip(boot);
  queueSlip(boot, exampleId(2));
  await boot.time.run(70_000);
  expect(row(db)).toMatchObject({ state: 'unknown', trouble: 'interrupted' });
  expect(row(db, exampleId(2))).toMatchObject({ state: 'unknown', trouble: 'timed-out' });
});

test.each([
  [true, 'printed'],
  [false, 'handed-over'],
] as const)(
  'asked whether she took an uncertain slip, %s makes it %s and erases its facts',
  async (taken, state) => {
    const db = databaseAt();
    const boot = aBoot(db);
    boot.answers.push({ outcome: 'unknown', reason: 'timed-out' });
    queueSlip(boot);
    await boot.time.run(10);
    expect(boot.desk.answer(SLIP, taken)).toMatchObject({ ok: true, value: { state } });
    expect(boot.desk.answer(SLIP, taken)).toMatchObject({ ok: true, value: { state } });
    expect(row(db)).toMatchObject({ facts: null });
    expect(boot.desk.retry(SLIP)).toMatchObject({ ok: false });
  },
);

test('the end of a visit hands over what did not come out, and a refill brings out nothing', async () => {
  const db = databaseAt();
  const boot = aBoot(db);
  boot.answers.push(noPaper);
  queueSlip(boot);
  await boot.time.run(10);
  boot.desk.endVisit();
  expect(row(db)).toEqual({ state: 'handed-over', trouble: 'visit-ended', facts: null, copies: 0 });
  await boot.time.run(24 * 3_600_000);
  expect(boot.papers).toHaveLength(1);
  expect(boot.desk.retry(SLIP)).toMatchObject({ ok: false, problem: { code: 'slip.not-repeatable' } });
});

test.each([
  [noPaper, { state: 'handed-over', trouble: 'visit-ended', facts: null }],
  [{ outcome: 'printed' } as const, { state: 'printed', trouble: null, facts: null }],
  [
    { outcome: 'unknown', reason: 'timed-out' } as const,
    { state: 'unknown', trouble: 'timed-out', facts: null },
  ],
])(
  'a visit that ends during printing keeps no secret and tries nothing again: %j',
  async (outcome, expected) => {
    const db = databaseAt();
    const boot = aBoot(db);
    boot.answers.push('hang');
    queueSlip(boot);
    await boot.time.run(10);
    boot.desk.endVisit();
    boot.finish(outcome);
    await boot.time.run(3_600_000);
    expect(row(db)).toMatchObject(expected);
    expect(boot.papers).toHaveLength(1);
  },
);

test.each([
  [true, noPaper, 'queued'],
  [true, { outcome: 'printed' } as const, 'printed'],
  [false, noPaper, 'handed-over'],
  [false, { outcome: 'printed' } as const, 'printed'],
])('an answer %s during printing waits for the end: %j makes the slip %s', async (taken, outcome, state) => {
  const db = databaseAt();
  const boot = aBoot(db);
  boot.answers.push('hang');
  queueSlip(boot);
  await boot.time.run(10);
  expect(boot.desk.answer(SLIP, taken)).toMatchObject({ ok: true, value: { state: 'printing' } });
  boot.finish(outcome);
  await boot.time.run(10);
  expect(row(db)).toMatchObject({ state });
});

test('a slip waiting at a power cut is not printed by the next boot', async () => {
  const db = databaseAt();
  const first = aBoot(db, 1);
  first.answers.push(noPaper);
  queueSlip(first);
  await first.time.run(10);
  const second = aBoot(db, 2);
  await second.time.run(3_600_000);
  expect(second.papers).toEqual([]);
  expect(row(db)).toEqual({ state: 'handed-over', trouble: 'interrupted', facts: null, copies: 0 });
});

test('a slip in the printer at a power cut needs eyes after it', async () => {
  const db = databaseAt();
  const first = aBoot(db, 1);
  first.answers.push('hang');
  queueSlip(first);
  await first.time.run(10);
  const second = aBoot(db, 2);
  await second.time.run(3_600_000);
  expect(second.papers).toEqual([]);
  expect(row(db)).toEqual({ state: 'unknown', trouble: 'interrupted', facts: null, copies: 1 });
});

test('an unknown slip id is a problem, not a crash', () => {
  const { desk } = aBoot(databaseAt());
  for (const answer of [desk.read(SLIP), desk.retry(SLIP), desk.answer(SLIP, true)]) {
    expect(answer).toMatchObject({ ok: false, problem: { code: 'slip.not-found' } });
  }
});

test('whatever printer, visitor and power do, at most one paper comes out unmarked and no secret outlives its visit', async () => {
  const printer = fc.constantFrom<PrintOutcome | 'hang' | 'throw'>(
    { outcome: 'printed' },
    { outcome: 'unknown', reason: 'timed-out' },
    noPaper,
    { outcome: 'failed', reason: 'not-configured' },
    'hang',
    'throw',
  );
  const act = fc.constantFrom('retry', 'taken', 'not taken', 'end visit', 'boot', 'wait', 'wait long');
  await fc.assert(
    fc.asyncProperty(
      fc.array(printer, { maxLength: 8 }),
      fc.array(act, { maxLength: 12 }),
      async (answers, acts) => {
        const db = databaseAt();
        let boot = aBoot(db, 0);
        boot.answers.push(...answers);
        queueSlip(boot);
        const papers: { copy: boolean; mayExist: boolean }[] = [];
        const collect = () => {
          for (const paper of boot.papers.splice(0)) papers.push({ copy: paper.copies > 0, mayExist: true });
        };
        let over = false;
        for (const [n, name] of acts.entries()) {
          if (name === 'retry') boot.desk.retry(SLIP);
          if (name === 'taken' || name === 'not taken') boot.desk.answer(SLIP, name === 'taken');
          if (name === 'end visit') boot.desk.endVisit();
          if (name === 'wait') await boot.time.run(1_000);
          if (name === 'wait long') await boot.time.run(120_000);
          collect();
          const printed = papers.length;
          if (name === 'boot') {
            boot = aBoot(db, n + 1);
            boot.answers.push(...answers);
          }
          over ||= name === 'end visit' || name === 'boot';
          await boot.time.run(over ? 200_000 : 0);
          collect();
          // Ended visits: nothing new reaches the printer, and nothing secret stays.
          if (over) expect(papers.length).toBe(printed);
          if (over) expect(row(db)).toMatchObject({ facts: null });
        }
        const final = row(db) as { copies: number };
        expect(final.copies).toBeLessThanOrEqual(1);
      },
    ),
    { numRuns: 60 },
  );
}, 90_000);

const paperCounted = (db: WritableDB) =>
  db.prepare('SELECT coalesce(sum(millimetres), 0) FROM paper_use').pluck().get();

test.each<[PrintOutcome, number]>([
  [{ outcome: 'printed' }, PAPER_MM],
  [{ outcome: 'unknown', reason: 'connection-lost' }, PAPER_MM],
  [{ outcome: 'failed', reason: 'not-configured' }, 0],
])('%j counts %i mm of paper, once whatever is answered of it', async (outcome, counted) => {
  const db = databaseAt();
  const boot = aBoot(db);
  boot.answers.push(outcome);
  queueSlip(boot);
  await boot.time.run(10);
  expect(paperCounted(db)).toBe(counted);
  boot.desk.answer(SLIP, true);
  boot.desk.endVisit();
  aBoot(db, 2);
  expect(paperCounted(db)).toBe(counted);
});

test('a power cut while a slip comes out counts its paper at the next start, and no later one does again', async () => {
  const db = databaseAt();
  const boot = aBoot(db);
  boot.answers.push('hang');
  queueSlip(boot);
  await boot.time.run(10);
  expect(row(db)).toMatchObject({ state: 'printing' });
  expect(paperCounted(db)).toBe(0);
  aBoot(db, 2);
  expect(row(db)).toMatchObject({ state: 'unknown' });
  expect(paperCounted(db)).toBe(PAPER_MM);
  aBoot(db, 3);
  expect(paperCounted(db)).toBe(PAPER_MM);
});
