import type { TicketStatusChange } from '../../../shared/contract/hub-api.ts';
import type { TicketNumber } from '../../../shared/domain/ticket.ts';
import type { CaseStatus } from '../../../shared/domain/ticket-status.ts';
import type { Database, Transaction } from '../database/connect.ts';

export interface TicketCase {
  ticketNumber: TicketNumber;
  kioskId: string;
  status: CaseStatus;
  reference: string | null;
  changedAt: Date;
}

interface CaseRow {
  ticket_number: string;
  kiosk_id: string;
  status: string;
  reference: string | null;
  changed_at: Date;
}

// The table's checks hold what the brands promise.
function toCase(row: CaseRow): TicketCase {
  return {
    ticketNumber: row.ticket_number as TicketNumber,
    kioskId: row.kiosk_id,
    status: row.status as CaseStatus,
    reference: row.reference,
    changedAt: row.changed_at,
  };
}

/** Opens a case per ticket, status `received`. Returns the submissions whose ticket number has a case already. */
export async function openCases(
  tx: Transaction,
  kioskId: string,
  openers: { ticketNumber: string; submissionId: string }[],
  now: Date,
): Promise<Set<string>> {
  const { rows } = await tx.query<{ opened_by: string }>({
    name: 'open-cases',
    text: `INSERT INTO ticket_case (ticket_number, kiosk_id, opened_by, status, changed_at)
      SELECT ticket_number, $1, submission_id, 'received', $2
      FROM unnest($3::text[], $4::uuid[]) AS opener (ticket_number, submission_id)
      ORDER BY ticket_number, submission_id
      ON CONFLICT (ticket_number) DO NOTHING
      RETURNING opened_by`,
    values: [
      kioskId,
      now,
      openers.map((opener) => opener.ticketNumber),
      openers.map((opener) => opener.submissionId),
    ],
  });
  const opened = new Set(rows.map((row) => row.opened_by));
  return new Set(openers.map((opener) => opener.submissionId).filter((id) => !opened.has(id)));
}

/** Finds the case and keeps others from changing it until the transaction ends. */
export async function lockCase(tx: Transaction, ticketNumber: TicketNumber): Promise<TicketCase | null> {
  const { rows } = await tx.query<CaseRow>(
    'SELECT ticket_number, kiosk_id, status, reference, changed_at FROM ticket_case WHERE ticket_number = $1 FOR UPDATE',
    [ticketNumber],
  );
  return rows[0] ? toCase(rows[0]) : null;
}

/**
 * Changes the case and adds the change to its kiosk's list. The position comes from the kiosk's row, which stays locked
 * until commit: a sequence would hand out 7 and 8 to two transactions of which 8 commits first, and a reader that has
 * seen 8 would never see 7.
 */
export async function changeCase(tx: Transaction, changed: TicketCase, changedBy: string): Promise<void> {
  const { ticketNumber, kioskId, status, reference, changedAt } = changed;
  await tx.query(
    'UPDATE ticket_case SET status = $2, reference = $3, changed_at = $4 WHERE ticket_number = $1',
    [ticketNumber, status, reference, changedAt],
  );
  await tx.query(
    `WITH taken AS (
       UPDATE kiosk SET last_status_position = last_status_position + 1 WHERE id = $1 RETURNING last_status_position)
     INSERT INTO case_status_change (kiosk_id, position, ticket_number, status, reference, changed_at, changed_by)
     SELECT $1, last_status_position, $2, $3, $4, $5, $6 FROM taken`,
    [kioskId, ticketNumber, status, reference, changedAt, changedBy],
  );
}

/** Status changes of a kiosk's cases after `cursor`, oldest first. */
export async function listStatusChanges(
  db: Database,
  kioskId: string,
  cursor: number,
  limit: number,
): Promise<TicketStatusChange[]> {
  const { rows } = await db.query<CaseRow & { position: number }>({
    name: 'list-status-changes',
    text: `SELECT kiosk_id, position, ticket_number, status, reference, changed_at FROM case_status_change
      WHERE kiosk_id = $1 AND position > $2 ORDER BY position LIMIT $3`,
    values: [kioskId, cursor, limit],
  });
  return rows.map((row) => {
    const { ticketNumber, status, reference, changedAt } = toCase(row);
    return { cursor: row.position, ticketNumber, status, reference, changedAt: changedAt.getTime() };
  });
}
