import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { copyDatabase, copyIfDue, listCopies } from './copies.ts';
import type { WritableDB } from './handles.ts';
import { schemaVersionOf } from './migrate.ts';
import { type Migration, migrations } from './migrations/index.ts';
import { openDatabase } from './open.ts';
import { type StartedDatabase, startDatabase } from './start.ts';
import { aClock, aFolder, insertSubmission } from './testing.ts';

function started(folder: string, steps?: readonly Migration[]): StartedDatabase {
  const answer = startDatabase({ folder, clock: aClock(), ...(steps ? { migrations: steps } : {}) });
  if (!answer.ok) throw new Error(`${answer.problem.code} ${answer.problem.detail}`);
  onTestFinished(() => {
    answer.value.db.close();
  });
  return answer.value;
}

/** A folder whose database holds these submissions and is closed. */
function aFolderWith(sequences: readonly number[], then?: (db: WritableDB, folder: string) => void): string {
  const folder = aFolder();
  const { db } = started(folder);
  for (const sequence of sequences) insertSubmission(db, { sequence });
  then?.(db, folder);
  db.close();
  return folder;
}

function sequencesIn(db: WritableDB): unknown[] {
  return db.prepare('SELECT sequence FROM submission ORDER BY sequence').pluck().all();
}

function spoil(path: string): void {
  const bytes = readFileSync(path);
  bytes.fill(0xa5, 4096, bytes.length);
  writeFileSync(path, bytes);
}

const nextStep: Migration = {
  version: migrations.length + 1,
  name: 'example',
  up: (db) => db.exec('ALTER TABLE staff_call ADD COLUMN answered_at INTEGER'),
};

test('a new folder gets an empty database at the newest version, readable by this user alone', () => {
  const { db, recovery } = started(aFolder());
  expect(schemaVersionOf(db)).toBe(migrations.length);
  expect(recovery).toBeNull();
});

test('a damaged database is moved aside whole and the newest sound copy takes its place', () => {
  const folder = aFolderWith([1], (db, place) => {
    copyDatabase(db, place);
    insertSubmission(db, { sequence: 2 });
    copyDatabase(db, place);
    insertSubmission(db, { sequence: 3 });
  });
  const damaged = readFileSync(join(folder, 'kiosk.db'));
  spoil(join(folder, 'kiosk.db'));
  writeFileSync(join(folder, 'kiosk.db-wal'), 'a log that belongs to the damaged file');
  const { db, recovery } = started(folder);
  expect(sequencesIn(db)).toEqual([1, 2]);
  expect(recovery?.restoredFrom).toContain('kiosk-000002-');
  const aside = recovery?.movedTo ?? '';
  expect(readFileSync(join(aside, 'kiosk.db-wal.kept'), 'utf8')).toBe(
    'a log that belongs to the damaged file',
  );
  expect(readdirSync(folder).filter((name) => name.endsWith('.kept'))).toEqual([]);
  expect(readFileSync(join(aside, 'kiosk.db')).length).toBe(damaged.length);
});

test('a copy that is damaged itself is passed over', () => {
  const folder = aFolderWith([1], (db, place) => {
    copyDatabase(db, place);
    insertSubmission(db, { sequence: 2 });
    copyDatabase(db, place);
  });
  spoil(listCopies(folder)[0]?.path ?? '');
  spoil(join(folder, 'kiosk.db'));
  expect(sequencesIn(started(folder).db)).toEqual([1]);
});

test('without a copy the kiosk begins empty and keeps the damaged file', () => {
  const folder = aFolder();
  writeFileSync(join(folder, 'kiosk.db'), 'no database '.repeat(1000));
  const { db, recovery } = started(folder);
  expect(sequencesIn(db)).toEqual([]);
  expect(recovery?.restoredFrom).toBeNull();
  expect(readFileSync(join(recovery?.movedTo ?? '', 'kiosk.db'), 'utf8')).toContain('no database');
});

test('a power cut between moving aside and restoring is made up for at the next start', () => {
  const folder = aFolderWith([1, 2], (db, place) => {
    copyDatabase(db, place);
  });
  mkdirSync(join(folder, 'damaged', 'earlier'), { recursive: true });
  renameSync(join(folder, 'kiosk.db'), join(folder, 'damaged', 'earlier', 'kiosk.db'));
  writeFileSync(join(folder, 'kiosk.db-wal'), 'a log left behind');
  const { db, recovery } = started(folder);
  expect(sequencesIn(db)).toEqual([1, 2]);
  expect(existsSync(join(recovery?.movedTo ?? '', 'kiosk.db-wal'))).toBe(true);
});

test('a database of a newer app is refused by its version and left untouched', () => {
  const folder = aFolderWith([1]);
  started(folder, [...migrations, nextStep]).db.close();
  const before = readFileSync(join(folder, 'kiosk.db'));
  expect(startDatabase({ folder, clock: aClock() })).toEqual({
    ok: false,
    problem: {
      code: 'database.from-newer-app',
      detail: `the database has version ${nextStep.version}, this app knows versions up to ${migrations.length}`,
    },
  });
  expect(readFileSync(join(folder, 'kiosk.db')).equals(before)).toBe(true);
  expect(existsSync(join(folder, 'damaged'))).toBe(false);
});

test('the file is copied aside before it is migrated, and not when there is nothing to do', () => {
  const folder = aFolderWith([1, 2]);
  started(folder).db.close();
  expect(listCopies(folder)).toEqual([]);
  started(folder, [...migrations, nextStep]).db.close();
  const [copy] = listCopies(folder);
  if (!copy) throw new Error('there is no copy');
  const db = openDatabase(copy.path);
  onTestFinished(() => {
    db.close();
  });
  expect(schemaVersionOf(db)).toBe(migrations.length);
  expect(sequencesIn(db)).toEqual([1, 2]);
});

test('a copy carries neither secrets of slips nor tags of answers', () => {
  const folder = aFolderWith([], (db, place) => {
    insertSubmission(db, { answers_tag: 'canary-tag-of-answers' });
    db.prepare(
      `INSERT INTO slip (id, kind, facts, state, boot_id, created_at, changed_at)
       VALUES ('s', 'complaint', '{"secret":"canary-secret"}', 'queued', 'b', 1, 1)`,
    ).run();
    copyDatabase(db, place);
  });
  const bytes = readFileSync(listCopies(folder)[0]?.path ?? '');
  expect(bytes.includes('01900000-0000-7000')).toBe(true);
  expect(bytes.includes('canary')).toBe(false);
});

test('a copy is made once a day and only a few are kept', () => {
  const folder = aFolder();
  const { db } = started(folder);
  const day = 24 * 60 * 60_000;
  const made = [0, 1, day - 1, day, day + 1, 2 * day, 3 * day, 4 * day].map((now) =>
    copyIfDue(db, folder, now),
  );
  expect(made).toEqual([true, false, false, true, false, true, true, true]);
  expect(listCopies(folder).map((copy) => copy.serial)).toEqual([5, 4, 3]);
});

test('a place that cannot be written is a problem with a name, not a crash', () => {
  const folder = aFolder();
  writeFileSync(join(folder, 'data'), 'a file where the folder should be');
  expect(startDatabase({ folder: join(folder, 'data'), clock: aClock() })).toEqual({
    ok: false,
    problem: { code: 'database.unusable', detail: 'EEXIST' },
  });
});

test('a disk that went read-only is a problem with a name, and its files stay as they are', () => {
  const folder = aFolderWith([1]);
  const mounted = spawnSync('mount', ['--bind', '-o', 'ro', folder, folder]);
  if (mounted.status !== 0) {
    process.stdout.write('no right to mount: the read-only disk was not tried\n');
    return;
  }
  onTestFinished(() => {
    spawnSync('umount', ['-l', folder]);
  });
  const answer = startDatabase({ folder, clock: aClock() });
  expect(answer.ok ? 'opened' : answer.problem.code).toMatch(/^database\.(read-only|unusable)$/);
  expect(readdirSync(folder)).toEqual(['kiosk.db']);
});
