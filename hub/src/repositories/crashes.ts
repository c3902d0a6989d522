import type { Crash } from '../../../shared/contract/crash.ts';
import type { Database } from '../database/connect.ts';

/** How often a version crashed, by the last report of each kiosk that is not revoked; each report holds the newest twenty. */
export interface VersionCrashes {
  version: string;
  /** They said in their last heartbeat that they run it. */
  running: number;
  /** It crashed at so many of all kiosks, also at those that run another one by now. */
  crashedAt: number;
  crashes: number;
  byPart: Record<Crash['process'], number>;
  /** Unix ms by the clock of the kiosk. Null: none crashed. */
  lastAt: number | null;
}

interface Row extends Record<Crash['process'], number> {
  version: string;
  running: number;
  crashedAt: number;
  crashes: number;
  lastAt: number | null;
}

/** Every version that runs or crashed, the one that crashed at most kiosks first. `since`: by the clock of the kiosk. */
export async function countCrashes(db: Database, since: Date): Promise<VersionCrashes[]> {
  const { rows } = await db.query<Row>(
    `WITH running AS (
       SELECT health ->> 'appVersion' AS version, count(*)::int AS kiosks
       FROM kiosk_health JOIN kiosk ON kiosk.id = kiosk_health.kiosk_id WHERE kiosk.revoked_at IS NULL GROUP BY 1),
     told AS (
       SELECT kiosk.id, crash ->> 'version' AS version, crash ->> 'process' AS part, (crash ->> 'at')::bigint AS at
       FROM kiosk_report JOIN kiosk ON kiosk.id = kiosk_report.kiosk_id,
         jsonb_array_elements(report -> 'crashes') AS crash
       WHERE kiosk.revoked_at IS NULL AND (crash ->> 'at')::bigint >= $1),
     crashed AS (
       SELECT version, count(DISTINCT id)::int AS kiosks, count(*)::int AS crashes, max(at) AS last_at,
         count(*) FILTER (WHERE part = 'main')::int AS main, count(*) FILTER (WHERE part = 'screen')::int AS screen,
         count(*) FILTER (WHERE part = 'gpu')::int AS gpu, count(*) FILTER (WHERE part = 'helper')::int AS helper
       FROM told GROUP BY version)
     SELECT version, coalesce(running.kiosks, 0) AS running, coalesce(crashed.kiosks, 0) AS "crashedAt",
       coalesce(crashes, 0) AS crashes, coalesce(main, 0) AS main, coalesce(screen, 0) AS screen,
       coalesce(gpu, 0) AS gpu, coalesce(helper, 0) AS helper, last_at AS "lastAt"
     FROM running FULL JOIN crashed USING (version) ORDER BY "crashedAt" DESC, version DESC`,
    [since.getTime()],
  );
  return rows.map(({ main, screen, gpu, helper, ...row }) => ({
    ...row,
    byPart: { main, screen, gpu, helper },
  }));
}
