import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { WritableDB } from '../db/handles.ts';
import { migrate } from '../db/migrate.ts';
import { openDatabase } from '../db/open.ts';
import { aFolder } from '../db/testing.ts';
import type { Job, Outcome } from './job.ts';
import { LONGEST_WAIT_MS } from './job.ts';
import { claimJobs, enqueue, finishJob, freeInterruptedJobs, requeueJob } from './queue.ts';
import { readQueueHealth } from './queue-health.ts';
import { exampleId } from './testing.ts';

/**
 * The queue against a model in memory: whatever happens, in whatever order, with crashes between any two steps and a
 * clock that jumps, table and model agree on every job, and no job is ever lost, doubled or taken out of turn.
 */
interface ModelJob {
  n: number;
  chain: string | null;
  urgency: 1 | 2 | 3;
  state: 'waiting' | 'running' | 'done' | 'needs-person' | 'refused';
  attempts: number;
  runAfter: number;
}
interface Model {
  jobs: Map<number, ModelJob>;
  now: number;
}
interface Real {
  db: WritableDB;
  reopen(): void;
  /** What the running process holds in memory; a crash forgets it. */
  held: Map<number, Job>;
}

function freeInItsChain(model: Model, job: ModelJob): boolean {
  if (job.chain === null) return true;
  return [...model.jobs.values()].every(
    (other) => other.chain !== job.chain || other.n >= job.n || other.state === 'done',
  );
}

function isDue(model: Model, job: ModelJob): boolean {
  return job.runAfter <= model.now || job.runAfter > model.now + LONGEST_WAIT_MS;
}

function expectSame(model: Model, real: Real): void {
  const rows = real.db
    .prepare(
      `SELECT sequence AS n, chain, urgency, state, attempts, run_after AS runAfter FROM job ORDER BY sequence`,
    )
    .all();
  expect(rows).toEqual([...model.jobs.values()].sort((a, b) => a.n - b.n));
  const all = [...model.jobs.values()];
  const health = readQueueHealth(real.db, 'send-submission');
  expect(health.waiting).toBe(all.filter((job) => job.state === 'waiting' || job.state === 'running').length);
  expect(health.setAside).toBe(
    all.filter((job) => job.state === 'needs-person' || job.state === 'refused').length,
  );
}

abstract class QueueCommand implements fc.Command<Model, Real> {
  check(): boolean {
    return true;
  }
  run(model: Model, real: Real): void {
    this.act(model, real);
    expectSame(model, real);
  }
  abstract act(model: Model, real: Real): void;
  abstract toString(): string;
}

class Enqueue extends QueueCommand {
  readonly n: number;
  readonly chain: string | null;
  readonly urgency: 1 | 2 | 3;
  constructor(n: number, chain: string | null, urgency: 1 | 2 | 3) {
    super();
    this.n = n;
    this.chain = chain;
    this.urgency = urgency;
  }
  act(model: Model, real: Real): void {
    enqueue(real.db, {
      kind: 'send-submission',
      payload: { submissionId: exampleId(this.n) },
      chain: this.chain,
      sequence: this.n,
      urgency: this.urgency,
      runAfter: model.now,
      createdAt: model.now,
    });
    if (model.jobs.has(this.n)) return;
    const { n, chain, urgency } = this;
    model.jobs.set(n, { n, chain, urgency, state: 'waiting', attempts: 0, runAfter: 0 });
  }
  override toString(): string {
    return `enqueue(${this.n}, ${this.chain}, urgency ${this.urgency})`;
  }
}

class ClaimSome extends QueueCommand {
  readonly limit: number;
  constructor(limit: number) {
    super();
    this.limit = limit;
  }
  act(model: Model, real: Real): void {
    const expected = [...model.jobs.values()]
      .filter((job) => job.state === 'waiting' && isDue(model, job) && freeInItsChain(model, job))
      .sort((a, b) => a.urgency - b.urgency || a.n - b.n)
      .slice(0, this.limit);
    const claimed = claimJobs(real.db, {
      kinds: ['send-submission'],
      worker: 'w',
      now: model.now,
      limit: this.limit,
    });
    expect(claimed.map((job) => job.sequence)).toEqual(expected.map((job) => job.n));
    for (const job of expected) {
      job.state = 'running';
      job.attempts += 1;
    }
    for (const job of claimed) real.held.set(job.sequence, job);
  }
  override toString(): string {
    return `claim(${this.limit})`;
  }
}

class Finish extends QueueCommand {
  readonly pick: number;
  readonly outcome: Outcome;
  constructor(pick: number, outcome: Outcome) {
    super();
    this.pick = pick;
    this.outcome = outcome;
  }
  act(model: Model, real: Real): void {
    const held = [...real.held.values()];
    const job = held[this.pick % Math.max(1, held.length)];
    if (!job) return;
    const modelled = model.jobs.get(job.sequence);
    expect(finishJob(real.db, job, this.outcome, model.now)).toBe(true);
    expect(finishJob(real.db, job, { outcome: 'done' }, model.now)).toBe(false);
    real.held.delete(job.sequence);
    if (!modelled) throw new Error(`the model does not know job ${job.sequence}`);
    if (this.outcome.outcome === 'retry') {
      modelled.state = 'waiting';
      modelled.runAfter = model.now + Math.min(this.outcome.afterMs, LONGEST_WAIT_MS);
    } else modelled.state = this.outcome.outcome;
  }
  override toString(): string {
    return `finish(${this.pick}, ${JSON.stringify(this.outcome)})`;
  }
}

class CrashAndReopen extends QueueCommand {
  act(model: Model, real: Real): void {
    real.reopen();
    real.held.clear();
    const running = [...model.jobs.values()].filter((job) => job.state === 'running');
    expect(freeInterruptedJobs(real.db)).toBe(running.length);
    for (const job of running) job.state = 'waiting';
  }
  override toString(): string {
    return 'crash';
  }
}

class Requeue extends QueueCommand {
  readonly n: number;
  constructor(n: number) {
    super();
    this.n = n;
  }
  act(model: Model, real: Real): void {
    const job = model.jobs.get(this.n);
    const possible = job?.state === 'needs-person' || job?.state === 'refused';
    expect(requeueJob(real.db, `send-submission:${exampleId(this.n)}`)).toBe(possible);
    if (job && possible) Object.assign(job, { state: 'waiting', attempts: 0, runAfter: 0 });
  }
  override toString(): string {
    return `requeue(${this.n})`;
  }
}

class JumpClock extends QueueCommand {
  readonly byMs: number;
  constructor(byMs: number) {
    super();
    this.byMs = byMs;
  }
  act(model: Model): void {
    model.now = Math.max(0, model.now + this.byMs);
  }
  override toString(): string {
    return `clock(${this.byMs})`;
  }
}

const number = fc.integer({ min: 1, max: 12 });
const outcome: fc.Arbitrary<Outcome> = fc.oneof(
  fc.constant<Outcome>({ outcome: 'done' }),
  fc
    .integer({ min: 0, max: 2 * LONGEST_WAIT_MS })
    .map((afterMs): Outcome => ({ outcome: 'retry', afterMs, because: 'link.offline' })),
  fc.constantFrom<Outcome>({ outcome: 'needs-person', because: 'a' }, { outcome: 'refused', because: 'b' }),
);
const commands = [
  fc
    .tuple(number, fc.constantFrom(null, 'A', 'B'), fc.constantFrom<1 | 2 | 3>(1, 2, 3))
    .map(([n, chain, urgency]) => new Enqueue(n, chain, urgency)),
  fc.integer({ min: 1, max: 5 }).map((limit) => new ClaimSome(limit)),
  fc.tuple(fc.nat(10), outcome).map(([pick, result]) => new Finish(pick, result)),
  fc.constant(new CrashAndReopen()),
  number.map((n) => new Requeue(n)),
  fc
    .oneof(fc.integer({ min: -400 * 86_400_000, max: 400 * 86_400_000 }), fc.integer({ min: 0, max: 60_000 }))
    .map((byMs) => new JumpClock(byMs)),
];

test('queue and model agree after any acts, crashes and clock jumps', () => {
  const folder = aFolder();
  let run = 0;
  fc.assert(
    fc.property(fc.commands(commands, { maxCommands: 60 }), (acts) => {
      const file = join(folder, `${run++}.db`);
      const real: Real = {
        db: openAt(file),
        held: new Map(),
        reopen() {
          this.db.close();
          this.db = openAt(file);
        },
      };
      try {
        fc.modelRun(() => ({ model: { jobs: new Map(), now: 1_700_000_000_000 }, real }), acts);
      } finally {
        real.db.close();
      }
    }),
    { numRuns: 60 },
  );
}, 90_000);

function openAt(file: string): WritableDB {
  const db = openDatabase(file);
  migrate(db);
  return db;
}
