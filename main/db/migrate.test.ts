import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrate, schemaVersionOf } from './migrate.ts';
import { type Migration, migrations } from './migrations/index.ts';
import { openDatabase } from './open.ts';
import { describeSchema } from './schema-snapshot.ts';
import { aFolder, databaseAt, insertSubmission } from './testing.ts';

const FOLDER = join(import.meta.dirname, 'migrations');
const SNAPSHOT = JSON.parse(readFileSync(join(import.meta.dirname, 'schema.snapshot.json'), 'utf8')) as {
  migrations: Record<string, string>;
  schema: Record<string, Record<string, string>>;
};

const broken: Migration = {
  version: migrations.length + 1,
  name: 'broken',
  up(db) {
    db.exec('CREATE TABLE half_done (x INTEGER) STRICT');
    throw new Error('the power went');
  },
};

test('every migration has a test of its own', () => {
  const without = migrations
    .map(({ name }) => name)
    .filter((name) => !existsSync(join(FOLDER, `${name}.test.ts`)));
  expect(without).toEqual([]);
});

test('every migration file is in the list, in order', () => {
  const files = readdirSync(FOLDER).filter((name) => /^\d{4}-.*(?<!\.test)\.ts$/.test(name));
  expect(migrations.map(({ name }) => `${name}.ts`)).toEqual(files.sort());
});

test('a released migration is never changed', () => {
  const prints = Object.fromEntries(
    migrations.map(({ name }) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(FOLDER, `${name}.ts`)))
        .digest('hex'),
    ]),
  );
  expect(prints).toEqual(SNAPSHOT.migrations);
});

test('the schema is the one that was reviewed', () => {
  expect(describeSchema(databaseAt())).toEqual(SNAPSHOT.schema);
});

test('a step that fails leaves the version and the tables of the step before', () => {
  const db = databaseAt();
  insertSubmission(db);
  expect(() => migrate(db, { migrations: [...migrations, broken] })).toThrow('the power went');
  expect(schemaVersionOf(db)).toBe(migrations.length);
  expect(db.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'half_done'").pluck().get()).toBe(0);
  expect(db.prepare('SELECT count(*) FROM submission').pluck().get()).toBe(1);
});

test('the version moves in the same transaction as its step, so that no step can run twice', () => {
  const db = databaseAt();
  const pragma = db.pragma.bind(db);
  const moved: boolean[] = [];
  db.pragma = (source, options) => {
    if (source.startsWith('user_version =')) moved.push(db.inTransaction);
    return pragma(source, options);
  };
  migrate(db, { migrations: [...migrations, { ...broken, up: () => {} }] });
  expect(moved).toEqual([true]);
});

test('a process killed in the middle of a step leaves the step not begun, and the next start finishes it', () => {
  const path = join(aFolder(), 'kiosk.db');
  const script = `
    import { openDatabase } from '${join(import.meta.dirname, 'open.ts')}';
    import { migrate } from '${join(import.meta.dirname, 'migrate.ts')}';
    import { migrations } from '${join(FOLDER, 'index.ts')}';
    const db = openDatabase('${path}');
    migrate(db);
    const step = { version: migrations.length + 1, name: 'killed', up(db) {
      db.exec('CREATE TABLE half_done (x INTEGER) STRICT');
      process.kill(process.pid, 'SIGKILL');
    } };
    migrate(db, { migrations: [...migrations, step] });`;
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  expect([run.signal, run.stderr]).toEqual(['SIGKILL', '']);
  const whole: Migration = {
    ...broken,
    up: (db) => db.exec('CREATE TABLE half_done (x INTEGER) STRICT'),
  };
  const db = openDatabase(path);
  try {
    expect(schemaVersionOf(db)).toBe(migrations.length);
    migrate(db, { migrations: [...migrations, whole] });
    expect(schemaVersionOf(db)).toBe(migrations.length + 1);
  } finally {
    db.close();
  }
});

test('a gap in the list is an error of ours and stops the start', () => {
  const db = databaseAt();
  expect(() =>
    migrate(db, { migrations: [...migrations, { ...broken, version: migrations.length + 2 }] }),
  ).toThrow('must have version');
});
