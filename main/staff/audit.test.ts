import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aClock, databaseAt } from '../db/testing.ts';
import { type AuditLine, hashOfLine, openAudit, readAuditHead, verifyAudit } from './audit.ts';

const BOOT = '00000000-0000-4000-8000-000000000001';

function anAudit() {
  const db = databaseAt();
  const folder = join(db.name, '..');
  const clock = aClock();
  const logged: unknown[] = [];
  const audit = openAudit({
    db,
    folder,
    bootId: BOOT,
    clock,
    kioskNow: clock.now,
    log: { info: (event, fields) => logged.push([event, fields]) },
  });
  const act = (n: number) =>
    audit.note({ who: '0042', act: 'queue.retry', about: `job-${n}`, reason: 'coba lagi' });
  return { db, folder, audit, act, logged, verify: () => verifyAudit(db, readAuditHead(folder)) };
}

test('lines in order are without fault, and each end is told to the log', () => {
  const { act, verify, logged } = anAudit();
  for (let n = 0; n < 5; n++) act(n);
  expect(verify()).toEqual({ lines: 5, faults: [] });
  expect(logged).toHaveLength(5);
  expect(logged.at(-1)).toMatchObject(['audit.line', { kind: 'queue.retry', count: 5 }]);
});

test('an empty log is without fault', () => {
  expect(anAudit().verify()).toEqual({ lines: 0, faults: [] });
});

test('whichever line is taken out or changed in whichever field, it is found', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 6 }),
      fc.constantFrom('at', 'monotonic_ms', 'who', 'act', 'about', 'reason', 'hash', 'previous', 'delete'),
      (sequence, field) => {
        const { db, act, verify } = anAudit();
        for (let n = 0; n < 6; n++) act(n);
        if (field === 'delete') db.prepare('DELETE FROM audit WHERE sequence = ?').run(sequence);
        else if (field === 'hash' || field === 'previous') {
          db.prepare(`UPDATE audit SET ${field} = ? WHERE sequence = ?`).run('f'.repeat(64), sequence);
        } else if (field === 'at' || field === 'monotonic_ms') {
          db.prepare(`UPDATE audit SET ${field} = ${field} + 1 WHERE sequence = ?`).run(sequence);
        } else db.prepare(`UPDATE audit SET ${field} = 'x' WHERE sequence = ?`).run(sequence);
        expect(verify().faults.length, `${field} of ${sequence}`).toBeGreaterThan(0);
      },
    ),
    { numRuns: 20 },
  );
}, 90_000);

/** As somebody would who knows how the hash is made. */
function forge(db: ReturnType<typeof databaseAt>, from: number, to: number): void {
  for (let sequence = from; sequence <= to; sequence++) {
    const before = db
      .prepare('SELECT hash FROM audit WHERE sequence = ?')
      .pluck()
      .get(sequence - 1) as string;
    const line = db
      .prepare<[number], Omit<AuditLine, 'hash'>>(
        `SELECT sequence, at, boot_id AS bootId, monotonic_ms AS monotonicMs, who, act, about, reason, previous
         FROM audit WHERE sequence = ?`,
      )
      .get(sequence);
    if (!line) throw new Error('no such line');
    const forged = { ...line, who: '9999', previous: sequence === from ? line.previous : before };
    db.prepare('UPDATE audit SET who = ?, previous = ?, hash = ? WHERE sequence = ?').run(
      forged.who,
      forged.previous,
      hashOfLine(forged),
      sequence,
    );
  }
}

test('a line forged with a hash that fits it does not fit the next one', () => {
  const { db, act, verify } = anAudit();
  for (let n = 0; n < 5; n++) act(n);
  forge(db, 3, 3);
  expect(verify().faults).toEqual([{ fault: 'changed', sequence: 3 }]);
});

test('whoever forges everything to the end does not fit the file of the end', () => {
  const { db, act, verify } = anAudit();
  for (let n = 0; n < 5; n++) act(n);
  forge(db, 3, 5);
  expect(verify().faults).toEqual([{ fault: 'changed', sequence: 5 }]);
});

test('lines cut off at the end are missed, also when all are gone', () => {
  const { db, act, verify } = anAudit();
  for (let n = 0; n < 4; n++) act(n);
  db.exec('DELETE FROM audit WHERE sequence > 2');
  expect(verify().faults).toEqual([{ fault: 'missing', sequence: 4 }]);
  db.exec('DELETE FROM audit');
  expect(verify().faults).toEqual([{ fault: 'missing', sequence: 4 }]);
});

test('whoever cuts the end and goes on writing leaves a gap', () => {
  const { db, act, verify } = anAudit();
  for (let n = 0; n < 4; n++) act(n);
  db.exec('DELETE FROM audit WHERE sequence > 2');
  act(9);
  expect(verify().faults).toContainEqual({ fault: 'missing', sequence: 5 });
});

test('a file of the end that is taken away is missed as well', () => {
  const { folder, act, verify } = anAudit();
  act(1);
  rmSync(join(folder, 'audit-head.json'));
  expect(verify().faults).toEqual([{ fault: 'no-head', sequence: 1 }]);
});

test('an act that fails leaves no line, and a line that fails leaves no act', () => {
  const { db, folder, audit, verify } = anAudit();
  expect(() =>
    audit.write({ who: '0042', act: 'queue.close', about: null, reason: null }, () => {
      db.exec("INSERT INTO fact VALUES ('x', '1')");
      throw new Error('the disk is full');
    }),
  ).toThrow('the disk is full');
  expect(() =>
    audit.write({ who: null as unknown as string, act: 'a.b', about: null, reason: null }, () =>
      db.exec("INSERT INTO fact VALUES ('x', '1')"),
    ),
  ).toThrow('NOT NULL');
  expect(db.prepare("SELECT count(*) FROM fact WHERE key = 'x'").pluck().get()).toBe(0);
  expect(verify()).toEqual({ lines: 0, faults: [] });
  expect(() => readFileSync(join(folder, 'audit-head.json'))).toThrow();
});
