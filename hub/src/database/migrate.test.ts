import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../testing/test-database.ts';
import { connect, inTransaction } from './connect.ts';
import { type Migration, migrate, readMigrations, waitForOtherStarts } from './migrate.ts';

let database: TestDatabase;
let pool: pg.Pool;

beforeAll(async () => {
  database = await openTestDatabase();
  pool = connect({ databaseUrl: database.databaseUrl, connections: 5, onIdleError: () => {} });
});
afterAll(async () => {
  await pool.end();
  await database.close();
});

const run = (migrations: Migration[]) =>
  inTransaction(pool, async (tx) => {
    await waitForOtherStarts(tx);
    await migrate(tx, migrations, new Date());
  });

const shipped = readMigrations();
const next: Migration = {
  number: shipped.length + 1,
  name: '9999-an-example.sql',
  sql: 'CREATE TABLE example (id integer)',
  sha256: 'e'.repeat(64),
};

test('five hubs that start together migrate once', async () => {
  await Promise.all(Array.from({ length: 5 }, () => run(shipped)));
  const { rows } = await pool.query('SELECT number, name FROM migration ORDER BY number');
  expect(rows).toEqual(shipped.map(({ number, name }) => ({ number, name })));
});

test('a migration that fails leaves nothing behind', async () => {
  const broken = { ...next, sql: 'CREATE TABLE example (id integer); SELECT 1 / 0' };
  await expect(run([...shipped, broken])).rejects.toThrow('division by zero');
  const { rows } = await pool.query("SELECT to_regclass('example') AS found");
  expect(rows).toEqual([{ found: null }]);
});

test('a shipped migration that was changed is refused by name', async () => {
  const changed = shipped.map((one) => ({ ...one, sha256: 'f'.repeat(64) }));
  await expect(run(changed)).rejects.toThrow('0001-first-tables.sql was changed');
});

test('a database of a newer hub is refused by name', async () => {
  await run([...shipped, next]);
  await expect(run(shipped)).rejects.toThrow('newer than this hub: it has 9999-an-example.sql');
});
