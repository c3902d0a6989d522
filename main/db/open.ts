import Database from 'better-sqlite3';
import type { WritableDB } from './handles.ts';
import { DatabaseDamaged, DatabaseSettingRefused } from './trouble.ts';

export interface OpenOptions {
  /** Path of the compiled SQLite where the runtime cannot use the packaged one. */
  nativeBinding?: string;
  /** `normal-for-negative-control` is for the power-cut proof alone: it must be seen to lose records. */
  durability?: 'full' | 'normal-for-negative-control';
}

/** Older ones carry the WAL-reset bug (https://www.sqlite.org/wal.html#the_wal_reset_bug). */
const OLDEST_SQLITE = [3, 51, 3] as const;

const BUSY_TIMEOUT_MS = 5000;
const JOURNAL_SIZE_LIMIT = 8 * 1024 * 1024;

/**
 * Opens the one connection that writes. Every setting is set and read back on every open, because a WAL database
 * that is opened again runs at synchronous=NORMAL by the build's default, and NORMAL loses acknowledged records
 * at a power cut. Throws SqliteError, DatabaseDamaged or DatabaseSettingRefused; see `databaseTroubleOf`.
 */
export function openDatabase(path: string, options: OpenOptions = {}): WritableDB {
  const db = new Database(
    path,
    options.nativeBinding ? { nativeBinding: options.nativeBinding } : {},
  ) as WritableDB;
  try {
    requireSafeSqlite(db);
    setAndReadBack(db, 'trusted_schema', 'OFF', 0);
    setAndReadBack(db, 'cell_size_check', 'ON', 1);
    setAndReadBack(db, 'busy_timeout', `${BUSY_TIMEOUT_MS}`, BUSY_TIMEOUT_MS);
    setAndReadBack(db, 'journal_mode', 'WAL', 'wal');
    const full = options.durability !== 'normal-for-negative-control';
    setAndReadBack(db, 'synchronous', full ? 'FULL' : 'NORMAL', full ? 2 : 1);
    setAndReadBack(db, 'foreign_keys', 'ON', 1);
    setAndReadBack(db, 'secure_delete', 'ON', 1);
    setAndReadBack(db, 'wal_autocheckpoint', '1000', 1000);
    setAndReadBack(db, 'journal_size_limit', `${JOURNAL_SIZE_LIMIT}`, JOURNAL_SIZE_LIMIT);
    requireSound(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Moves the log into the file and empties it, so that erased bytes do not linger there. For idle time and shutdown. */
export function settleDatabase(db: WritableDB): void {
  db.pragma('wal_checkpoint(TRUNCATE)');
}

/** Throws DatabaseDamaged when the file's structure or its references are broken. */
export function requireSound(db: WritableDB): void {
  const found = db.pragma('quick_check(1)', { simple: true });
  if (found !== 'ok') throw new DatabaseDamaged(`quick_check: ${String(found)}`);
  const dangling = db.pragma('foreign_key_check') as unknown[];
  if (dangling.length > 0)
    throw new DatabaseDamaged(`foreign_key_check: ${dangling.length} dangling references`);
}

function setAndReadBack(db: WritableDB, name: string, value: string, expected: string | number): void {
  db.pragma(`${name} = ${value}`);
  const found = db.pragma(name, { simple: true });
  if (found !== expected) {
    throw new DatabaseSettingRefused(`${name} is ${String(found)}, it must be ${expected}`);
  }
}

function requireSafeSqlite(db: WritableDB): void {
  const version = db.prepare('SELECT sqlite_version()').pluck().get() as string;
  if (!isAtLeast(version, OLDEST_SQLITE)) {
    throw new DatabaseSettingRefused(`SQLite ${version} is older than ${OLDEST_SQLITE.join('.')}`);
  }
}

/** Compares "3.54.1" with [3, 51, 3]. */
export function isAtLeast(version: string, least: readonly number[]): boolean {
  const parts = version.split('.').map(Number);
  for (let i = 0; i < least.length; i++) {
    const difference = (parts[i] ?? 0) - (least[i] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}
