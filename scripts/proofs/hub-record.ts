import type pg from 'pg';
import type { ReadableDB } from '../../main/db/handles.ts';

/** What is wrong after a proof, each with a number; nothing in it: everything arrived once, was acknowledged, and nothing waits. */
export interface Account {
  shown: number;
  atHub: number;
  acknowledged: number;
  faults: string[];
}

/** A ticket that stood on the screen. */
export interface Shown {
  id: string;
  number: string;
}

/**
 * Holds what people were shown against hub and kiosk. `unseen`: what the hub may hold that nobody was shown. A kiosk that is killed
 * between commit and screen leaves such a record, and it must arrive.
 */
export async function settleAccount(
  shown: readonly Shown[],
  {
    hub,
    kioskId,
    db,
    unseen,
  }: { hub: pg.Pool | pg.ClientBase; kioskId: string; db: ReadableDB; unseen: 'none' | 'some' },
): Promise<Account> {
  const { rows } = await hub.query<{ id: string; number: string; hub_number: string; cases: number }>(
    `SELECT submission.id::text AS id, ticket_number AS number, hub_number,
       (SELECT count(*)::int FROM ticket_case WHERE ticket_case.ticket_number = submission.ticket_number) AS cases
     FROM submission WHERE kiosk_id = $1`,
    [kioskId],
  );
  const atHub = new Map(rows.map((row) => [row.id, row]));
  const told = new Map(
    db.prepare('SELECT submission_id, hub_number FROM acknowledgement').raw().all() as [string, string][],
  );
  const waiting = db
    .prepare("SELECT count(*) FROM job WHERE kind <> 'print-slip' AND state <> 'done'")
    .pluck()
    .get() as number;
  const ids = new Set(shown.map(({ id }) => id));
  const numbers = new Set(rows.map((row) => row.hub_number));
  const faults = [
    count(
      'shown and not at the hub, or under another number',
      shown,
      ({ id, number }) => atHub.get(id)?.number !== number,
    ),
    unseen === 'some' ? null : count('at the hub and never shown', rows, ({ id }) => !ids.has(id)),
    count(
      'tickets shown twice',
      [shown.length - new Set(shown.map(({ number }) => number)).size],
      (more) => more > 0,
    ),
    count('doubled at the hub', rows, ({ cases }) => cases !== 1),
    count('hub numbers given twice', [rows.length - numbers.size], (more) => more > 0),
    count('not acknowledged, or by another hub number', rows, (row) => told.get(row.id) !== row.hub_number),
    waiting === 0 ? null : `still waiting or set aside: ${waiting}`,
  ].filter((fault) => fault !== null);
  return { shown: shown.length, atHub: rows.length, acknowledged: told.size, faults };
}

function count<T>(what: string, all: readonly T[], isFault: (one: T) => boolean): string | null {
  const found = all.filter(isFault).length;
  return found === 0 ? null : `${what}: ${found}`;
}
