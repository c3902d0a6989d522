import type pg from 'pg';
import type { WritableDB } from '../../main/db/handles.ts';

/** What is wrong after a proof, each with a number; nothing in it: everything arrived once, was acknowledged, and nothing waits. */
export interface Account {
  shown: number;
  atHub: number;
  acknowledged: number;
  faults: string[];
}

/** Holds what people were shown (submission ids) against hub and kiosk. */
export async function settleAccount(
  shown: readonly string[],
  pool: pg.Pool,
  kioskId: string,
  db: WritableDB,
): Promise<Account> {
  const { rows } = await pool.query<{ id: string; hub_number: string; cases: number }>(
    `SELECT submission.id::text AS id, hub_number,
       (SELECT count(*)::int FROM ticket_case WHERE ticket_case.ticket_number = submission.ticket_number) AS cases
     FROM submission WHERE kiosk_id = $1`,
    [kioskId],
  );
  const atHub = new Map(rows.map((row) => [row.id, row.hub_number]));
  const told = new Map(
    db.prepare('SELECT submission_id, hub_number FROM acknowledgement').raw().all() as [string, string][],
  );
  const waiting = db
    .prepare("SELECT count(*) FROM job WHERE kind <> 'print-slip' AND state <> 'done'")
    .pluck()
    .get() as number;
  const ids = new Set(shown);
  const faults = [
    count('shown and not at the hub', shown, (id) => !atHub.has(id)),
    count('at the hub and never shown', [...atHub.keys()], (id) => !ids.has(id)),
    count('doubled at the hub', rows, ({ cases }) => cases !== 1),
    count('hub numbers given twice', [atHub.size - new Set(atHub.values()).size], (more) => more > 0),
    count('not acknowledged, or by another number', shown, (id) => told.get(id) !== atHub.get(id)),
    waiting === 0 ? null : `still waiting or set aside: ${waiting}`,
  ].filter((fault) => fault !== null);
  return { shown: shown.length, atHub: rows.length, acknowledged: told.size, faults };
}

function count<T>(what: string, all: readonly T[], isFault: (one: T) => boolean): string | null {
  const found = all.filter(isFault).length;
  return found === 0 ? null : `${what}: ${found}`;
}
