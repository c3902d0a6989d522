import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { isAtLeast, openDatabase } from './open.ts';
import { aFolder, databaseAt, insertSubmission } from './testing.ts';

function settingsOf(path: string) {
  const db = openDatabase(path);
  onTestFinished(() => {
    db.close();
  });
  const names = [
    'journal_mode',
    'synchronous',
    'foreign_keys',
    'trusted_schema',
    'cell_size_check',
    'secure_delete',
  ];
  return Object.fromEntries(names.map((name) => [name, db.pragma(name, { simple: true })]));
}

const SAFE = {
  journal_mode: 'wal',
  synchronous: 2,
  foreign_keys: 1,
  trusted_schema: 0,
  cell_size_check: 1,
  secure_delete: 1,
};

test('the settings that durability rests on hold at the first open and at every later one', () => {
  const path = join(aFolder(), 'kiosk.db');
  expect(settingsOf(path)).toEqual(SAFE);
  expect(settingsOf(path)).toEqual(SAFE);
});

test('without setting it, a later open would run at NORMAL: the reason for setting and reading back', () => {
  const path = join(aFolder(), 'kiosk.db');
  openDatabase(path).close();
  const careless = new Database(path);
  onTestFinished(() => {
    careless.close();
  });
  careless.prepare('SELECT count(*) FROM sqlite_schema').get();
  expect(careless.pragma('synchronous', { simple: true })).toBe(1);
});

test('a place that cannot keep a write-ahead log is refused', () => {
  expect(() => openDatabase(':memory:')).toThrow('journal_mode is memory, it must be wal');
});

test('the versions of SQLite that damage files are told from the safe ones', () => {
  expect(isAtLeast('3.51.3', [3, 51, 3])).toBe(true);
  expect(isAtLeast('3.54.1', [3, 51, 3])).toBe(true);
  expect(isAtLeast('4.0', [3, 51, 3])).toBe(true);
  expect(isAtLeast('3.51.2', [3, 51, 3])).toBe(false);
  expect(isAtLeast('3.9.99', [3, 51, 3])).toBe(false);
});

test('a file that is no database is refused', () => {
  const path = join(aFolder(), 'kiosk.db');
  writeFileSync(path, 'this is a shopping list and no database '.repeat(200));
  expect(() => openDatabase(path)).toThrow(/not a database/);
});

test('a reference to nothing counts as damage', () => {
  const db = databaseAt();
  db.pragma('foreign_keys = OFF');
  insertSubmission(db, { follows: '01900000-0000-7000-8000-ffffffffffff' });
  expect(() => openDatabase(db.name)).toThrow('foreign_key_check: 1 dangling references');
});

test('another build of SQLite reads what was written', () => {
  const db = databaseAt();
  const row = insertSubmission(db);
  const other = new DatabaseSync(db.name, { readOnly: true });
  onTestFinished(() => other.close());
  expect(other.prepare('SELECT id FROM submission').all()).toEqual([{ id: row.id }]);
  expect(other.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
});
