import type { DocumentKind, SignedDocument } from '../../../shared/contract/signed-document.ts';
import type { Database, Transaction } from '../database/connect.ts';

/** One line of versions: a kind for an audience, written as the tables write it ('fleet', 'office:3', 'kiosk:2F7'). */
export interface DocumentLine {
  kind: DocumentKind;
  audience: string;
}

export interface StoredDocument extends DocumentLine {
  version: number;
  signed: SignedDocument;
  issuedAt: Date;
}

interface Row {
  kind: DocumentKind;
  audience: string;
  version: number;
  signed: SignedDocument;
  issued_at: Date;
}

function toDocument({ issued_at: issuedAt, ...row }: Row): StoredDocument {
  return { ...row, issuedAt };
}

const ISSUING = 4_711_003;

/** Until this transaction ends nobody else issues: versions of a line must not overtake each other. */
export async function waitForOtherIssuers(tx: Transaction): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock($1)', [ISSUING]);
}

/** The newest of each line that is newer than `have` (0: any), in the order asked. */
export async function listNewest(
  db: Database,
  lines: readonly (DocumentLine & { have?: number })[],
): Promise<StoredDocument[]> {
  const { rows } = await db.query<Row>({
    name: 'list-newest-documents',
    text: `SELECT asked.kind, asked.audience, newest.version, newest.signed, newest.issued_at
      FROM unnest($1::text[], $2::text[], $3::bigint[]) WITH ORDINALITY AS asked (kind, audience, have, place)
      CROSS JOIN LATERAL (
        SELECT version, signed, issued_at FROM document
        WHERE kind = asked.kind AND audience = asked.audience AND version > asked.have
        ORDER BY version DESC LIMIT 1) AS newest
      ORDER BY place`,
    values: [
      lines.map((line) => line.kind),
      lines.map((line) => line.audience),
      lines.map((line) => line.have ?? 0),
    ],
  });
  return rows.map(toDocument);
}

/** The newest version of every line, by `kind audience`. */
export async function listNewestVersions(db: Database): Promise<Map<string, number>> {
  const { rows } = await db.query<{ line: string; version: number }>(
    `SELECT kind || ' ' || audience AS line, max(version) AS version FROM document GROUP BY kind, audience`,
  );
  return new Map(rows.map((row) => [row.line, row.version]));
}

/** All versions of a line, newest first. */
export async function listVersions(db: Database, line: DocumentLine): Promise<StoredDocument[]> {
  const { rows } = await db.query<Row>(
    `SELECT kind, audience, version, signed, issued_at FROM document
     WHERE kind = $1 AND audience = $2 ORDER BY version DESC`,
    [line.kind, line.audience],
  );
  return rows.map(toDocument);
}

export async function addDocuments(tx: Transaction, documents: readonly StoredDocument[]): Promise<void> {
  await tx.query(
    `INSERT INTO document (kind, audience, version, signed, issued_at)
     SELECT * FROM unnest($1::text[], $2::text[], $3::bigint[], $4::jsonb[], $5::timestamptz[])`,
    [
      documents.map((one) => one.kind),
      documents.map((one) => one.audience),
      documents.map((one) => one.version),
      documents.map((one) => JSON.stringify(one.signed)),
      documents.map((one) => one.issuedAt),
    ],
  );
}

/** Forgets all but the newest `keep` versions of a line, and returns what they were. */
export async function forgetVersions(
  tx: Transaction,
  line: DocumentLine,
  keep: number,
): Promise<StoredDocument[]> {
  const { rows } = await tx.query<Row>(
    `DELETE FROM document WHERE kind = $1 AND audience = $2 AND version NOT IN (
       SELECT version FROM document WHERE kind = $1 AND audience = $2 ORDER BY version DESC LIMIT $3)
     RETURNING kind, audience, version, signed, issued_at`,
    [line.kind, line.audience, keep],
  );
  return rows.map(toDocument);
}
