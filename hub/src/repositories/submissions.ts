import type { Submission } from '../../../shared/domain/submission.ts';
import { ticketCounterIn } from '../../../shared/domain/ticket.ts';
import type { Database, Transaction } from '../database/connect.ts';

/** A record that was parsed and checked, with its sealed bytes decoded. */
export interface CheckedRecord {
  submission: Submission;
  sealed: Buffer;
  /** Over the whole record: the same id with another content hash is a changed record. */
  contentSha256: Buffer;
  /** Of the ticket's secret, if it can be looked up from another kiosk. */
  secretHash: string | null;
}

/** What the hub answered for a record, for ever. */
export interface StoredOutcome {
  id: string;
  kioskId: string;
  contentSha256: Buffer;
  hubNumber: string;
  receivedAt: Date;
}

/**
 * Stores the records whose id is new and returns those ids. A twin that is being stored by another transaction is
 * waited for. Ids are taken in order, so two batches with the same records cannot block each other.
 */
export async function storeNewSubmissions(
  tx: Transaction,
  kioskId: string,
  records: CheckedRecord[],
  receivedAt: Date,
): Promise<Set<string>> {
  const submissions = records.map((record) => record.submission);
  const { rows } = await tx.query<{ id: string }>({
    name: 'store-submissions',
    text: `INSERT INTO submission (kiosk_id, id, kind, flow_version, language, urgency, ticket_number,
        ticket_counter, sequence, recorded_at, boot_id, monotonic_ms, follows, sealed, sealed_sha256,
        content_sha256, act, part, attachments, secret_hash, hub_number, received_at)
      SELECT $1, taken.*, next_hub_number($2), $2
      FROM (
        SELECT * FROM unnest($3::uuid[], $4::text[], $5::int[], $6::text[], $7::smallint[], $8::text[], $9::int[],
          $10::bigint[], $11::bigint[], $12::uuid[], $13::bigint[], $14::uuid[], $15::bytea[], $16::bytea[],
          $17::bytea[], $18::text[], $19::int[], $20::jsonb[],
          $21::text[]) AS incoming (id)
        WHERE NOT EXISTS (SELECT 1 FROM submission AS stored WHERE stored.id = incoming.id)
        ORDER BY id
      ) AS taken
      ON CONFLICT (id) DO NOTHING
      RETURNING id`,
    values: [
      kioskId,
      receivedAt,
      submissions.map((one) => one.id),
      submissions.map((one) => one.kind),
      submissions.map((one) => one.flowVersion),
      submissions.map((one) => one.language),
      submissions.map((one) => one.urgency),
      submissions.map((one) => one.ticketNumber),
      submissions.map((one) => ticketCounterIn(one.ticketNumber)),
      submissions.map((one) => one.sequence),
      submissions.map((one) => one.recordedAt),
      submissions.map((one) => one.bootId),
      submissions.map((one) => one.monotonicMs),
      submissions.map((one) => one.follows ?? null),
      records.map((record) => record.sealed),
      submissions.map((one) => Buffer.from(one.sealedSha256, 'hex')),
      records.map((record) => record.contentSha256),
      submissions.map((one) => one.act ?? null),
      submissions.map((one) => one.part ?? null),
      submissions.map((one) => (one.attachments ? JSON.stringify(one.attachments) : null)),
      records.map((record) => record.secretHash),
    ],
  });
  return new Set(rows.map((row) => row.id));
}

/** Takes back records that this same transaction stored. */
export async function unstoreSubmissions(tx: Transaction, ids: string[]): Promise<void> {
  await tx.query('DELETE FROM submission WHERE id = ANY($1::uuid[])', [ids]);
}

export async function listStoredOutcomes(db: Database, ids: string[]): Promise<Map<string, StoredOutcome>> {
  const { rows } = await db.query<{
    id: string;
    kiosk_id: string;
    content_sha256: Buffer;
    hub_number: string;
    received_at: Date;
  }>({
    name: 'list-stored-outcomes',
    text: `SELECT id, kiosk_id, content_sha256, hub_number, received_at FROM submission WHERE id = ANY($1::uuid[])`,
    values: [ids],
  });
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        kioskId: row.kiosk_id,
        contentSha256: row.content_sha256,
        hubNumber: row.hub_number,
        receivedAt: row.received_at,
      },
    ]),
  );
}

export interface SealedSubmission {
  id: string;
  kind: string;
  act: string | null;
  part: number | null;
  hubNumber: string;
  receivedAt: Date;
  sealed: Buffer;
  /** What belongs to it, with the moment at which each arrived whole. */
  attachments: { id: string; bytes: number; finishedAt: Date | null }[];
}

/** Everything of a ticket as it lies there, in the order in which it was handed in at the kiosk. */
export async function listSealedOf(db: Database, ticketNumber: string): Promise<SealedSubmission[]> {
  const { rows } = await db.query<{
    id: string;
    kind: string;
    act: string | null;
    part: number | null;
    hub_number: string;
    received_at: Date;
    sealed: Buffer;
    attachments: { id: string; bytes: number; finished_at: string | null }[];
  }>(
    `SELECT id, kind, act, part, hub_number, received_at, sealed,
       ARRAY(
         SELECT jsonb_build_object('id', entry ->> 'id', 'bytes', (entry ->> 'bytes')::int, 'finished_at',
           (SELECT finished_at FROM attachment WHERE attachment.id = entry ->> 'id'))
         FROM jsonb_array_elements(attachments) AS entry) AS attachments
     FROM submission WHERE ticket_number = $1 ORDER BY sequence`,
    [ticketNumber],
  );
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    act: row.act,
    part: row.part,
    hubNumber: row.hub_number,
    receivedAt: row.received_at,
    sealed: row.sealed,
    attachments: row.attachments.map(({ id, bytes, finished_at: finishedAt }) => ({
      id,
      bytes,
      finishedAt: finishedAt === null ? null : new Date(finishedAt),
    })),
  }));
}

/** How often a consent was withdrawn: of one ticket, or of all. */
export async function countWithdrawals(db: Database, ticketNumber: string | null = null): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM submission
     WHERE act = 'withdraw-consent' AND ($1::text IS NULL OR ticket_number = $1)`,
    [ticketNumber],
  );
  return rows[0]?.count ?? 0;
}

/** Highest ticket counter among the records of a kiosk. */
export async function findHighestCounter(db: Database, kioskId: string): Promise<number | null> {
  const { rows } = await db.query<{ highest: number | null }>({
    name: 'find-highest-counter',
    text: 'SELECT max(ticket_counter) AS highest FROM submission WHERE kiosk_id = $1',
    values: [kioskId],
  });
  return rows[0]?.highest ?? null;
}

/** Notes that a record was not taken, without its content. */
export async function noteTurnedAway(
  tx: Transaction,
  kioskId: string,
  records: { id: string; code: string }[],
  now: Date,
): Promise<void> {
  await tx.query(
    `INSERT INTO turned_away (kiosk_id, submission_id, code, first_at, last_at)
     SELECT DISTINCT $1::uuid, id, code, $2::timestamptz, $2::timestamptz
     FROM unnest($3::uuid[], $4::text[]) AS one (id, code) ORDER BY id, code
     ON CONFLICT (kiosk_id, submission_id, code)
     DO UPDATE SET last_at = EXCLUDED.last_at, times = turned_away.times + 1`,
    [kioskId, now, records.map((record) => record.id), records.map((record) => record.code)],
  );
}
