import Database from 'better-sqlite3';
import type { WritableDB } from '../db/handles.ts';
import firstTables from '../db/migrations/0001-first-tables.ts';

/** A real SQLite with the kiosk's tables, in memory unless a file is named. An existing file keeps its rows. */
export function aQueueDatabase(file = ':memory:'): WritableDB {
  const db = new Database(file) as WritableDB;
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  const tables = db.prepare(`SELECT count(*) FROM sqlite_schema WHERE name = 'job'`).pluck().get();
  if (tables === 0) firstTables(db);
  return db;
}

/** The n-th example id: a UUIDv7 that sorts like n. */
export function exampleId(n: number): string {
  return `01900000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
}
