import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { openEmbeddedPostgres } from '../src/database/embedded/open-embedded-postgres.ts';

export interface TestDatabase {
  databaseUrl: string;
  close(): Promise<void>;
}

/** An empty database on the real PostgreSQL that the test files of this run share. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const postgres = await openEmbeddedPostgres(inject('hubTestFolder'));
  const name = `test_${randomBytes(8).toString('hex')}`;
  await run(postgres.databaseUrl, `CREATE DATABASE ${name}`);
  return {
    databaseUrl: postgres.databaseUrl.replace(/[^/]+$/, name),
    async close() {
      await run(postgres.databaseUrl, `DROP DATABASE ${name} WITH (FORCE)`);
      await postgres.close();
    },
  };
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
