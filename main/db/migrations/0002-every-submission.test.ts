import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { WritableDB } from '../handles.ts';
import { migrate, schemaVersionOf } from '../migrate.ts';
import { openDatabase, requireSound } from '../open.ts';
import { aFolder, aSubmission, databaseAt, insertSubmission } from '../testing.ts';

const OPENER = '01900000-0000-7000-8000-000000000001';
const KEPT = ['submission', 'ticket', 'acknowledgement', 'ticket_status', 'job', 'slip', 'fact'] as const;

/** A database of version 1 as a kiosk in the field has it: every table that refers to a submission is in use. */
function fill(db: WritableDB): void {
  for (let sequence = 1; sequence <= 40; sequence++) {
    const row = insertSubmission(db, {
      sequence,
      ticket_number: `2222-${String(sequence).padStart(4, '0')}`,
      sealed: sequence % 3 === 0 ? null : Buffer.alloc(3000, sequence),
    });
    db.prepare("INSERT INTO ticket VALUES (?, ?, '$scrypt$x', 'qr', ?)").run(
      row.ticket_number,
      row.id,
      row.recorded_at,
    );
    if (sequence % 2 === 0) {
      db.prepare("INSERT INTO acknowledgement VALUES (?, 'e', 'H', 1, 2)").run(row.id);
      db.prepare("INSERT INTO ticket_status VALUES (?, 'received', NULL, 1, 2)").run(row.ticket_number);
    }
    db.prepare(
      `INSERT INTO job (id, kind, payload, chain, sequence, urgency, state, run_after, created_at)
       VALUES (?, 'send-submission', '{}', ?, ?, 2, 'waiting', 0, 0)`,
    ).run(`send-submission:${row.id}`, row.id, sequence);
  }
}

const rowsOf = (db: WritableDB) =>
  Object.fromEntries(KEPT.map((table) => [table, db.prepare(`SELECT * FROM ${table} ORDER BY 1`).all()]));

test('every row from before stays as it was, in a sound file that still checks its references', () => {
  const db = databaseAt(1);
  fill(db);
  const before = rowsOf(db);
  migrate(db, { upTo: 2 });
  const after = rowsOf(db);
  for (const table of KEPT) {
    expect(after[table]?.length, table).toBe(before[table]?.length);
    expect(after[table], table).toMatchObject(before[table] ?? []);
  }
  requireSound(db);
  expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
  expect(() => db.prepare('DELETE FROM submission WHERE id = ?').run(OPENER)).toThrow('FOREIGN KEY');
  expect(() => db.prepare("INSERT INTO acknowledgement VALUES ('none', 'e', 'H', 1, 2)").run()).toThrow(
    'FOREIGN KEY',
  );
});

test('an empty file gets the tables too', () => {
  const db = databaseAt(2);
  expect(db.prepare('SELECT count(*) FROM draft').pluck().get()).toBe(0);
  expect(db.prepare('SELECT count(*) FROM attachment').pluck().get()).toBe(0);
});

test('an old ticket may be added to', () => {
  const db = databaseAt(1);
  fill(db);
  migrate(db, { upTo: 2 });
  expect(db.prepare('SELECT DISTINCT is_followable FROM ticket').pluck().all()).toEqual([1]);
});

test('a number has one opener and any number of additions, each part once', () => {
  const db = databaseAt(1);
  const opener = insertSubmission(db, { sequence: 1 });
  migrate(db, { upTo: 2 });
  const addition = (sequence: number, part: number) => {
    const row = aSubmission({
      sequence,
      ticket_number: opener.ticket_number,
      follows: opener.id,
      chain: opener.id,
    });
    const whole = { ...row, act: 'add-information', part };
    const names = Object.keys(whole);
    db.prepare(`INSERT INTO submission (${names}) VALUES (${names.map((name) => `:${name}`)})`).run(whole);
  };
  addition(2, 1);
  addition(3, 2);
  expect(() => addition(4, 2)).toThrow('UNIQUE');
  expect(() => insertSubmission(db, { sequence: 5, ticket_number: opener.ticket_number })).toThrow('UNIQUE');
});

test('the tables refuse what the types cannot', () => {
  const db = databaseAt(2);
  insertSubmission(db, { sequence: 1 });
  const refuse = (sql: string) => expect(() => db.exec(sql), sql).toThrow('constraint failed');
  refuse("UPDATE submission SET attachments = 'not json'");
  refuse("UPDATE submission SET act = 'add-photo'");
  refuse("UPDATE submission SET act = 'add-photo', part = 1");
  refuse("INSERT INTO draft VALUES ('short', zeroblob(12), zeroblob(16), 1, 2)");
  refuse(`INSERT INTO draft VALUES ('${'a'.repeat(64)}', zeroblob(11), zeroblob(16), 1, 2)`);
  refuse(`INSERT INTO attachment VALUES ('${'a'.repeat(64)}', 'nobody', 1, 1, NULL, NULL, NULL, 0)`);
  refuse(`INSERT INTO attachment VALUES ('${'a'.repeat(64)}', '${OPENER}', 1, 1, 'epoch', NULL, NULL, 0)`);
});

test('a kiosk that loses its power while the table is built anew has the old table, whole, and builds it at the next start', () => {
  const path = join(aFolder(), 'kiosk.db');
  const prepared = openDatabase(path);
  migrate(prepared, { upTo: 1 });
  fill(prepared);
  prepared.close();
  const script = `
    import { openDatabase } from '${join(import.meta.dirname, '..', 'open.ts')}';
    import { migrate } from '${join(import.meta.dirname, '..', 'migrate.ts')}';
    import { migrations } from '${join(import.meta.dirname, 'index.ts')}';
    const [first, second] = migrations;
    const killed = { ...second, up(db) { second.up(db); process.kill(process.pid, 'SIGKILL'); } };
    migrate(openDatabase('${path}'), { migrations: [first, killed] });`;
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  expect([run.signal, run.stderr]).toEqual(['SIGKILL', '']);
  const db = openDatabase(path);
  try {
    expect(schemaVersionOf(db)).toBe(1);
    expect(db.prepare('SELECT count(*) FROM submission').pluck().get()).toBe(40);
    migrate(db, { upTo: 2 });
    requireSound(db);
    expect(db.prepare('SELECT count(*) FROM submission').pluck().get()).toBe(40);
  } finally {
    db.close();
  }
});

test('a reference that the new table would leave dangling stops the step', () => {
  const db = databaseAt(1);
  insertSubmission(db, { sequence: 1 });
  const step = {
    version: 2,
    name: 'forgets-a-row',
    rebuilds: true,
    up: (database: WritableDB) => database.exec('DELETE FROM submission'),
  };
  db.prepare(`INSERT INTO ticket VALUES ('2222-2222', '${OPENER}', '$scrypt$x', 'qr', 1)`).run();
  expect(() => migrate(db, { migrations: [{ version: 1, name: 'one', up: () => {} }, step] })).toThrow(
    'dangling',
  );
  expect(db.prepare('SELECT count(*) FROM submission').pluck().get()).toBe(1);
  expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
});
