import type { ReadableDB, WritableDB } from '../handles.ts';

export interface NewSlip {
  id: string;
  kind: string;
  ticketNumber: string | null;
  /** What the paper will say; JSON. */
  facts: unknown;
  bootId: string;
  createdAt: number;
  /** A second paper: why, and how many like it came out, or may have, before. */
  copy?: { reason: string; earlierPapers: number };
}

/** Queues a slip inside the caller's transaction. False: this id was queued before, and nothing changed. */
export function insertSlip(db: WritableDB, { copy, ...slip }: NewSlip): boolean {
  return (
    db
      .prepare(
        `INSERT INTO slip (id, kind, ticket_number, facts, state, boot_id, created_at, changed_at, reprint_reason, earlier_papers)
         VALUES (:id, :kind, :ticketNumber, :facts, 'queued', :bootId, :createdAt, :createdAt, :reason, :earlierPapers)
         ON CONFLICT (id) DO NOTHING`,
      )
      .run({
        ...slip,
        facts: JSON.stringify(slip.facts),
        reason: copy?.reason ?? null,
        earlierPapers: copy?.earlierPapers ?? 0,
      }).changes === 1
  );
}

/** Whether a slip was queued under this id before: asked again after a lost answer, it is not printed twice. */
export function hasSlip(db: ReadableDB, id: string): boolean {
  return db.prepare('SELECT 1 FROM slip WHERE id = ?').get(id) !== undefined;
}

/** The first slip of a ticket; `facts` is null once its paper came out or the wait for it ended. */
export function findTicketSlip(db: ReadableDB, ticketNumber: string): { id: string; facts: unknown } | null {
  const row = db
    .prepare<[string], { id: string; facts: string | null }>(
      'SELECT id, facts FROM slip WHERE ticket_number = ? ORDER BY created_at, rowid LIMIT 1',
    )
    .get(ticketNumber);
  return row ? { id: row.id, facts: row.facts === null ? null : JSON.parse(row.facts) } : null;
}
