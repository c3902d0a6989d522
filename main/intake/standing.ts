import { CaseStatus, type TicketStanding } from '../../shared/domain/ticket-status.ts';
import type { ReadableDB } from '../db/handles.ts';
import type { StoredTicket } from '../db/repositories/tickets.ts';
import { jobIdOf } from '../jobs/job.ts';
import { confirmedAsOf } from '../sync/status-pages.ts';

/** What may honestly be said of a ticket: no more than this kiosk knows, with the time at which it knew it. */
export function standingOf(
  db: ReadableDB,
  ticket: Pick<StoredTicket, 'number' | 'submissionId'>,
): TicketStanding {
  return caseOf(db, ticket) ?? receivedOf(db, ticket) ?? troubleOf(db, ticket) ?? { standing: 'recorded' };
}

function caseOf(db: ReadableDB, ticket: Pick<StoredTicket, 'number'>): TicketStanding | null {
  const row = db
    .prepare<[string], { status: string; reference: string | null; changed_at: number; as_of: number }>(
      'SELECT status, reference, changed_at, as_of FROM ticket_status WHERE ticket_number = ?',
    )
    .get(ticket.number);
  const status = CaseStatus.safeParse(row?.status);
  if (!row || !status.success) return null;
  return {
    standing: 'case',
    status: status.data,
    ...(row.reference === null ? {} : { reference: row.reference }),
    changedAt: row.changed_at,
    asOf: confirmedAsOf(db, row.as_of),
  };
}

function receivedOf(db: ReadableDB, ticket: Pick<StoredTicket, 'submissionId'>): TicketStanding | null {
  const receivedAt = db
    .prepare('SELECT hub_received_at FROM acknowledgement WHERE submission_id = ?')
    .pluck()
    .get(ticket.submissionId) as number | undefined;
  return receivedAt === undefined ? null : { standing: 'received', receivedAt };
}

function troubleOf(db: ReadableDB, ticket: Pick<StoredTicket, 'submissionId'>): TicketStanding | null {
  const setAside = db
    .prepare("SELECT 1 FROM job WHERE id = ? AND state IN ('needs-person', 'refused')")
    .get(jobIdOf({ kind: 'send-submission', payload: { submissionId: ticket.submissionId } }));
  return setAside === undefined ? null : { standing: 'needs-person' };
}
