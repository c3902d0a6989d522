import { createHash } from 'node:crypto';
import type { Blob } from '../../../shared/contract/signed-document.ts';
import type { Database, Transaction } from '../database/connect.ts';

/** Keeps a file under the hash of its bytes. Kept already: nothing to do. */
export async function keepBlob(tx: Transaction, bytes: Buffer, now: Date): Promise<Blob> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await tx.query('INSERT INTO blob (sha256, bytes, added_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
    sha256,
    bytes,
    now,
  ]);
  return { sha256, bytes: bytes.length };
}

/** Those of these files that are there, with their size. */
export async function listBlobs(db: Database, hashes: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await db.query<{ sha256: string; size: number }>({
    name: 'list-blobs',
    text: 'SELECT sha256, length(bytes) AS size FROM blob WHERE sha256 = ANY($1)',
    values: [hashes],
  });
  return new Map(rows.map((row) => [row.sha256, row.size]));
}

/** A piece of a file. Null: the file is gone. */
export async function readBlobPiece(
  db: Database,
  sha256: string,
  from: number,
  length: number,
): Promise<Buffer | null> {
  const { rows } = await db.query<{ piece: Buffer }>({
    name: 'read-blob-piece',
    text: 'SELECT substring(bytes FROM $2::int FOR $3::int) AS piece FROM blob WHERE sha256 = $1',
    values: [sha256, from + 1, length],
  });
  return rows[0]?.piece ?? null;
}

export async function findBlob(db: Database, sha256: string): Promise<Buffer | null> {
  const { rows } = await db.query<{ bytes: Buffer }>('SELECT bytes FROM blob WHERE sha256 = $1', [sha256]);
  return rows[0]?.bytes ?? null;
}

export async function forgetBlobs(tx: Transaction, hashes: readonly string[]): Promise<void> {
  await tx.query('DELETE FROM blob WHERE sha256 = ANY($1::text[])', [hashes]);
}
