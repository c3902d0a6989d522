import type { ClerkInput, ClerkOutput } from '../../shared/contract/clerk.ts';
import type { KioskContent } from '../../shared/contract/content.ts';
import type { SlipState } from '../../shared/contract/kiosk-state.ts';
import type { Language } from '../../shared/domain/language.ts';
import type { ServiceSlip } from '../../shared/domain/slip.ts';
import type { SubmissionKind } from '../../shared/domain/submission.ts';
import type { TicketNumber } from '../../shared/domain/ticket.ts';
import { failed, type Result, succeeded } from '../../shared/lib/result.ts';
import type { ReadableDB, WritableDB } from '../db/handles.ts';
import { type Enrolment, findEnrolment } from '../db/repositories/enrolment.ts';
import { findTicket } from '../db/repositories/tickets.ts';
import { copySlip } from '../intake/slips/copy.ts';
import { queueSlip } from '../jobs/queue-slip.ts';
import type { Audit } from '../staff/audit.ts';

export interface ReprintDeps {
  db: WritableDB;
  audit: Audit;
  bootId: string;
  /** Device clock. */
  now: () => number;
  kioskNow: () => number;
  readContent: () => KioskContent;
  onSlipChange: (slip: SlipState) => void;
}

/**
 * Puts a copy of a ticket's slip in the same queue as every slip. Whatever of the ticket still waits to be printed is taken out of the
 * queue with it: the copy takes its place, and nothing comes out twice. Asking again with one id prints once.
 */
export function reprint(
  deps: ReprintDeps,
  { requestId, number, reason }: ClerkInput<'clerk.reprint'>,
  { who }: { who: string },
): Result<ClerkOutput<'clerk.reprint'>, 'clerk.not-found' | 'clerk.not-ready'> {
  const { db, audit, bootId } = deps;
  const asked = db.prepare('SELECT ticket_number FROM slip WHERE id = ?').pluck().get(requestId);
  if (asked !== undefined) {
    return asked === number ? succeeded({ slipId: requestId }) : failed({ code: 'clerk.not-found' });
  }
  const enrolment = findEnrolment(db);
  if (enrolment === null) return failed({ code: 'clerk.not-ready' });
  const facts = factsOfCopy(deps, number, enrolment);
  if (facts === null) return failed({ code: 'clerk.not-found' });
  const replaced = audit.write({ who, act: 'slip.reprint', about: number, reason }, () => {
    const now = deps.now();
    // Counted before anything is taken out of the queue: a slip that is in the printer now may come out.
    const earlierPapers = Math.max(1, papersOf(db, number));
    const gone = replaceEarlier(db, number, now);
    queueSlip(
      db,
      {
        id: requestId,
        kind: facts.kind,
        ticketNumber: number,
        facts,
        bootId,
        createdAt: deps.kioskNow(),
        copy: { reason, earlierPapers },
      },
      now,
    );
    return gone;
  });
  for (const slip of replaced) deps.onSlipChange(slip);
  return succeeded({ slipId: requestId });
}

/** Null: this kiosk has no such ticket. */
function factsOfCopy(
  { db, readContent, kioskNow }: Pick<ReprintDeps, 'db' | 'readContent' | 'kioskNow'>,
  number: TicketNumber,
  enrolment: Enrolment,
): ServiceSlip | null {
  const ticket = findTicket(db, number);
  const opener =
    ticket &&
    db
      .prepare<[string], { kind: string; language: string }>(
        'SELECT kind, language FROM submission WHERE id = ?',
      )
      .get(ticket.submissionId);
  if (!ticket || !opener) return null;
  const kind = opener.kind as Exclude<SubmissionKind, 'follow-up'>;
  const source = { language: opener.language as Language, enrolment, content: readContent() };
  return copySlip(source, { ...ticket, kind }, kioskNow());
}

/** Papers of a ticket that came out, or may have, with the one that is in the printer. */
function papersOf(db: ReadableDB, number: TicketNumber): number {
  return db
    .prepare("SELECT coalesce(sum(copies + (state = 'printing')), 0) FROM slip WHERE ticket_number = ?")
    .pluck()
    .get(number) as number;
}

/** What waited is handed over, and nothing of the ticket asks for eyes any more. Gives what left the queue. */
function replaceEarlier(db: WritableDB, number: TicketNumber, now: number): SlipState[] {
  const gone = db
    .prepare<object, SlipState>(
      `UPDATE slip SET state = 'handed-over', trouble = NULL, facts = NULL, changed_at = :now
       WHERE ticket_number = :number AND state IN ('queued', 'failed')
       RETURNING id AS slipId, state, trouble`,
    )
    .all({ number, now });
  db.prepare(
    `UPDATE slip SET settled_at = :now
     WHERE ticket_number = :number AND state IN ('unknown', 'handed-over') AND settled_at IS NULL`,
  ).run({ number, now });
  return gone;
}
