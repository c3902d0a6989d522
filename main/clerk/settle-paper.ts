import type { ClerkInput, ClerkOutput, CounterTicket } from '../../shared/contract/clerk.ts';
import type { SlipState } from '../../shared/contract/kiosk-state.ts';
import type { TicketNumber } from '../../shared/domain/ticket.ts';
import { failed, type Result, succeeded } from '../../shared/lib/result.ts';
import type { WritableDB } from '../db/handles.ts';
import { moveSlip } from '../jobs/slips.ts';
import type { Audit } from '../staff/audit.ts';
import { findCounterTicket } from './counter-ticket.ts';

export interface SettlePaperDeps {
  db: WritableDB;
  audit: Audit;
  /** Device clock. */
  now: () => number;
  onSlipChange: (slip: SlipState) => void;
}

interface Row {
  state: SlipState['state'];
  trouble: SlipState['trouble'];
  ticket_number: string | null;
  copies: number;
}

/**
 * Writes down what a person saw. A paper that lies there was printed. One that does not lie there waits for the counter, which may print a
 * copy; that it may have come out stays counted, because somebody may have taken it.
 */
export function settlePaper(
  { db, audit, now, onSlipChange }: SettlePaperDeps,
  { slipId, cameOut }: ClerkInput<'clerk.settle-paper'>,
  { who }: { who: string },
): Result<ClerkOutput<'clerk.settle-paper'>, 'clerk.not-found' | 'clerk.not-unsure'> {
  const find = () =>
    db
      .prepare<[string], Row>('SELECT state, trouble, ticket_number, copies FROM slip WHERE id = ?')
      .get(slipId);
  const slip = find();
  if (slip === undefined) return failed({ code: 'clerk.not-found' });
  if (slip.state !== 'unknown' && slip.state !== 'handed-over') return failed({ code: 'clerk.not-unsure' });
  const entry = {
    who,
    act: 'slip.settle',
    about: slip.ticket_number ?? slipId,
    reason: cameOut ? 'came-out' : 'did-not-come-out',
  };
  audit.write(entry, () => {
    const step = { slipId, from: ['unknown', 'handed-over'], eraseFacts: true } as const;
    if (cameOut) {
      moveSlip(db, { ...step, to: 'printed', trouble: null, paper: slip.copies === 0 }, now());
      db.prepare('UPDATE slip SET settled_at = ? WHERE id = ?').run(now(), slipId);
    } else if (slip.state === 'unknown') {
      moveSlip(db, { ...step, to: 'handed-over', trouble: slip.trouble }, now());
    }
  });
  const settled = find();
  if (settled !== undefined) onSlipChange({ slipId, state: settled.state, trouble: settled.trouble });
  return succeeded(ticketOf(db, slip));
}

/** Nobody waits for this paper any more. That it did not come out stays as it is; only the list forgets it. */
export function endPaper(
  { db, audit, now }: Omit<SettlePaperDeps, 'onSlipChange'>,
  { slipId }: ClerkInput<'clerk.end-paper'>,
  { who }: { who: string },
): Result<ClerkOutput<'clerk.end-paper'>, 'clerk.not-found' | 'clerk.not-unsure'> {
  const slip = db
    .prepare<[string], Row & { settled_at: number | null }>(
      'SELECT state, trouble, ticket_number, copies, settled_at FROM slip WHERE id = ?',
    )
    .get(slipId);
  if (slip === undefined) return failed({ code: 'clerk.not-found' });
  if (slip.state !== 'handed-over') return failed({ code: 'clerk.not-unsure' });
  if (slip.settled_at === null) {
    const about = slip.ticket_number ?? slipId;
    audit.write({ who, act: 'slip.end', about, reason: 'visitor-left' }, () =>
      db.prepare('UPDATE slip SET settled_at = ? WHERE id = ?').run(now(), slipId),
    );
  }
  return succeeded(ticketOf(db, slip));
}

function ticketOf(db: WritableDB, { ticket_number: number }: Row): CounterTicket | null {
  return number === null ? null : findCounterTicket(db, number as TicketNumber);
}
