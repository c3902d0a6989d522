import type { ReadableDB, WritableDB } from '../handles.ts';

/** An unfinished registration as it lies here: nobody can read it without the paper. */
export interface StoredDraft {
  id: string;
  nonce: Buffer;
  sealed: Buffer;
  /** Device clock. */
  savedAt: number;
  /** The time that never runs backwards. */
  expiresAt: number;
}

interface Row {
  id: string;
  nonce: Buffer;
  sealed: Buffer;
  saved_at: number;
  expires_at: number;
}

export function insertDraft(db: WritableDB, draft: StoredDraft): void {
  db.prepare(
    'INSERT INTO draft (id, nonce, sealed, saved_at, expires_at) VALUES (:id, :nonce, :sealed, :savedAt, :expiresAt)',
  ).run(draft);
}

/** Null: there is none of this name, or its time is over. */
export function findDraft(db: ReadableDB, id: string, now: number): StoredDraft | null {
  const row = db
    .prepare<[string, number], Row>(
      'SELECT id, nonce, sealed, saved_at, expires_at FROM draft WHERE id = ? AND expires_at > ?',
    )
    .get(id, now);
  return row
    ? { id: row.id, nonce: row.nonce, sealed: row.sealed, savedAt: row.saved_at, expiresAt: row.expires_at }
    : null;
}

export function deleteDraft(db: WritableDB, id: string): void {
  db.prepare('DELETE FROM draft WHERE id = ?').run(id);
}

/** How many went. */
export function deleteExpiredDrafts(db: WritableDB, now: number): number {
  return db.prepare('DELETE FROM draft WHERE expires_at <= ?').run(now).changes;
}
