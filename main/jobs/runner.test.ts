import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { WritableDB } from '../db/handles.ts';
import { databaseAt } from '../db/testing.ts';
import type { Outcome } from './job.ts';
import { enqueue } from './queue.ts';
import { createJobRunner, type JobHandler } from './runner.ts';
import { aSimulatedTime, exampleId } from './testing.ts';

function enqueuePrint(db: WritableDB, n: number): void {
  enqueue(db, {
    kind: 'print-slip',
    payload: { slipId: exampleId(n) },
    chain: null,
    sequence: n,
    urgency: 2,
    runAfter: 0,
    createdAt: 0,
  });
}

function aRunner(db: WritableDB, handler: JobHandler<'print-slip'>) {
  const time = aSimulatedTime();
  const troubles: string[] = [];
  const runner = createJobRunner({
    db,
    handlers: { 'print-slip': handler },
    clock: time.clock,
    timers: time.timers,
    worker: 'runner',
    random: () => 0.5,
    jobTimeLimitMs: 10_000,
    onTrouble: (what) => troubles.push(what),
  });
  return { runner, time, troubles };
}

const states = (db: WritableDB) => db.prepare('SELECT state FROM job ORDER BY sequence').pluck().all();

test('jobs run one after the other and end as their handler says', async () => {
  const db = databaseAt();
  for (const n of [1, 2, 3]) enqueuePrint(db, n);
  const outcomes: Outcome[] = [
    { outcome: 'done' },
    { outcome: 'needs-person', because: 'a' },
    { outcome: 'refused', because: 'b' },
  ];
  let inside = 0;
  const { runner, time } = aRunner(db, async (job) => {
    inside += 1;
    expect(inside).toBe(1);
    await Promise.resolve();
    inside -= 1;
    return outcomes[job.sequence - 1] as Outcome;
  });
  runner.start();
  await time.run(1_000);
  expect(states(db)).toEqual(['done', 'needs-person', 'refused']);
});

test('a job whose handler throws waits, and is done by itself when the handler recovers', async () => {
  const db = databaseAt();
  enqueuePrint(db, 1);
  let tries = 0;
  const { runner, time, troubles } = aRunner(db, async () => {
    tries += 1;
    if (tries < 4) throw new Error('example');
    return { outcome: 'done' };
  });
  runner.start();
  await time.run(60_000);
  expect(states(db)).toEqual(['done']);
  expect(troubles).toHaveLength(3);
});

test('a handler that never answers is told to stop and holds up nobody else', async () => {
  const db = databaseAt();
  enqueuePrint(db, 1);
  enqueuePrint(db, 2);
  let told = false;
  const { runner, time } = aRunner(db, (job, signal) => {
    if (job.sequence === 2) return Promise.resolve({ outcome: 'done' });
    signal.addEventListener('abort', () => {
      told = true;
    });
    return new Promise(() => undefined);
  });
  runner.start();
  await time.run(11_400);
  expect(told).toBe(true);
  expect(states(db)).toEqual(['waiting', 'done']);
});

test('a nudge during work is not forgotten', async () => {
  const db = databaseAt();
  enqueuePrint(db, 1);
  let release: (outcome: Outcome) => void = () => undefined;
  const { runner, time } = aRunner(db, () => new Promise((resolve) => (release = resolve)));
  runner.start();
  await time.run(0);
  enqueuePrint(db, 2);
  runner.nudge();
  release({ outcome: 'done' });
  await time.run(1);
  expect(states(db)).toEqual(['done', 'running']);
});

test('stop waits for the running job and takes no other', async () => {
  const db = databaseAt();
  enqueuePrint(db, 1);
  enqueuePrint(db, 2);
  let release: (outcome: Outcome) => void = () => undefined;
  const { runner, time } = aRunner(db, () => new Promise((resolve) => (release = resolve)));
  runner.start();
  await time.run(0);
  const stopped = runner.stop();
  release({ outcome: 'done' });
  await stopped;
  await time.run(120_000);
  expect(states(db)).toEqual(['done', 'waiting']);
});

test('work goes on after a time in which the database could not be written', async () => {
  const db = databaseAt();
  enqueuePrint(db, 1);
  const { runner, time, troubles } = aRunner(db, async () => ({ outcome: 'done' }));
  db.exec(
    `CREATE TRIGGER full BEFORE UPDATE ON job WHEN new.state = 'done' BEGIN SELECT raise(ABORT, 'full'); END`,
  );
  runner.start();
  await time.run(20_000);
  expect(states(db)).not.toContain('done');
  expect(troubles).toContain('the job runner could not work');
  db.exec('DROP TRIGGER full');
  await time.run(60_000);
  expect(states(db)).toEqual(['done']);
});

type Act =
  | { act: 'answer'; outcome: Outcome }
  | { act: 'throw' }
  | { act: 'hang' }
  | { act: 'clock'; byMs: number };

test('whatever handlers answer, throw or forget, there is a next look while something waits', async () => {
  const acts: fc.Arbitrary<Act> = fc.oneof(
    fc
      .integer({ min: 0, max: 10 ** 8 })
      .map((afterMs): Act => ({ act: 'answer', outcome: { outcome: 'retry', afterMs, because: 'x' } })),
    fc.constantFrom<Act>({ act: 'throw' }, { act: 'hang' }, { act: 'answer', outcome: { outcome: 'done' } }),
    fc.integer({ min: -(10 ** 10), max: 10 ** 10 }).map((byMs): Act => ({ act: 'clock', byMs })),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(acts, { maxLength: 8 }),
      fc.array(fc.nat(5_000), { maxLength: 6 }),
      async (script, pauses) => {
        const db = databaseAt();
        enqueuePrint(db, 1);
        enqueuePrint(db, 2);
        const rest = [...script];
        const { runner, time } = aRunner(db, () => {
          const next = rest.shift() ?? { act: 'answer', outcome: { outcome: 'done' } };
          if (next.act === 'clock') time.clock.set(Math.max(0, time.clock.now() + next.byMs));
          if (next.act === 'hang') return new Promise(() => undefined);
          if (next.act === 'answer') return Promise.resolve(next.outcome);
          return Promise.reject(new Error('example'));
        });
        runner.start();
        for (const pause of pauses) {
          await time.run(pause);
          void runner.stop();
          runner.start();
        }
        for (let hours = 0; hours < 40 && states(db).some((state) => state !== 'done'); hours++) {
          expect(time.appointments()).toBeGreaterThan(0);
          await time.run(3_600_000);
        }
        expect(states(db)).toEqual(['done', 'done']);
        await runner.stop();
        db.close();
      },
    ),
    { numRuns: 15 },
  );
}, 90_000);
