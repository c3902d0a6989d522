import { DocumentKind, SignedDocument } from '../../../shared/contract/signed-document.ts';
import type { ReadableDB, WritableDB } from '../handles.ts';

/** A signed document that this kiosk has taken. */
export interface TakenDocument {
  kind: DocumentKind;
  version: number;
  signed: SignedDocument;
  /** Unix ms by the time that does not run backwards. */
  takenAt: number;
}

interface Row {
  kind: string;
  version: number;
  signed: string;
  taken_at: number;
}

function toTaken(row: Row): TakenDocument {
  return {
    kind: DocumentKind.parse(row.kind),
    version: row.version,
    signed: SignedDocument.parse(JSON.parse(row.signed)),
    takenAt: row.taken_at,
  };
}

/** Null: none of this kind was taken yet. */
export function findTaken(db: ReadableDB, kind: DocumentKind): TakenDocument | null {
  const row = db
    .prepare<[string], Row>('SELECT kind, version, signed, taken_at FROM document WHERE kind = ?')
    .get(kind);
  return row ? toTaken(row) : null;
}

export function listTaken(db: ReadableDB): TakenDocument[] {
  return db
    .prepare<[], Row>('SELECT kind, version, signed, taken_at FROM document ORDER BY kind')
    .all()
    .map(toTaken);
}

/** Takes the place of the one before, and of what was refused until this version. Inside the caller's transaction. */
export function saveTaken(db: WritableDB, { kind, version, signed, takenAt }: TakenDocument): void {
  db.prepare(
    `INSERT INTO document (kind, version, signed, taken_at) VALUES (:kind, :version, :signed, :takenAt)
     ON CONFLICT (kind) DO UPDATE SET version = excluded.version, signed = excluded.signed, taken_at = excluded.taken_at`,
  ).run({ kind, version, signed: JSON.stringify(signed), takenAt });
  db.prepare('DELETE FROM document_refused WHERE kind = ? AND version <= ?').run(kind, version);
}

export function forgetTaken(db: WritableDB, kind: DocumentKind): void {
  db.prepare('DELETE FROM document WHERE kind = ?').run(kind);
}

/** What was not taken. `kind` and `version` are what the document says of itself. */
export interface Refusal {
  kind: DocumentKind;
  version: number;
  code: string;
}

/** A hub that sends nonsense for ever must not fill the disk. */
const MOST_REFUSALS = 200;

/** True: this was not known yet. */
export function noteRefusal(db: WritableDB, { kind, version, code }: Refusal, now: number): boolean {
  const { changes } = db
    .prepare(
      `INSERT INTO document_refused (kind, version, code, refused_at) VALUES (?, ?, ?, ?)
       ON CONFLICT DO NOTHING`,
    )
    .run(kind, version, code, now);
  if (changes > 0) {
    db.prepare(
      `DELETE FROM document_refused WHERE rowid NOT IN
         (SELECT rowid FROM document_refused ORDER BY rowid DESC LIMIT ?)`,
    ).run(MOST_REFUSALS);
  }
  return changes > 0;
}

export function listUntoldRefusals(db: ReadableDB, limit: number): Refusal[] {
  return db
    .prepare<[number], Refusal>(
      'SELECT kind, version, code FROM document_refused WHERE told_at IS NULL ORDER BY rowid LIMIT ?',
    )
    .all(limit);
}

export function markRefusalsTold(db: WritableDB, told: readonly Refusal[], now: number): void {
  const mark = db.prepare(
    'UPDATE document_refused SET told_at = :now WHERE kind = :kind AND version = :version AND code = :code',
  );
  for (const { kind, version, code } of told) mark.run({ kind, version, code, now });
}

/** Why the newest document of this kind is not in force. Null: it is. */
export function findRefusalOf(db: ReadableDB, kind: DocumentKind): string | null {
  const code = db
    .prepare('SELECT code FROM document_refused WHERE kind = ? ORDER BY version DESC, rowid DESC LIMIT 1')
    .pluck()
    .get(kind) as string | undefined;
  return code ?? null;
}
