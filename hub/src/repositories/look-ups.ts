import type { LookUpAnswer } from '../../../shared/contract/deliveries.ts';
import type { FollowUpAct } from '../../../shared/domain/follow-up.ts';
import type { SubmissionKind } from '../../../shared/domain/submission.ts';
import type { CaseStatus } from '../../../shared/domain/ticket-status.ts';
import type { Database, Transaction } from '../database/connect.ts';

const OF_KIOSK = 1;
const OF_TICKET = 2;

/** Until this transaction ends nobody else counts tries of this kiosk or this ticket: always in this order, so none blocks another. */
export async function lockLookUps(
  tx: Transaction,
  { kioskOrdinal, ticketNumber }: { kioskOrdinal: number; ticketNumber: string },
): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock($1, $2)', [OF_KIOSK, kioskOrdinal]);
  await tx.query('SELECT pg_advisory_xact_lock($1, hashtext($2))', [OF_TICKET, ticketNumber]);
}

/** When it was tried since, the newest first. */
export async function readAttempts(
  db: Database,
  of: { ticketNumber: string } | { kioskId: string },
  since: Date,
): Promise<Date[]> {
  const [column, value] = 'kioskId' in of ? ['kiosk_id', of.kioskId] : ['ticket_number', of.ticketNumber];
  const { rows } = await db.query<{ attempted_at: Date }>({
    name: `read-attempts-${column}`,
    text: `SELECT attempted_at FROM look_up_attempt WHERE ${column} = $1 AND attempted_at > $2
      ORDER BY attempted_at DESC LIMIT 100`,
    values: [value, since],
  });
  return rows.map((row) => row.attempted_at);
}

export async function addAttempt(
  tx: Transaction,
  attempt: { id: string; ticketNumber: string; kioskId: string },
  now: Date,
): Promise<void> {
  await tx.query(
    'INSERT INTO look_up_attempt (id, ticket_number, kiosk_id, attempted_at) VALUES ($1, $2, $3, $4)',
    [attempt.id, attempt.ticketNumber, attempt.kioskId, now],
  );
}

/** She who knows the secret has not been guessing. */
export async function removeAttempt(db: Database, id: string): Promise<void> {
  await db.query('DELETE FROM look_up_attempt WHERE id = $1', [id]);
}

/** Tries that no limit counts any more. */
export async function forgetAttempts(db: Database, before: Date): Promise<void> {
  await db.query('DELETE FROM look_up_attempt WHERE attempted_at < $1', [before]);
}

/** The hash of the secret of a ticket, null when the ticket is not here or came without one. */
export async function findSecretHash(db: Database, ticketNumber: string): Promise<string | null> {
  const { rows } = await db.query<{ secret_hash: string | null }>({
    name: 'find-secret-hash',
    text: `SELECT submission.secret_hash FROM ticket_case JOIN submission ON submission.id = ticket_case.opened_by
      WHERE ticket_case.ticket_number = $1`,
    values: [ticketNumber],
  });
  return rows[0]?.secret_hash ?? null;
}

interface Row {
  kind: SubmissionKind;
  recorded_at: number;
  received_at: Date;
  kiosk_code: string;
  office_name: string;
  status: CaseStatus;
  reference: string | null;
  changed_at: Date;
}

/** What a visitor may be told of her ticket at any kiosk. */
export async function readTicket(db: Database, ticketNumber: string): Promise<LookUpAnswer['found']> {
  const { rows } = await db.query<Row>({
    name: 'read-ticket',
    text: `SELECT submission.kind, submission.recorded_at, submission.received_at, kiosk.code AS kiosk_code,
        office.name AS office_name, ticket_case.status, ticket_case.reference, ticket_case.changed_at
      FROM ticket_case
      JOIN submission ON submission.id = ticket_case.opened_by
      JOIN kiosk ON kiosk.id = submission.kiosk_id
      JOIN office ON office.id = kiosk.office_id
      WHERE ticket_case.ticket_number = $1`,
    values: [ticketNumber],
  });
  const [row] = rows;
  if (!row) return null;
  const { rows: additions } = await db.query<{ part: number; act: FollowUpAct; recorded_at: number }>({
    name: 'read-additions',
    text: `SELECT part, act, recorded_at FROM submission WHERE ticket_number = $1 AND act IS NOT NULL
      ORDER BY sequence DESC LIMIT 50`,
    values: [ticketNumber],
  });
  return {
    kind: row.kind,
    isFollowable: true,
    recordedAt: row.recorded_at,
    receivedAt: row.received_at.getTime(),
    kioskCode: row.kiosk_code,
    officeName: row.office_name,
    status: row.status,
    reference: row.reference,
    changedAt: row.changed_at.getTime(),
    additions: additions
      .map(({ part, act, recorded_at: recordedAt }) => ({ part, act, recordedAt }))
      .reverse(),
  };
}
