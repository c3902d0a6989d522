import type pg from 'pg';
import type { Account } from './messages.ts';

/** What the kiosks committed against what lies in the table. All must be 0. */
export interface Verdict {
  /** Committed at a kiosk, not in the table. */
  lost: number;
  /** Told as accepted, not in the table. */
  toldAndLost: number;
  /** In the table more than once, under a ticket that another has too, or told with two hub numbers. */
  doubled: number;
  /** In the table under another hub number than was told. */
  otherNumber: number;
  /** In the table, committed by no kiosk. */
  invented: number;
  /** Set aside by the hub: these records have no fault. */
  setAside: number;
}

export async function judge(pool: pg.Pool, account: Account): Promise<Verdict> {
  const { rows } = await pool.query<{ id: string; ticket_number: string; hub_number: string }>(
    'SELECT id, ticket_number, hub_number FROM submission',
  );
  const stored = new Map(rows.map((row) => [row.id, row]));
  const committed = new Set(account.committed.map(({ id }) => id));
  const acknowledged = new Map(account.acknowledged);
  return {
    lost: account.committed.filter(({ id }) => !stored.has(id)).length,
    toldAndLost: account.acknowledged.filter(([id]) => !stored.has(id)).length,
    doubled:
      repeatedIn(rows.map((row) => row.id)) +
      repeatedIn(rows.map((row) => row.ticket_number)) +
      repeatedIn(rows.map((row) => row.hub_number)) +
      account.toldTwice.length,
    otherNumber: rows.filter((row) => {
      const told = acknowledged.get(row.id);
      return told !== undefined && told !== row.hub_number;
    }).length,
    invented: rows.filter((row) => !committed.has(row.id)).length,
    setAside: account.setAside.length,
  };
}

function repeatedIn(values: string[]): number {
  return values.length - new Set(values).size;
}
