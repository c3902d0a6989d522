import type { CounterTicket, TicketPaper } from '../../shared/contract/clerk.ts';
import type { SlipState } from '../../shared/contract/kiosk-state.ts';
import type { SubmissionKind } from '../../shared/domain/submission.ts';
import type { TicketNumber } from '../../shared/domain/ticket.ts';
import type { ReadableDB } from '../db/handles.ts';
import { standingOf } from '../intake/standing.ts';

/** Tickets of these kinds ask for something at the counter. A complaint goes to the officers of the centre. */
export const COUNTER_KINDS: readonly SubmissionKind[] = [
  'registration',
  'lead',
  'product-interest',
  'product-proposal',
];

interface Row {
  number: string;
  submission_id: string;
  kind: string;
  recorded_at: number;
  served_at: number | null;
  served_by: string | null;
  additions: number;
}

/** A ticket as the counter sees it. Reads no column that holds an answer or a secret. Null: this kiosk has none of that number. */
export function findCounterTicket(db: ReadableDB, number: TicketNumber): CounterTicket | null {
  const row = db
    .prepare<[string], Row>(
      `SELECT ticket.number, ticket.submission_id, submission.kind, ticket.recorded_at,
              served.at AS served_at, served.staff_number AS served_by,
              (SELECT count(*) FROM submission AS addition
               WHERE addition.ticket_number = ticket.number AND addition.part IS NOT NULL) AS additions
       FROM ticket JOIN submission ON submission.id = ticket.submission_id
       LEFT JOIN served ON served.ticket_number = ticket.number
       WHERE ticket.number = ?`,
    )
    .get(number);
  if (row === undefined) return null;
  const kind = row.kind as SubmissionKind;
  return {
    number,
    kind,
    recordedAt: row.recorded_at,
    paper: paperOf(db, number),
    standing: standingOf(db, { number, submissionId: row.submission_id }),
    additions: row.additions,
    isForCounter: COUNTER_KINDS.includes(kind),
    served:
      row.served_at === null || row.served_by === null ? null : { at: row.served_at, by: row.served_by },
  };
}

/** The slip that needs eyes, if there is one, or else the newest: an addition that came out does not hide a ticket that did not. */
function paperOf(db: ReadableDB, number: TicketNumber): TicketPaper {
  const slip = db
    .prepare<[string], SlipState & { isOpen: 0 | 1 }>(
      `SELECT id AS slipId, state, trouble,
              state IN ('unknown', 'failed', 'handed-over') AND settled_at IS NULL AS isOpen
       FROM slip WHERE ticket_number = ?
       ORDER BY isOpen DESC, created_at DESC, rowid DESC
       LIMIT 1`,
    )
    .get(number);
  const copies = db
    .prepare('SELECT coalesce(sum(copies), 0) FROM slip WHERE ticket_number = ?')
    .pluck()
    .get(number) as number;
  if (slip === undefined) return { slip: null, isOpen: false, copies };
  const { isOpen, ...state } = slip;
  return { slip: state, isOpen: isOpen === 1, copies };
}
