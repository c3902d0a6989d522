import { createHash } from 'node:crypto';
import type pg from 'pg';
import { type Database, inTransaction } from '../database/connect.ts';

/** A sealed photo as far as it has come. */
export interface PhotoUpload {
  id: string;
  totalBytes: number;
  receivedBytes: number;
  finishedAt: Date | null;
}

interface Row {
  id: string;
  total_bytes: number;
  received_bytes: number;
  finished_at: Date | null;
}

const COLUMNS = 'id, total_bytes, length(received) AS received_bytes, finished_at';

function toUpload(row: Row): PhotoUpload {
  return {
    id: row.id,
    totalBytes: row.total_bytes,
    receivedBytes: row.received_bytes,
    finishedAt: row.finished_at,
  };
}

/** The submission of this kiosk whose manifest names the photo, and its size there. Null: none does. */
export async function findManifestOf(
  db: Database,
  kioskId: string,
  id: string,
): Promise<{ submissionId: string; bytes: number } | null> {
  const { rows } = await db.query<{ submission_id: string; bytes: number }>({
    name: 'find-manifest',
    text: `SELECT submission.id AS submission_id, (entry ->> 'bytes')::int AS bytes
      FROM submission, jsonb_array_elements(attachments) AS entry
      WHERE kiosk_id = $1 AND attachments @> jsonb_build_array(jsonb_build_object('id', $2::text))
        AND entry ->> 'id' = $2 LIMIT 1`,
    values: [kioskId, id],
  });
  return rows[0] ? { submissionId: rows[0].submission_id, bytes: rows[0].bytes } : null;
}

/** Begins an upload, or leaves the one that was begun as far as it is. */
export async function beginUpload(
  db: Database,
  upload: { id: string; submissionId: string; kioskId: string; totalBytes: number },
  now: Date,
): Promise<void> {
  await db.query(
    `INSERT INTO attachment (id, submission_id, kiosk_id, total_bytes, begun_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (id) DO NOTHING`,
    [upload.id, upload.submissionId, upload.kioskId, upload.totalBytes, now],
  );
}

export async function findUpload(db: Database, id: string): Promise<PhotoUpload | null> {
  const { rows } = await db.query<Row>(`SELECT ${COLUMNS} FROM attachment WHERE id = $1`, [id]);
  return rows[0] ? toUpload(rows[0]) : null;
}

/** Whether an upload was begun by this kiosk. */
export async function isUploadOf(db: Database, kioskId: string, id: string): Promise<boolean> {
  const { rowCount } = await db.query('SELECT 1 FROM attachment WHERE id = $1 AND kiosk_id = $2', [
    id,
    kioskId,
  ]);
  return rowCount === 1;
}

export type Appended =
  | { outcome: 'appended'; receivedBytes: number }
  /** Another request was faster, or the sender has lost count. */
  | { outcome: 'wrong-offset' }
  /** It was whole and does not fit its name: it begins again from nothing. */
  | { outcome: 'damaged' };

/**
 * Adds bytes at an offset, and when the photo is whole compares it with the hash that is its name. Flushed when it answers;
 * a twin of the request finds another offset and changes nothing.
 */
export function appendToUpload(
  pool: pg.Pool,
  id: string,
  offset: number,
  bytes: Buffer,
  now: Date,
): Promise<Appended> {
  return inTransaction(pool, async (tx) => {
    const { rows } = await tx.query<Row>(`SELECT ${COLUMNS} FROM attachment WHERE id = $1 FOR UPDATE`, [id]);
    const upload = rows[0] ? toUpload(rows[0]) : null;
    if (!upload || upload.receivedBytes !== offset || offset + bytes.length > upload.totalBytes) {
      return { outcome: 'wrong-offset' };
    }
    const { rows: after } = await tx.query<{ received: Buffer | null }>(
      `UPDATE attachment SET received = received || $2 WHERE id = $1
       RETURNING CASE WHEN length(received) = total_bytes THEN received END AS received`,
      [id, bytes],
    );
    const whole = after[0]?.received ?? null;
    if (whole !== null && createHash('sha256').update(whole).digest('hex') !== id) {
      await tx.query(`UPDATE attachment SET received = '' WHERE id = $1`, [id]);
      return { outcome: 'damaged' };
    }
    if (whole !== null) await tx.query('UPDATE attachment SET finished_at = $2 WHERE id = $1', [id, now]);
    return { outcome: 'appended', receivedBytes: offset + bytes.length };
  });
}

/** When each of these photos of a kiosk arrived whole; those that did not are left out. */
export async function listFinished(db: Database, kioskId: string, ids: string[]): Promise<Map<string, Date>> {
  const { rows } = await db.query<{ id: string; finished_at: Date }>(
    'SELECT id, finished_at FROM attachment WHERE kiosk_id = $1 AND id = ANY($2) AND finished_at IS NOT NULL',
    [kioskId, ids],
  );
  return new Map(rows.map((row) => [row.id, row.finished_at]));
}

/** The sealed bytes of a photo that arrived whole. */
export async function findSealedPhoto(db: Database, id: string): Promise<Buffer | null> {
  const { rows } = await db.query<{ received: Buffer }>(
    'SELECT received FROM attachment WHERE id = $1 AND finished_at IS NOT NULL',
    [id],
  );
  return rows[0]?.received ?? null;
}
