import type { SlipState, SlipTrouble } from '../../shared/contract/kiosk-state.ts';
import type { ReadableDB, WritableDB } from '../db/handles.ts';
import { bookPapers } from '../db/repositories/paper.ts';

/**
 * The table of slips. A slip is printed from `queued` alone, and every step out of `queued` is one UPDATE that names
 * the state it leaves: so no crash, double tap or late answer brings out a second paper. `facts` may carry a ticket's
 * secret and goes to NULL with the last step that could need it.
 */

export interface SlipToPrint {
  slipId: string;
  kind: string;
  ticketNumber: string | null;
  /** JSON as it was queued; whoever lays it out parses it. */
  facts: unknown;
  /** Papers like this that came out, or may have, before this one, of this slip and of those it is a copy of: from 1 on it says SALINAN. */
  copies: number;
  /** Counts this try, from 1. */
  attempt: number;
}

export function findSlip(db: ReadableDB, slipId: string): SlipState | null {
  const row = db
    .prepare<[string], SlipState>('SELECT id AS slipId, state, trouble FROM slip WHERE id = ?')
    .get(slipId);
  return row ?? null;
}

/** Null: this slip is not to be printed (any more): printed, handed over, of another boot, or already in work. */
export function beginPrinting(
  db: WritableDB,
  slipId: string,
  bootId: string,
  now: number,
): SlipToPrint | null {
  const row = db
    .prepare<object, SlipRow>(
      `UPDATE slip SET state = 'printing', trouble = NULL, attempts = attempts + 1, changed_at = :now
       WHERE id = :slipId AND state = 'queued' AND boot_id = :bootId AND facts IS NOT NULL
       RETURNING id, kind, ticket_number, facts, copies + earlier_papers AS copies, attempts`,
    )
    .get({ slipId, bootId, now });
  if (!row) return null;
  return {
    slipId: row.id,
    kind: row.kind,
    ticketNumber: row.ticket_number,
    facts: JSON.parse(row.facts),
    copies: row.copies,
    attempt: row.attempts,
  };
}

export interface SlipStep {
  slipId: string;
  from: readonly SlipState['state'][];
  to: SlipState['state'];
  trouble: SlipTrouble | null;
  /** Paper came out, or may have. */
  paper?: boolean;
  eraseFacts?: boolean;
}

/** At boot, before anything moves: part of a slip of the last run may still be in the printer. */
export function wasPrintingInterrupted(db: ReadableDB): boolean {
  return db.prepare("SELECT 1 FROM slip WHERE state = 'printing' LIMIT 1").get() !== undefined;
}

/** False when the slip was in none of the states to leave. Paper that came out, or may have, is counted in the same transaction. */
export function moveSlip(db: WritableDB, step: SlipStep, now: number): boolean {
  return db.transaction(() => {
    const isMoved = leaveState(db, step, now);
    if (isMoved && step.paper) bookPapers(db, [step.slipId], now);
    return isMoved;
  })();
}

function leaveState(db: WritableDB, step: SlipStep, now: number): boolean {
  return (
    db
      .prepare(
        `UPDATE slip SET state = :to, trouble = :trouble, changed_at = :now, copies = copies + :paper,
           facts = CASE WHEN :erase THEN NULL ELSE facts END
         WHERE id = :slipId AND state IN (SELECT value FROM json_each(:from))`,
      )
      .run({
        to: step.to,
        trouble: step.trouble,
        now,
        paper: step.paper ? 1 : 0,
        erase: step.eraseFacts ? 1 : 0,
        slipId: step.slipId,
        from: JSON.stringify(step.from),
      }).changes === 1
  );
}

/** The visit is over: what did not come out goes to the counter, and nothing of the visit's facts stays. Gives the ids that changed. */
export function handOverSlipsOfVisit(db: WritableDB, now: number): string[] {
  return db.transaction(() => {
    db.prepare(`UPDATE slip SET facts = NULL WHERE state = 'unknown' AND facts IS NOT NULL`).run();
    return db
      .prepare<[number], string>(
        `UPDATE slip SET state = 'handed-over', trouble = 'visit-ended', facts = NULL, changed_at = ?
         WHERE state IN ('queued', 'failed') RETURNING id`,
      )
      .pluck()
      .all(now) as string[];
  })();
}

/** At boot: no slip that an earlier boot was asked for is ever printed by itself, and half-printed ones need eyes. */
export function closeSlipsOfEarlierBoots(db: WritableDB, bootId: string, now: number): void {
  db.transaction(() => {
    const interrupted = db
      .prepare<[string], string>("SELECT id FROM slip WHERE boot_id <> ? AND state = 'printing'")
      .pluck()
      .all(bootId) as string[];
    db.prepare(
      `UPDATE slip SET
         state = CASE state WHEN 'printing' THEN 'unknown' WHEN 'unknown' THEN 'unknown' ELSE 'handed-over' END,
         trouble = CASE state WHEN 'unknown' THEN trouble ELSE 'interrupted' END,
         copies = copies + (state = 'printing'), facts = NULL, changed_at = :now
       WHERE boot_id <> :bootId AND (state IN ('queued', 'failed', 'printing') OR (state = 'unknown' AND facts IS NOT NULL))`,
    ).run({ bootId, now });
    bookPapers(db, interrupted, now);
  })();
}

interface SlipRow {
  id: string;
  kind: string;
  ticket_number: string | null;
  facts: string;
  copies: number;
  attempts: number;
}
