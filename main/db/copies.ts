import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { flushFile, renameDurably } from './durable-file.ts';
import type { WritableDB } from './handles.ts';
import { schemaVersionOf } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { type OpenOptions, openDatabase, requireSound } from './open.ts';
import { readFact, writeFact } from './repositories/facts.ts';

/** Few, because each holds sealed complaints that the retention rule wants gone. */
const COPIES_KEPT = 3;
const COPY_NAME = /^kiosk-(\d{6})-v(\d+)\.db$/;

/**
 * Writes a copy of the whole database into `<folder>/copies` and gives its path. What may still be read in clear
 * (secrets on slips, tags of answers) is not copied, nor are drafts. Throws what SQLite or the file system throws.
 */
export function copyDatabase(db: WritableDB, folder: string, options: OpenOptions = {}): string {
  const place = join(folder, 'copies');
  mkdirSync(place, { recursive: true, mode: 0o700 });
  removeLeftovers(place);
  const serial = Math.max(0, ...listCopies(folder).map((copy) => copy.serial)) + 1;
  const name = `kiosk-${String(serial).padStart(6, '0')}-v${schemaVersionOf(db)}.db`;
  const temporary = join(place, `${name}.tmp`);
  db.prepare('VACUUM INTO ?').run(temporary);
  withoutSecrets(temporary, options);
  flushFile(temporary);
  renameDurably(temporary, join(place, name));
  for (const old of listCopies(folder).slice(COPIES_KEPT)) rmSync(old.path);
  return join(place, name);
}

const COPY_EVERY_MS = 24 * 60 * 60_000;
/** When the last copy was made, by a time that does not run backwards. */
export const COPIED_FACT = 'database.copied-at';

/** A copy a day, by a time that does not run backwards. True: one was made now. */
export function copyIfDue(db: WritableDB, folder: string, now: number, options: OpenOptions = {}): boolean {
  const copiedAt = readFact(db, COPIED_FACT, z.number());
  if (copiedAt !== null && now < copiedAt + COPY_EVERY_MS && listCopies(folder).length > 0) return false;
  copyDatabase(db, folder, options);
  writeFact(db, COPIED_FACT, now);
  return true;
}

export interface DatabaseCopy {
  path: string;
  serial: number;
}

/** Newest first, by the number in the name: the clock may have been wrong. */
export function listCopies(folder: string): DatabaseCopy[] {
  return namesIn(join(folder, 'copies'))
    .flatMap((name) => {
      const match = COPY_NAME.exec(name);
      return match ? [{ path: join(folder, 'copies', name), serial: Number(match[1]) }] : [];
    })
    .sort((a, b) => b.serial - a.serial);
}

/** Puts the newest copy that is sound and not from a newer app in the database's place. Null: there is none. */
export function restoreNewestCopy(folder: string, path: string, options: OpenOptions): string | null {
  for (const copy of listCopies(folder)) {
    const temporary = `${path}.restoring`;
    rmSync(temporary, { force: true });
    copyFileSync(copy.path, temporary);
    if (!isUsableCopy(temporary, options)) {
      for (const suffix of ['', '-wal', '-shm']) rmSync(temporary + suffix, { force: true });
      continue;
    }
    flushFile(temporary);
    renameDurably(temporary, path);
    return copy.path;
  }
  return null;
}

/** Sound, and not from a newer app. Opening it may leave a log beside it. */
export function isUsableCopy(path: string, options: OpenOptions): boolean {
  try {
    const db = openDatabase(path, options);
    try {
      const version = schemaVersionOf(db);
      return version > 0 && version <= migrations.length;
    } finally {
      db.close();
    }
  } catch {
    return false;
  }
}

function withoutSecrets(path: string, options: OpenOptions): void {
  const copy = openDatabase(path, options);
  try {
    copy.exec('UPDATE slip SET facts = NULL; UPDATE submission SET answers_tag = NULL;');
    // A draft ends on its day; a copy would keep it longer. The copy before the second step has no such table yet.
    if (schemaVersionOf(copy) >= 2) copy.exec('DELETE FROM draft');
    requireSound(copy);
    copy.pragma('journal_mode = DELETE');
  } finally {
    copy.close();
  }
}

function removeLeftovers(place: string): void {
  for (const name of namesIn(place)) {
    if (/\.tmp(-wal|-shm|-journal)?$/.test(name)) rmSync(join(place, name), { force: true });
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
