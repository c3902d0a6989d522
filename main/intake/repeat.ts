import { Ticket } from '../../shared/contract/ipc.ts';
import { failed, type Result, succeeded } from '../../shared/lib/result.ts';
import type { ReadableDB } from '../db/handles.ts';
import { findTicketSlip } from '../db/repositories/slips.ts';
import { findAnswersTag } from '../db/repositories/submissions.ts';
import { findTicket } from '../db/repositories/tickets.ts';
import { secretOnSlip } from './slips/index.ts';
import type { Visit } from './visit.ts';

/**
 * The answer for a submission id that is already recorded; null when it is not. The ticket can be given again as long
 * as its secret is known: during the visit, or until its paper came out.
 */
export function findRepeat(
  db: ReadableDB,
  visit: Visit,
  submissionId: string,
  answersTag: string,
): Result<Ticket, 'intake.changed' | 'intake.visit-over'> | null {
  const recorded = findAnswersTag(db, submissionId);
  if (recorded === null) return null;
  if (recorded.tag === null) return failed({ code: 'intake.visit-over' });
  if (recorded.tag !== answersTag) return failed({ code: 'intake.changed' });
  const remembered = visit.tickets.get(submissionId);
  if (remembered) return succeeded(remembered);
  const slip = findTicketSlip(db, recorded.ticketNumber);
  const ticket = findTicket(db, recorded.ticketNumber);
  const secret = slip && secretOnSlip(slip.facts);
  if (!slip || !ticket || !secret) return failed({ code: 'intake.visit-over' });
  return succeeded(
    Ticket.parse({
      number: ticket.number,
      secret,
      qrText: ticket.qrText,
      recordedAt: ticket.recordedAt,
      slipId: slip.id,
    }),
  );
}
