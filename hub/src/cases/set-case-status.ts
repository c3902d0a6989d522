import type { TicketNumber } from '../../../shared/domain/ticket.ts';
import type { CaseStatus } from '../../../shared/domain/ticket-status.ts';
import type { Transaction } from '../database/connect.ts';
import { RequestProblem } from '../problems.ts';
import { changeCase, lockCase, type TicketCase } from '../repositories/cases.ts';

export interface CaseWish {
  ticketNumber: TicketNumber;
  status: CaseStatus;
  /** Number that the office which has the case now gave it. */
  reference: string | null;
}

/** Sets what an officer says about a case. Saying the same again changes nothing. Throws `RequestProblem`. */
export async function setCaseStatus(
  tx: Transaction,
  wish: CaseWish,
  by: string,
  now: Date,
): Promise<TicketCase> {
  const current = await lockCase(tx, wish.ticketNumber);
  if (!current) throw new RequestProblem('case.unknown');
  if (current.status === wish.status && current.reference === wish.reference) return current;
  const changed = { ...current, status: wish.status, reference: wish.reference, changedAt: now };
  await changeCase(tx, changed, by);
  return changed;
}
