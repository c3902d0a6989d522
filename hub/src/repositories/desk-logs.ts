import type { DayReport } from '../../../shared/contract/clerk.ts';
import type { DeskLogBody, LogLine } from '../../../shared/contract/desk-log.ts';
import type { Database, Transaction } from '../database/connect.ts';
import type { ChainFault } from '../desk-logs/chain.ts';

/** Any number, but the same in every version: two requests of one kiosk must not judge the chain side by side. */
const DESK_LOG_LOCK = 7_012_027;

/** Holds other requests with the log of this kiosk back until the transaction ends. */
export async function waitForOtherLogs(tx: Transaction, kioskId: string): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock($1, hashtext($2))', [DESK_LOG_LOCK, kioskId]);
}

/** Adds the lines that are new; a twin changes nothing. */
export async function storeLines(
  tx: Transaction,
  kioskId: string,
  lines: readonly { line: LogLine; content: Buffer }[],
  now: Date,
): Promise<void> {
  await tx.query({
    name: 'store-audit-lines',
    text: `INSERT INTO audit_line (kiosk_id, sequence, content_sha256, line, received_at)
      SELECT $1, sequence, content, line, $2
      FROM unnest($3::bigint[], $4::bytea[], $5::json[]) AS incoming (sequence, content, line)
      ON CONFLICT DO NOTHING`,
    values: [
      kioskId,
      now,
      lines.map(({ line }) => line.sequence),
      lines.map(({ content }) => content),
      lines.map(({ line }) => JSON.stringify(line)),
    ],
  });
}

/** The lines of these numbers, by number and then by arrival. */
export async function listLines(
  db: Database,
  kioskId: string,
  numbers: readonly number[],
): Promise<LogLine[]> {
  const { rows } = await db.query<{ line: LogLine }>({
    name: 'list-audit-lines',
    text: `SELECT line FROM audit_line WHERE kiosk_id = $1 AND sequence = ANY($2::bigint[])
      ORDER BY sequence, arrival`,
    values: [kioskId, numbers],
  });
  return rows.map(({ line }) => line);
}

/** The next numbers behind one of which there are lines: a spoiled log may leap anywhere, so nobody counts them up. */
export async function listNumbersAfter(
  db: Database,
  kioskId: string,
  after: number,
  limit: number,
): Promise<number[]> {
  const { rows } = await db.query<{ sequence: string }>({
    name: 'list-audit-numbers',
    text: `SELECT DISTINCT sequence FROM audit_line WHERE kiosk_id = $1 AND sequence > $2
      ORDER BY sequence LIMIT $3`,
    values: [kioskId, after, limit],
  });
  return rows.map(({ sequence }) => Number(sequence));
}

/** The highest line of a kiosk that is held; 0: none. */
export async function findHeldTo(db: Database, kioskId: string): Promise<number> {
  const { rows } = await db.query<{ held: string }>({
    name: 'find-audit-held-to',
    text: 'SELECT coalesce(max(sequence), 0) AS held FROM audit_line WHERE kiosk_id = $1',
    values: [kioskId],
  });
  return Number(rows[0]?.held ?? 0);
}

/** What is said again stays as it was first seen. */
export async function noteFaults(
  tx: Transaction,
  kioskId: string,
  faults: readonly ChainFault[],
  now: Date,
): Promise<void> {
  if (faults.length === 0) return;
  await tx.query({
    name: 'note-audit-faults',
    text: `INSERT INTO audit_fault (kiosk_id, fault, sequence, found_at)
      SELECT $1, fault, sequence, $2 FROM unnest($3::text[], $4::bigint[]) AS found (fault, sequence)
      ON CONFLICT DO NOTHING`,
    values: [kioskId, now, faults.map(({ fault }) => fault), faults.map(({ sequence }) => sequence)],
  });
}

/** What was wrong when it came, in the order in which it was seen. */
export async function listNotedFaults(
  db: Database,
  kioskId: string,
): Promise<(ChainFault & { foundAt: Date })[]> {
  const { rows } = await db.query<{ fault: ChainFault['fault']; sequence: string; found_at: Date }>(
    `SELECT fault, sequence, found_at FROM audit_fault WHERE kiosk_id = $1 ORDER BY found_at, sequence, fault`,
    [kioskId],
  );
  return rows.map(({ fault, sequence, found_at }) => ({
    fault,
    sequence: Number(sequence),
    foundAt: found_at,
  }));
}

/** A closing that came before is left as it is; one with other figures is kept beside it. */
export async function storeDays(
  tx: Transaction,
  kioskId: string,
  days: readonly { day: DeskLogBody['days'][number]; content: Buffer }[],
  now: Date,
): Promise<void> {
  if (days.length === 0) return;
  await tx.query({
    name: 'store-day-reports',
    text: `INSERT INTO day_report (kiosk_id, id, content_sha256, figures, received_at)
      SELECT $1, id, content, figures, $2
      FROM unnest($3::uuid[], $4::bytea[], $5::jsonb[]) AS incoming (id, content, figures)
      ON CONFLICT DO NOTHING`,
    values: [
      kioskId,
      now,
      days.map(({ day }) => day.id),
      days.map(({ content }) => content),
      days.map(({ day }) => JSON.stringify(day.figures)),
    ],
  });
}

/** Every closing of a kiosk, by day. */
export async function listDays(
  db: Database,
  kioskId: string,
): Promise<{ figures: DayReport; receivedAt: Date }[]> {
  const { rows } = await db.query<{ figures: DayReport; received_at: Date }>(
    `SELECT figures, received_at FROM day_report WHERE kiosk_id = $1 ORDER BY figures ->> 'day', received_at`,
    [kioskId],
  );
  return rows.map(({ figures, received_at }) => ({ figures, receivedAt: received_at }));
}
