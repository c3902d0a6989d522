import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTicketNumber } from '../../shared/domain/ticket.ts';
import { copyDatabase, listCopies } from '../db/copies.ts';
import { databaseAt } from '../db/testing.ts';
import { openNumberSource } from './number-source.ts';
import { aComplaint, anEnrolledKiosk, type TestKiosk } from './testing.ts';

const FILE = 'number-high-water.json';

async function numberFrom(kiosk: TestKiosk): Promise<string> {
  const answer = await kiosk.intake.submit(aComplaint());
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.value.number;
}

/** Puts the newest copy in the database's place, as after damage. The number file stays. */
function restoredFromCopy(kiosk: TestKiosk): TestKiosk {
  const [copy] = listCopies(kiosk.folder);
  kiosk.deps.db.close();
  if (copy) {
    for (const suffix of ['-wal', '-shm']) rmSync(join(kiosk.folder, `kiosk.db${suffix}`), { force: true });
    copyFileSync(copy.path, join(kiosk.folder, 'kiosk.db'));
  }
  return kiosk.restart();
}

test('numbers run on across restarts without ever going back', async () => {
  const kiosk = await anEnrolledKiosk();
  const first = await numberFrom(kiosk);
  const second = await numberFrom(kiosk.restart());
  expect(second > first).toBe(true);
});

test('after a restore from a copy no number and no sequence is given again', async () => {
  let kiosk = await anEnrolledKiosk();
  await numberFrom(kiosk);
  copyDatabase(kiosk.deps.db, kiosk.folder);
  const given = [await numberFrom(kiosk), await numberFrom(kiosk), await numberFrom(kiosk)];
  const before = kiosk.deps.db.prepare('SELECT max(sequence) FROM submission').pluck().get() as number;
  kiosk = restoredFromCopy(kiosk);
  const after = await numberFrom(kiosk);
  expect(given).not.toContain(after);
  expect(kiosk.deps.db.prepare('SELECT max(sequence) FROM submission').pluck().get()).toBeGreaterThan(before);
});

test('without the file a kiosk that gave numbers leaves a wide gap, a new one begins at one', () => {
  const db = databaseAt();
  const folder = join(db.name, '..');
  const fresh = openNumberSource(db, folder);
  expect(fresh.next(db)).toBe(1);
  db.transaction(() => fresh.take(db))();
  rmSync(join(folder, FILE));
  expect(openNumberSource(db, folder).next(db)).toBeGreaterThan(1000);
  writeFileSync(join(folder, FILE), '{"format":1,"coun');
  expect(openNumberSource(db, folder).next(db)).toBeGreaterThan(1000);
});

test('the file is on the disk before the first number of its step can commit', () => {
  const db = databaseAt();
  const folder = join(db.name, '..');
  const source = openNumberSource(db, folder);
  expect(existsSync(join(folder, FILE))).toBe(false);
  db.transaction(() => {
    const { counter } = source.take(db);
    expect(JSON.parse(readFileSync(join(folder, FILE), 'utf8')).counter).toBeGreaterThan(counter);
  })();
});

test('the hub can push the counter on but never back, and not to the end', async () => {
  const kiosk = await anEnrolledKiosk();
  const { intake } = kiosk;
  expect(intake.raiseTicketCounter(500)).toBe(true);
  expect(intake.nextTicketCounter()).toBe(501);
  expect(intake.raiseTicketCounter(3)).toBe(true);
  expect(intake.nextTicketCounter()).toBe(501);
  expect(intake.raiseTicketCounter(707_000)).toBe(false);
  expect(intake.raiseTicketCounter(Number.NaN)).toBe(false);
  expect(intake.nextTicketCounter()).toBe(501);
  await numberFrom(kiosk);
  expect(kiosk.restart().intake.nextTicketCounter()).toBeGreaterThan(501);
});

interface Model {
  given: Set<string>;
  ids: string[];
}
interface Real {
  kiosk: TestKiosk;
}
type Step = fc.AsyncCommand<Model, Real>;

class Submit implements Step {
  check = () => true;
  async run(model: Model, real: Real) {
    const complaint = aComplaint();
    const answer = await real.kiosk.intake.submit(complaint);
    if (!answer.ok) throw new Error(answer.problem.code);
    expect(model.given.has(answer.value.number)).toBe(false);
    expect(readTicketNumber(answer.value.number)).toBe(answer.value.number);
    const row = real.kiosk.deps.db.prepare('SELECT ticket_number FROM submission WHERE id = ?').pluck();
    expect(row.get(complaint.submissionId)).toBe(answer.value.number);
    model.given.add(answer.value.number);
    model.ids.push(complaint.submissionId);
  }
  toString = () => 'submit';
}

/** The process dies while the sealing is still going on: either a whole record or none. */
class KillWhileSubmitting implements Step {
  check = () => true;
  async run(model: Model, real: Real) {
    const complaint = aComplaint();
    const pending = real.kiosk.intake.submit(complaint).catch(() => null);
    const { db } = real.kiosk.deps;
    real.kiosk = real.kiosk.restart();
    await pending;
    expect(db.open).toBe(false);
    const count = (sql: string) => real.kiosk.deps.db.prepare(sql).pluck().get();
    expect(count('SELECT count(*) FROM submission')).toBe(count('SELECT count(*) FROM ticket'));
    expect(count(`SELECT count(*) FROM submission WHERE id = '${complaint.submissionId}'`)).toBe(0);
    expect(model.given.size).toBe(model.ids.length);
  }
  toString = () => 'kill while submitting';
}

class Restart implements Step {
  check = () => true;
  async run(_model: Model, real: Real) {
    real.kiosk = real.kiosk.restart();
  }
  toString = () => 'restart';
}

class Copy implements Step {
  check = () => true;
  async run(_model: Model, real: Real) {
    copyDatabase(real.kiosk.deps.db, real.kiosk.folder);
  }
  toString = () => 'copy';
}

class Restore implements Step {
  check = () => true;
  async run(_model: Model, real: Real) {
    real.kiosk = restoredFromCopy(real.kiosk);
  }
  toString = () => 'restore';
}

class SetClock implements Step {
  private readonly to: number;
  constructor(to: number) {
    this.to = to;
  }
  check = () => true;
  async run(_model: Model, real: Real) {
    real.kiosk.clock.set(this.to);
  }
  toString = () => `set clock to ${this.to}`;
}

test('whatever happens to the kiosk, no number is given twice', { timeout: 90_000 }, async () => {
  const steps = [
    fc.constant(new Submit()),
    fc.constant(new Submit()),
    fc.constant(new KillWhileSubmitting()),
    fc.constant(new Restart()),
    fc.constant(new Submit()),
    fc.constant(new Copy()),
    fc.constant(new Restore()),
    fc.integer({ min: 1_600_000_000_000, max: 1_900_000_000_000 }).map((to) => new SetClock(to)),
  ];
  await fc.assert(
    fc.asyncProperty(fc.commands(steps, { maxCommands: 24, size: 'max' }), async (commands) => {
      const kiosk = await anEnrolledKiosk();
      const real: Real = { kiosk };
      await fc.asyncModelRun(() => ({ model: { given: new Set<string>(), ids: [] }, real }), commands);
      real.kiosk.deps.db.close();
    }),
    { numRuns: 16 },
  );
});
