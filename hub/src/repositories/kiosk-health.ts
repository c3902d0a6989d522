import type { HeartbeatBody } from '../../../shared/contract/hub-api.ts';
import type { Database } from '../database/connect.ts';

/** What a heartbeat is answered with. */
export interface HeartbeatFacts {
  epoch: string;
  backedUpTo: Date | null;
  /** Highest ticket counter that was ever seen from the kiosk, in its records or in what it said. Null: none. */
  highestTicketCounter: number | null;
}

/** Keeps a heartbeat as the last and in the history of its day, in one statement. */
export async function keepHealth(
  db: Database,
  kioskId: string,
  health: HeartbeatBody,
  now: Date,
): Promise<HeartbeatFacts> {
  const named = health.nextTicketCounter > 0 ? health.nextTicketCounter - 1 : null;
  const { rows } = await db.query<{ epoch: string; backed_up_to: Date | null; highest: number | null }>({
    name: 'keep-health',
    text: `WITH latest AS (
        INSERT INTO kiosk_health AS kept (kiosk_id, health, heard_at, highest_ticket_counter)
        VALUES ($1, $2, $3, $4)
        ON CONFLICT (kiosk_id) DO UPDATE SET health = EXCLUDED.health, heard_at = EXCLUDED.heard_at,
          highest_ticket_counter = greatest(kept.highest_ticket_counter, EXCLUDED.highest_ticket_counter)
        RETURNING highest_ticket_counter),
      history AS (INSERT INTO heartbeat (kiosk_id, heard_at, health) VALUES ($1, $3, $2))
      SELECT hub.epoch, hub.backed_up_to, greatest(latest.highest_ticket_counter,
        (SELECT max(ticket_counter) FROM submission WHERE kiosk_id = $1)) AS highest
      FROM hub, latest`,
    values: [kioskId, JSON.stringify(health), now, named],
  });
  const row = rows[0];
  if (!row) throw new Error('the database has no hub row: it was not prepared');
  return { epoch: row.epoch, backedUpTo: row.backed_up_to, highestTicketCounter: row.highest };
}

/** What the kiosks said last, for the metrics. Revoked ones are not counted. */
export interface FleetCounts {
  enrolled: number;
  heard: number;
  /** Records that the kiosks said to hold. */
  waiting: number;
  setAside: number;
  kiosksWithWaiting: number;
  /** The moment at which the oldest of them was recorded, by its kiosk's clock. Unix ms. */
  oldestWaitingAt: number | null;
}

/** `heard`: since `since`. */
export async function countKiosks(db: Database, since: Date): Promise<FleetCounts> {
  const { rows } = await db.query<FleetCounts>(
    `SELECT count(*) AS enrolled, count(*) FILTER (WHERE heard_at >= $1) AS heard,
       coalesce(sum((health ->> 'waiting')::bigint), 0)::bigint AS waiting,
       coalesce(sum((health ->> 'setAside')::bigint), 0)::bigint AS "setAside",
       count(*) FILTER (WHERE (health ->> 'waiting')::bigint > 0) AS "kiosksWithWaiting",
       min((health ->> 'oldestWaitingAt')::bigint) AS "oldestWaitingAt"
     FROM kiosk LEFT JOIN kiosk_health ON kiosk_health.kiosk_id = kiosk.id WHERE kiosk.revoked_at IS NULL`,
    [since],
  );
  if (!rows[0]) throw new Error('a count without a row');
  return rows[0];
}
