import type { ClerkInput, CounterTicket } from '../../shared/contract/clerk.ts';
import { failed, type Result, succeeded } from '../../shared/lib/result.ts';
import type { WritableDB } from '../db/handles.ts';
import type { Audit } from '../staff/audit.ts';
import { findCounterTicket } from './counter-ticket.ts';

export interface ServeDeps {
  db: WritableDB;
  audit: Audit;
  /** Device clock. */
  now: () => number;
}

/** Marks that the counter did what a slip asks for, or takes the mark back. What already is so is not noted twice. */
export function markServed(
  { db, audit, now }: ServeDeps,
  { number, served }: ClerkInput<'clerk.serve'>,
  { who }: { who: string },
): Result<CounterTicket, 'clerk.not-found' | 'clerk.not-for-counter'> {
  const ticket = findCounterTicket(db, number);
  if (ticket === null) return failed({ code: 'clerk.not-found' });
  if (!ticket.isForCounter) return failed({ code: 'clerk.not-for-counter' });
  if ((ticket.served !== null) === served) return succeeded(ticket);
  audit.write({ who, act: served ? 'ticket.serve' : 'ticket.unserve', about: number, reason: null }, () => {
    if (served) {
      db.prepare('INSERT INTO served (ticket_number, at, staff_number) VALUES (?, ?, ?)').run(
        number,
        now(),
        who,
      );
    } else db.prepare('DELETE FROM served WHERE ticket_number = ?').run(number);
  });
  return succeeded(findCounterTicket(db, number) ?? ticket);
}
