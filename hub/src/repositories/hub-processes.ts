import type { Database } from '../database/connect.ts';

/** A process that was not heard for this long serves no more. */
const SERVES_WITHIN = '20 seconds';
const KIOSK_BELONGS_WITHIN = '1 day';

/** Tells what this process carries and returns what all carry together: the mean, because a balancer shares calls evenly. */
export async function shareLoad(
  db: Database,
  { id, pressure }: { id: string; pressure: number },
  now: Date,
): Promise<{ processes: number; kiosks: number; pressure: number }> {
  const { rows } = await db.query<{ processes: number; kiosks: number; pressure: number | null }>({
    name: 'share-load',
    text: `WITH own AS (
        INSERT INTO hub_process (id, heard_at, pressure) VALUES ($1, $2, $3)
        ON CONFLICT (id) DO UPDATE SET heard_at = EXCLUDED.heard_at, pressure = EXCLUDED.pressure),
      gone AS (DELETE FROM hub_process WHERE id <> $1 AND heard_at < $2::timestamptz - interval '1 hour')
      SELECT count(*)::int + 1 AS processes, avg(pressure)::float8 AS pressure,
        (SELECT count(*)::int FROM kiosk_health
          WHERE heard_at > $2::timestamptz - interval '${KIOSK_BELONGS_WITHIN}') AS kiosks
      FROM hub_process WHERE id <> $1 AND heard_at > $2::timestamptz - interval '${SERVES_WITHIN}'`,
    values: [id, now, pressure],
  });
  const row = rows[0];
  if (!row) throw new Error('a count without a row');
  const others = row.processes - 1;
  return { ...row, pressure: ((row.pressure ?? 0) * others + pressure) / row.processes };
}

/** The process ends in order: the others need not wait until it is missed. */
export async function forgetProcess(db: Database, id: string): Promise<void> {
  await db.query('DELETE FROM hub_process WHERE id = $1', [id]);
}
