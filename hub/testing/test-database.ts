import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { openEmbeddedPostgres } from '../src/database/embedded/open-embedded-postgres.ts';

export interface TestDatabase {
  databaseUrl: string;
  close(): Promise<void>;
}

/** A server of one's own to test on, instead of the embedded one: an address of any database on it. Set by `npm run test:postgres`. */
const SERVER_VARIABLE = 'HUB_TEST_DATABASE_URL';

/**
 * An empty database of its own on the real PostgreSQL that the test files of this run share: the embedded one, or the
 * server that was named.
 */
export async function openTestDatabase(): Promise<TestDatabase> {
  const named = process.env[SERVER_VARIABLE];
  const postgres = named
    ? { databaseUrl: named, close: async () => {} }
    : await openEmbeddedPostgres(inject('hubTestFolder'));
  const name = `test_${randomBytes(8).toString('hex')}`;
  await run(postgres.databaseUrl, `CREATE DATABASE ${name}`);
  return {
    databaseUrl: withDatabase(postgres.databaseUrl, name),
    async close() {
      await run(postgres.databaseUrl, `DROP DATABASE ${name} WITH (FORCE)`);
      await postgres.close();
    },
  };
}

function withDatabase(databaseUrl: string, name: string): string {
  const url = new URL(databaseUrl);
  url.pathname = `/${name}`;
  return url.href;
}

async function run(databaseUrl: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
