import { existsSync, linkSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../../shared/lib/clock.ts';
import { failed, type Result, succeeded } from '../../shared/lib/result.ts';
import { carryOver } from './carry-over.ts';
import { copyDatabase, listCopies, restoreNewestCopy } from './copies.ts';
import { renameDurably } from './durable-file.ts';
import type { WritableDB } from './handles.ts';
import { migrate } from './migrate.ts';
import { type Migration, migrations as released } from './migrations/index.ts';
import { type OpenOptions, openDatabase } from './open.ts';
import { writeFact } from './repositories/facts.ts';
import { salvageSubmissions } from './salvage.ts';
import { applyStagedRestore, finishRestore } from './staged-restore.ts';
import { codeOf, DatabaseFromFuture, DatabaseSettingRefused, databaseTroubleOf } from './trouble.ts';

export type StartProblem =
  | 'database.from-newer-app'
  | 'database.read-only'
  | 'database.disk-full'
  | 'database.unusable';

/** What was done to a damaged database; a technician must hear of it. */
export interface Recovery {
  /** The damaged files, moved here together, never deleted. */
  movedTo: string;
  /** The copy that took their place; null: the kiosk began with an empty one. */
  restoredFrom: string | null;
  /** Submissions that were still readable in the damaged files and newer than the copy. */
  salvaged: number;
}

export interface StartedDatabase {
  db: WritableDB;
  recovery: Recovery | null;
}

export interface StartOptions extends OpenOptions {
  folder: string;
  clock: Clock;
  migrations?: readonly Migration[];
}

export const DATABASE_FILE = 'kiosk.db';
/** Suffix of the log's second name while the file is tried. */
const KEPT_LOG = '-wal.kept';
/** When a damaged database was replaced, and how. */
export const RECOVERY_FACT = 'database.recovery';
/** When a technician put a copy in the database's place. */
export const RESTORE_FACT = 'database.restored';

/**
 * The database ready for use: opened, checked, migrated. A damaged file is moved aside and the newest sound copy
 * takes its place. Everything that a person must do something about comes back as a problem, never as a crash.
 */
export function startDatabase(options: StartOptions): Result<StartedDatabase, StartProblem> {
  try {
    mkdirSync(options.folder, { recursive: true, mode: 0o700 });
    const staged = applyStagedRestore(options.folder, options);
    const started = openOrRecover(options);
    if (staged !== null) {
      const salvaged = salvageSubmissions(started.db, staged.movedTo, options);
      const carried = carryOver(started.db, staged.movedTo, options);
      writeFact(started.db, RESTORE_FACT, { ...staged, salvaged, carried, at: options.clock.now() });
      finishRestore(options.folder);
    }
    return succeeded(started);
  } catch (error) {
    return failed({ code: startProblemOf(error), detail: detailOf(error) });
  }
}

function openOrRecover(options: StartOptions): StartedDatabase {
  const path = join(options.folder, DATABASE_FILE);
  if (!wasInterruptedWhileRecovering(options.folder)) {
    keepLog(path);
    try {
      const db = openAndMigrate(path, options);
      rmSync(path + KEPT_LOG, { force: true });
      return { db, recovery: null };
    } catch (error) {
      if (databaseTroubleOf(error) !== 'damaged') throw error;
    }
  }
  const movedTo = moveAside(options.folder, options.clock.now());
  const restoredFrom = restoreNewestCopy(options.folder, path, options);
  const db = openAndMigrate(path, options);
  const recovery = { movedTo, restoredFrom, salvaged: salvageSubmissions(db, movedTo, options) };
  writeFact(db, RECOVERY_FACT, { ...recovery, at: options.clock.now() });
  return { db, recovery };
}

/**
 * SQLite throws a log away that it cannot fit to a damaged file, and with it the newest records. A second name for it
 * keeps the bytes until the file has proved sound.
 */
function keepLog(path: string): void {
  rmSync(path + KEPT_LOG, { force: true });
  try {
    linkSync(`${path}-wal`, path + KEPT_LOG);
  } catch (error) {
    // No log, or a file system without second names: then there is nothing to keep or no way to.
    if (codeOf(error) === null) throw error;
  }
}

/** No database, yet copies of one or its log: the power went while a damaged one was being replaced. */
function wasInterruptedWhileRecovering(folder: string): boolean {
  const path = join(folder, DATABASE_FILE);
  return !existsSync(path) && (existsSync(`${path}-wal`) || listCopies(folder).length > 0);
}

function openAndMigrate(path: string, options: StartOptions): WritableDB {
  const db = openDatabase(path, options);
  try {
    migrate(db, {
      migrations: options.migrations ?? released,
      copyAside: () => copyDatabase(db, options.folder, options),
    });
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/**
 * The log belongs to its file: a log left beside a restored copy would be replayed into it. The file goes first, so that
 * a power cut on the way leaves "no file", which the next start takes up again.
 */
function moveAside(folder: string, now: number): string {
  const path = join(folder, DATABASE_FILE);
  const stamp = new Date(now).toISOString().replace(/[:.]/g, '-');
  let place = join(folder, 'damaged', stamp);
  for (let n = 2; existsSync(place); n++) place = join(folder, 'damaged', `${stamp}-${n}`);
  mkdirSync(place, { recursive: true, mode: 0o700 });
  for (const suffix of ['', '-wal', '-shm', KEPT_LOG]) {
    if (existsSync(path + suffix)) renameDurably(path + suffix, join(place, DATABASE_FILE + suffix));
  }
  return place;
}

function startProblemOf(error: unknown): StartProblem {
  if (error instanceof DatabaseFromFuture) return 'database.from-newer-app';
  if (error instanceof DatabaseSettingRefused) return 'database.unusable';
  const trouble = databaseTroubleOf(error);
  if (trouble === null) throw error;
  if (trouble === 'disk-full') return 'database.disk-full';
  if (trouble === 'read-only') return 'database.read-only';
  return 'database.unusable';
}

function detailOf(error: unknown): string {
  if (error instanceof DatabaseFromFuture || error instanceof DatabaseSettingRefused) return error.message;
  return codeOf(error) ?? (error instanceof Error ? error.name : 'unknown');
}
