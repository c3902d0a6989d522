import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { WritableDB } from './handles.ts';
import type { OpenOptions } from './open.ts';

/**
 * What a copy that takes the database's place must not undo, besides submissions (those are `salvage.ts`). A row that does not fit the
 * new file, because it names something that is not there, stays behind.
 */
const TABLES: readonly string[] = [
  // A command that was carried out is never carried out again.
  'command',
  'draft',
  'look_up_attempt',
  'staff_attempt',
  'audit',
  'job_closed',
  'on_stick',
  'bundle_read',
  'document_refused',
  'served',
  'office_day',
  'paper_roll',
  'paper_use',
  // The safe side: what was shown again since may be hidden once more, and never the other way round.
  'hidden_product',
];

/** Facts about this machine and not about what it holds. The time that never runs backwards must not run backwards here either. */
const FACTS = [
  'enrolment',
  'enrolment.code',
  'enrolment.earlier',
  'clock.high-water',
  'clock.lead',
  'config.promise',
];

/**
 * Carries what is newer from the replaced files into the copy that took their place. Works on a copy of them and never throws for what
 * it reads: a table that cannot be read is left out. Gives how many rows came over.
 */
export function carryOver(db: WritableDB, replaced: string, options: OpenOptions): number {
  if (!existsSync(join(replaced, 'kiosk.db'))) return 0;
  const place = mkdtempSync(join(replaced, 'reading-'));
  try {
    const path = join(place, 'kiosk.db');
    copyFileSync(join(replaced, 'kiosk.db'), path);
    const log = join(replaced, 'kiosk.db-wal');
    if (existsSync(log)) copyFileSync(log, `${path}-wal`);
    return carryFrom(db, path, options);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

function carryFrom(db: WritableDB, path: string, options: OpenOptions): number {
  const old = new Database(path, options.nativeBinding ? { nativeBinding: options.nativeBinding } : {});
  try {
    old.pragma('trusted_schema = OFF');
    let count = 0;
    for (const table of TABLES) count += carryTable(old, db, table);
    return count + carryDocuments(old, db) + carryFacts(old, db);
  } finally {
    old.close();
  }
}

type Row = Record<string, unknown>;

function rowsOf(old: Database.Database, sql: string): Row[] {
  try {
    return old.prepare<[], Row>(sql).all();
  } catch {
    // An older file without this table, or a damaged one.
    return [];
  }
}

/** Row by row: one that does not fit must not keep the others out. */
function carryTable(old: Database.Database, db: WritableDB, table: string): number {
  let count = 0;
  for (const row of rowsOf(old, `SELECT * FROM ${table} ORDER BY rowid`)) {
    const names = Object.keys(row);
    try {
      count += db
        .prepare(
          `INSERT OR IGNORE INTO ${table} (${names.join(', ')}) VALUES (${names.map((name) => `:${name}`).join(', ')})`,
        )
        .run(row).changes;
    } catch {
      // It names something that the copy does not hold.
    }
  }
  return count;
}

/** The newer version of each kind wins: what was taken once is not taken back by a restore. */
function carryDocuments(old: Database.Database, db: WritableDB): number {
  const put = db.prepare(
    `INSERT INTO document (kind, version, signed, taken_at) VALUES (:kind, :version, :signed, :taken_at)
     ON CONFLICT (kind) DO UPDATE SET version = excluded.version, signed = excluded.signed, taken_at = excluded.taken_at
     WHERE excluded.version > document.version`,
  );
  return rowsOf(old, 'SELECT kind, version, signed, taken_at FROM document').reduce(
    (count, row) => count + put.run(row).changes,
    0,
  );
}

function carryFacts(old: Database.Database, db: WritableDB): number {
  const put = db.prepare(
    'INSERT INTO fact (key, value) VALUES (:key, :value) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
  const listed = FACTS.map((key) => `'${key}'`).join(', ');
  return rowsOf(old, `SELECT key, value FROM fact WHERE key IN (${listed})`).reduce(
    (count, row) => count + put.run(row).changes,
    0,
  );
}
