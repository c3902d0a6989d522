import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../testing/test-database.ts';
import { assertDurable } from './assert-durable.ts';

let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await openTestDatabase();
  client = new pg.Client({ connectionString: database.databaseUrl });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.close();
});

test('the embedded server is durable', async () => {
  await expect(assertDurable(client)).resolves.toBeUndefined();
});

test.each(['off', 'local'])('a server that commits with %s is refused with the remedy', async (value) => {
  await client.query(`SET synchronous_commit = ${value}`);
  await expect(assertDurable(client)).rejects.toThrow(`synchronous_commit=${value}`);
  await client.query('RESET synchronous_commit');
});
