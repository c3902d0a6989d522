import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { WritableDB } from './handles.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { openDatabase } from './open.ts';

/** A folder of its own for one test, removed afterwards. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'pos-migran-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A real database file at the given schema version, with the product's settings, closed after the test. */
export function databaseAt(version: number = migrations.length): WritableDB {
  const db = openDatabase(join(aFolder(), 'kiosk.db'));
  onTestFinished(() => {
    db.close();
  });
  migrate(db, { upTo: version });
  return db;
}

export interface SubmissionRow {
  id: string;
  kind: string;
  flow_version: number;
  language: string;
  urgency: number;
  ticket_number: string;
  kiosk_code: string;
  sequence: number;
  recorded_at: number;
  boot_id: string;
  monotonic_ms: number;
  follows: string | null;
  chain: string;
  sealed: Buffer | null;
  sealed_sha256: string;
  answers_tag: string | null;
}

/** A submission as it lies in the table, with what the test cares about put over it. */
export function aSubmission(given: Partial<SubmissionRow> = {}): SubmissionRow {
  const sequence = given.sequence ?? 1;
  const id = given.id ?? `01900000-0000-7000-8000-${String(sequence).padStart(12, '0')}`;
  return {
    id,
    kind: 'complaint',
    flow_version: 1,
    language: 'id',
    urgency: 2,
    ticket_number: `2222-${String(sequence).padStart(4, '2')}`,
    kiosk_code: '222',
    sequence,
    recorded_at: 1_800_000_000_000 + sequence,
    boot_id: '00000000-0000-4000-8000-000000000001',
    monotonic_ms: sequence,
    follows: null,
    chain: id,
    sealed: Buffer.from('sealed bytes of an example'),
    sealed_sha256: '0'.repeat(64),
    answers_tag: null,
    ...given,
  };
}

/** Puts `aSubmission` into the table and gives its row. */
export function insertSubmission(db: WritableDB, given: Partial<SubmissionRow> = {}): SubmissionRow {
  const row = aSubmission(given);
  const names = Object.keys(row);
  db.prepare(
    `INSERT INTO submission (${names.join(', ')}) VALUES (${names.map((name) => `:${name}`).join(', ')})`,
  ).run(row);
  return row;
}

/** A clock that a test owns: wall and monotonic time move only when told. */
export function aClock(now = Date.parse('2026-11-22T03:00:00Z')) {
  let wall = now;
  let monotonic = 0;
  return {
    now: () => wall,
    monotonic: () => monotonic,
    /** Time passes. */
    pass: (ms: number) => {
      wall += ms;
      monotonic += ms;
    },
    /** Somebody sets the clock; no time passes. */
    set: (to: number) => {
      wall = to;
    },
  };
}
