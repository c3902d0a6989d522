import type { HeartbeatBody } from '../../../shared/contract/hub-api.ts';
import type { Database } from '../database/connect.ts';

/** Keeps the last health of a kiosk and the highest ticket counter it ever named. Returns that counter. */
export async function keepHealth(
  db: Database,
  kioskId: string,
  health: HeartbeatBody,
  now: Date,
): Promise<number | null> {
  const named = health.nextTicketCounter > 0 ? health.nextTicketCounter - 1 : null;
  const { rows } = await db.query<{ highest: number | null }>({
    name: 'keep-health',
    text: `INSERT INTO kiosk_health AS kept (kiosk_id, health, heard_at, highest_ticket_counter)
      VALUES ($1, $2, $3, $4)
      ON CONFLICT (kiosk_id) DO UPDATE SET health = EXCLUDED.health, heard_at = EXCLUDED.heard_at,
        highest_ticket_counter = greatest(kept.highest_ticket_counter, EXCLUDED.highest_ticket_counter)
      RETURNING highest_ticket_counter AS highest`,
    values: [kioskId, JSON.stringify(health), now, named],
  });
  return rows[0]?.highest ?? null;
}

/** Counts for the metrics: kiosks, and how many were heard since `since`. */
export async function countKiosks(db: Database, since: Date): Promise<{ enrolled: number; heard: number }> {
  const { rows } = await db.query<{ enrolled: number; heard: number }>(
    `SELECT count(*) AS enrolled, count(*) FILTER (WHERE kiosk_health.heard_at >= $1) AS heard
     FROM kiosk LEFT JOIN kiosk_health ON kiosk_health.kiosk_id = kiosk.id WHERE kiosk.revoked_at IS NULL`,
    [since],
  );
  return rows[0] ?? { enrolled: 0, heard: 0 };
}
