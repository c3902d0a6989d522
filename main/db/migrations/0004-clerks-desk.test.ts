import { expect, test } from 'vitest';
import type { WritableDB } from '../handles.ts';
import { migrate } from '../migrate.ts';
import { requireSound } from '../open.ts';
import { databaseAt, insertSubmission } from '../testing.ts';

const KEPT = [
  'submission',
  'ticket',
  'slip',
  'job',
  'acknowledgement',
  'audit',
  'staff_call',
  'fact',
] as const;
const STATES = ['queued', 'printing', 'printed', 'failed', 'unknown', 'handed-over'];

/** A database of version 3 as a kiosk in the field has it. */
function fill(db: WritableDB): void {
  for (let sequence = 1; sequence <= 30; sequence++) {
    const row = insertSubmission(db, {
      sequence,
      ticket_number: `2222-${String(sequence).padStart(4, '0')}`,
    });
    db.prepare(
      "INSERT INTO ticket (number, submission_id, secret_hash, qr_text, recorded_at) VALUES (?, ?, '$scrypt$x', 'qr', ?)",
    ).run(row.ticket_number, row.id, row.recorded_at);
    const state = STATES[sequence % STATES.length];
    db.prepare(
      `INSERT INTO slip (id, kind, ticket_number, facts, state, trouble, copies, boot_id, created_at, changed_at)
       VALUES (?, 'complaint', ?, ?, ?, NULL, ?, 'boot', ?, ?)`,
    ).run(
      `slip-${sequence}`,
      row.ticket_number,
      state === 'queued' ? '{}' : null,
      state,
      sequence % 3,
      sequence,
      sequence,
    );
    db.prepare(
      `INSERT INTO job (id, kind, payload, chain, sequence, urgency, state, run_after, created_at)
       VALUES (?, 'print-slip', '{}', NULL, ?, 1, 'done', 0, 0)`,
    ).run(`print-slip:slip-${sequence}`, sequence);
    if (sequence % 2 === 0) db.prepare("INSERT INTO acknowledgement VALUES (?, 'e', 'H', 1, 2)").run(row.id);
    db.prepare(
      `INSERT INTO audit (sequence, at, boot_id, monotonic_ms, who, act, previous, hash)
       VALUES (?, 1, 'boot', 1, '0042', 'printer.test', ?, ?)`,
    ).run(sequence, '0'.repeat(64), String(sequence).padStart(64, '0'));
  }
  db.prepare("INSERT INTO staff_call VALUES ('call', 1, 'home')").run();
  db.prepare("INSERT INTO fact VALUES ('x', '1')").run();
}

const rowsOf = (db: WritableDB) =>
  Object.fromEntries(KEPT.map((table) => [table, db.prepare(`SELECT * FROM ${table} ORDER BY 1`).all()]));

test('every row from before stays as it was; old papers are no copies, and those in trouble still ask for eyes', () => {
  const db = databaseAt(3);
  fill(db);
  const before = rowsOf(db);
  migrate(db, { upTo: 4 });
  const after = rowsOf(db);
  for (const table of KEPT) {
    expect(after[table]?.length, table).toBe(before[table]?.length);
    expect(after[table], table).toMatchObject(before[table] ?? []);
  }
  expect(db.prepare('SELECT DISTINCT reprint_reason, earlier_papers, settled_at FROM slip').all()).toEqual([
    { reprint_reason: null, earlier_papers: 0, settled_at: null },
  ]);
  requireSound(db);
  expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
});

test('the tables refuse what the types cannot', () => {
  const db = databaseAt(4);
  const row = insertSubmission(db);
  db.prepare(
    "INSERT INTO ticket (number, submission_id, secret_hash, qr_text, recorded_at) VALUES (?, ?, '$scrypt$x', 'qr', 1)",
  ).run(row.ticket_number, row.id);
  const refuse = (sql: string) => expect(() => db.exec(sql), sql).toThrow('constraint failed');
  refuse("INSERT INTO served VALUES ('no-such-ticket', 1, '0007')");
  const id = '01900000-0000-7000-8000-000000000001';
  refuse(`INSERT INTO office_day VALUES ('${id}', '2026-11-22', 'closed', 1, '0007', NULL)`);
  refuse(`INSERT INTO office_day VALUES ('${id}', '2026-11-22', 'opened', 1, '0007', '{}')`);
  refuse(`INSERT INTO office_day VALUES ('${id}', 'today', 'opened', 1, '0007', NULL)`);
  db.exec(`INSERT INTO office_day VALUES ('${id}', '2026-11-22', 'opened', 1, '0007', NULL)`);
  refuse(
    `INSERT INTO office_day VALUES ('${id.replace('1900', '1901')}', '2026-11-22', 'opened', 2, '0008', NULL)`,
  );
});
