import { z } from 'zod';
import type { StatusPage } from '../../shared/contract/hub-api.ts';
import type { ReadableDB, WritableDB } from '../db/handles.ts';
import { readFact, writeFact } from '../db/repositories/facts.ts';

const CURSOR = 'sync.status-cursor';
const AS_OF = 'sync.statuses-as-of';
const READ_FROM_START_AT = 'sync.statuses-from-start-at';
export const STATUS_PAGE_SIZE = 200;

export function readStatusCursor(db: ReadableDB): number {
  return readFact(db, CURSOR, z.number().int().nonnegative()) ?? 0;
}

/** The hub began a new life: its changes are read from the start, and what an earlier life said is only what it said then. */
export function resetStatusCursor(db: WritableDB, now: number): void {
  writeFact(db, CURSOR, 0);
  writeFact(db, READ_FROM_START_AT, now);
}

/** Device time (Unix ms) at which the last page said that nothing newer exists; null: never. */
export function readStatusesAsOf(db: ReadableDB): number | null {
  return readFact(db, AS_OF, z.number());
}

/**
 * When a status that a page brought at `toldAt` was last known to hold (device time, Unix ms): a later pull without
 * news of it confirms it, as long as the hub that told it is the one that keeps silent.
 */
export function confirmedAsOf(db: ReadableDB, toldAt: number): number {
  const fromStartAt = readFact(db, READ_FROM_START_AT, z.number()) ?? 0;
  return toldAt < fromStartAt ? toldAt : Math.max(toldAt, readStatusesAsOf(db) ?? 0);
}

/**
 * Writes a page and moves the cursor in one transaction, so no change is ever skipped. False when the page does not
 * go on where `cursor` is (a late answer, a broken hub): nothing is written then.
 */
export function applyStatusPage(db: WritableDB, page: StatusPage, cursor: number, now: number): boolean {
  return db.transaction(() => {
    if (readStatusCursor(db) !== cursor || !risesFrom(cursor, page)) return false;
    const upsert = db.prepare(
      `INSERT INTO ticket_status (ticket_number, status, reference, changed_at, as_of)
       VALUES (:ticketNumber, :status, :reference, :changedAt, :now)
       ON CONFLICT (ticket_number) DO UPDATE SET status = excluded.status, reference = excluded.reference,
         changed_at = excluded.changed_at, as_of = excluded.as_of`,
    );
    for (const { ticketNumber, status, reference, changedAt } of page.changes) {
      upsert.run({ ticketNumber, status, reference, changedAt, now });
    }
    const last = page.changes.at(-1);
    if (last) writeFact(db, CURSOR, last.cursor);
    if (!page.more) writeFact(db, AS_OF, now);
    return true;
  })();
}

function risesFrom(cursor: number, page: StatusPage): boolean {
  let last = cursor;
  for (const change of page.changes) {
    if (change.cursor <= last) return false;
    last = change.cursor;
  }
  return !(page.more && page.changes.length === 0);
}
