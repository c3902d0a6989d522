import type pg from 'pg';
import { inTransaction, type Transaction } from './connect.ts';

/** A table that grows by the day and forgets by the day. */
export interface Diary {
  table: 'heartbeat' | 'spent_nonce';
  /** Whole days besides today. */
  keepDays: number;
}

/** Any number, but the same in every version. */
const DIARY_LOCK = 7_012_028;
const DAY_MS = 86_400_000;
const DAYS_BEHIND = 1;
const DAYS_AHEAD = 3;

/**
 * Makes the days around `now` and drops those that are too old. One process at a time does it; any may. Returns what it
 * changed, empty when another process is at it or nothing was due.
 */
export async function keepDiaries(pool: pg.Pool, diaries: readonly Diary[], now: Date): Promise<string[]> {
  return inTransaction(pool, async (tx) => {
    const { rows } = await tx.query<{ mine: boolean }>('SELECT pg_try_advisory_xact_lock($1) AS mine', [
      DIARY_LOCK,
    ]);
    if (!rows[0]?.mine) return [];
    // A drop waits for those who write now, and makes others wait behind it: not for long, there is another time.
    await tx.query("SET LOCAL lock_timeout = '2s'");
    return keepDays(tx, diaries, now);
  });
}

/** The same inside a start, which must have its days before it serves. */
export async function prepareDiaries(tx: Transaction, diaries: readonly Diary[], now: Date): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock($1)', [DIARY_LOCK]);
  for (const { table } of diaries) await addDays(tx, table, now);
}

async function keepDays(tx: Transaction, diaries: readonly Diary[], now: Date): Promise<string[]> {
  const changed: string[] = [];
  // A process whose clock runs ahead must not drop what the others still keep.
  const dropBefore = Math.min(now.getTime(), await databaseTime(tx));
  for (const { table, keepDays } of diaries) {
    changed.push(...(await addDays(tx, table, now)).map((name) => `made ${name}`));
    const oldest = nameOf(table, dayOf(dropBefore - keepDays * DAY_MS));
    const outdated = (await listDays(tx, table)).filter((name) => name < oldest);
    for (const name of outdated) {
      await tx.query(`DROP TABLE ${name}`);
      changed.push(`dropped ${name}`);
    }
  }
  return changed;
}

async function databaseTime(tx: Transaction): Promise<number> {
  const { rows } = await tx.query<{ now: Date }>('SELECT now()');
  return rows[0]?.now.getTime() ?? 0;
}

/** Attached after it was made: that lets others write meanwhile, CREATE TABLE … PARTITION OF does not. */
async function addDays(tx: Transaction, table: Diary['table'], now: Date): Promise<string[]> {
  const existing = new Set(await listDays(tx, table));
  const made: string[] = [];
  for (let offset = -DAYS_BEHIND; offset <= DAYS_AHEAD; offset++) {
    const from = dayOf(now.getTime() + offset * DAY_MS);
    const name = nameOf(table, from);
    if (existing.has(name)) continue;
    const until = dayOf(Date.parse(from) + DAY_MS);
    await tx.query(`CREATE TABLE ${name} (LIKE ${table} INCLUDING ALL)`);
    await tx.query(
      `ALTER TABLE ${table} ATTACH PARTITION ${name} FOR VALUES FROM ('${bound(table, from)}') TO ('${bound(table, until)}')`,
    );
    made.push(name);
  }
  return made;
}

async function listDays(tx: Transaction, table: Diary['table']): Promise<string[]> {
  const { rows } = await tx.query<{ name: string }>(
    `SELECT child.relname AS name FROM pg_inherits
     JOIN pg_class AS child ON child.oid = pg_inherits.inhrelid
     WHERE pg_inherits.inhparent = $1::regclass ORDER BY child.relname`,
    [table],
  );
  return rows.map((row) => row.name);
}

/** The UTC day, as 2026-11-22. */
function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

function nameOf(table: Diary['table'], day: string): string {
  return `${table}_${day.replaceAll('-', '')}`;
}

/** A bare day would be midnight in the time zone of the connection. */
function bound(table: Diary['table'], day: string): string {
  return table === 'heartbeat' ? `${day}T00:00:00Z` : day;
}

/** A row for a day that nobody made: the clock jumped, or nothing tidied up for days. */
export function isDayMissing(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    error.code === '23514' &&
    error.message.startsWith('no partition of relation')
  );
}
