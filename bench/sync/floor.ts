import type pg from 'pg';
import { MAX_BATCH_RECORDS } from '../../shared/contract/hub-api.ts';

/** Columns of the hub's table and their types, as the hub itself fills them. */
const COLUMNS = {
  kiosk_id: 'uuid',
  id: 'uuid',
  kind: 'text',
  flow_version: 'int',
  language: 'text',
  urgency: 'smallint',
  ticket_number: 'text',
  ticket_counter: 'int',
  sequence: 'bigint',
  recorded_at: 'bigint',
  boot_id: 'uuid',
  monotonic_ms: 'bigint',
  sealed: 'bytea',
  sealed_sha256: 'bytea',
  content_sha256: 'bytea',
  secret_hash: 'text',
  hub_number: 'text',
  received_at: 'timestamptz',
} as const;
const NAMES = Object.keys(COLUMNS);

/**
 * The least that any hub must do: the rows that it stored, inserted into a table with the same columns, checks and indexes on the same
 * server, in the same batches, each one flushed transaction of one prepared statement. Milliseconds.
 */
export async function measureFloor(db: pg.ClientBase): Promise<{ rows: number; ms: number }> {
  await db.query('CREATE TABLE bench_floor (LIKE submission INCLUDING ALL)');
  try {
    const { rows } = await db.query<Record<string, unknown>>(
      `SELECT ${NAMES.join(', ')} FROM submission ORDER BY id`,
    );
    const text = `INSERT INTO bench_floor (${NAMES.join(', ')}) SELECT * FROM unnest(${Object.values(COLUMNS)
      .map((type, at) => `$${at + 1}::${type}[]`)
      .join(', ')})`;
    const began = performance.now();
    for (let at = 0; at < rows.length; at += MAX_BATCH_RECORDS) {
      const batch = rows.slice(at, at + MAX_BATCH_RECORDS);
      const values = NAMES.map((name) => batch.map((row) => row[name]));
      await db.query({ name: 'bench-floor', text, values });
    }
    return { rows: rows.length, ms: performance.now() - began };
  } finally {
    await db.query('DROP TABLE bench_floor');
  }
}

/** As before the first drain, so that the same records can be sent again. */
export async function forgetSubmissions(db: pg.ClientBase): Promise<void> {
  await db.query('TRUNCATE submission CASCADE');
}

/** What the hub was sent, as documents for others: the same fields, sealed bytes in base64. */
export async function readDocuments(db: pg.ClientBase): Promise<Record<string, unknown>[]> {
  const { rows } = await db.query<Record<string, unknown>>(
    `SELECT id, kind, flow_version AS "flowVersion", language, urgency, ticket_number AS "ticketNumber",
       sequence, recorded_at AS "recordedAt", boot_id AS "bootId", monotonic_ms AS "monotonicMs",
       secret_hash AS "secretHash", encode(sealed, 'base64') AS sealed,
       encode(sealed_sha256, 'hex') AS "sealedSha256"
     FROM submission ORDER BY id`,
  );
  return rows;
}
