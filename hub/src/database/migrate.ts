import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Transaction } from './connect.ts';

const FOLDER = join(import.meta.dirname, '../../sql');
const NAME = /^(\d{4})-[a-z0-9-]+\.sql$/;

/** Any number, but the same in every version: two processes that start together must meet at one lock. */
const STARTING_LOCK = 7_012_026;
const STATEMENT_PATIENCE_MS = 120_000;

export interface Migration {
  number: number;
  name: string;
  sql: string;
  sha256: string;
}

/** The numbered files of `hub/sql`, in order. Throws on a gap or a stray file. */
export function readMigrations(folder = FOLDER): Migration[] {
  const names = readdirSync(folder).sort();
  return names.map((name, index) => {
    const number = Number(NAME.exec(name)?.[1]);
    if (number !== index + 1) throw new Error(`${name} is not migration ${index + 1}`);
    const sql = readFileSync(join(folder, name), 'utf8');
    return { number, name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
  });
}

/** With the driver's own patience as long as the server's, see `waitForOtherStarts`. */
function patiently(text: string, values?: unknown[]) {
  return { text, values, query_timeout: STATEMENT_PATIENCE_MS + 5_000 };
}

/** Holds every other starting hub process on this database back until the transaction ends. */
export async function waitForOtherStarts(tx: Transaction): Promise<void> {
  await tx.query(`SET LOCAL lock_timeout = ${STATEMENT_PATIENCE_MS}`);
  await tx.query(`SET LOCAL statement_timeout = ${STATEMENT_PATIENCE_MS}`);
  await tx.query(patiently('SELECT pg_advisory_xact_lock($1)', [STARTING_LOCK]));
}

/**
 * Brings the database to this version; the caller holds `waitForOtherStarts`. A shipped migration is frozen: one that
 * was changed afterwards is refused, and so is a database that a newer hub has migrated.
 */
export async function migrate(tx: Transaction, migrations: Migration[], now: Date): Promise<void> {
  await tx.query(`CREATE TABLE IF NOT EXISTS migration (
    number integer PRIMARY KEY, name text NOT NULL, sha256 text NOT NULL, applied_at timestamptz NOT NULL)`);
  const { rows } = await tx.query<{ number: number; name: string; sha256: string }>(
    'SELECT number, name, sha256 FROM migration ORDER BY number',
  );
  for (const done of rows) {
    const known = migrations[done.number - 1];
    if (!known) throw new Error(`the database is newer than this hub: it has ${done.name}`);
    if (known.sha256 !== done.sha256) throw new Error(`${known.name} was changed after it was applied`);
  }
  for (const { number, name, sql, sha256 } of migrations.slice(rows.length)) {
    await tx.query(patiently(sql));
    await tx.query('INSERT INTO migration (number, name, sha256, applied_at) VALUES ($1, $2, $3, $4)', [
      number,
      name,
      sha256,
      now,
    ]);
  }
}
