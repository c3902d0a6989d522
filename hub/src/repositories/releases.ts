import type { Blob } from '../../../shared/contract/signed-document.ts';
import type { Database, Transaction } from '../database/connect.ts';

/** A version of the kiosk that may be offered. */
export interface Release {
  build: number;
  /** `<version>-<build>` */
  name: string;
  sheet: string;
  signature: string;
  keyId: string;
  pieces: Blob[];
  percent: number;
  kiosks: string[];
  stopsAfter: number;
  addedAt: Date;
  withdrawnAt: Date | null;
  withdrawnBecause: 'by-hand' | 'failed' | null;
}

interface Row {
  build: number;
  name: string;
  sheet: string;
  signature: string;
  key_id: string;
  pieces: Blob[];
  percent: number;
  kiosks: string[];
  stops_after: number;
  added_at: Date;
  withdrawn_at: Date | null;
  withdrawn_because: 'by-hand' | 'failed' | null;
}

function toRelease(row: Row): Release {
  const { key_id, stops_after, added_at, withdrawn_at, withdrawn_because, ...same } = row;
  return {
    ...same,
    keyId: key_id,
    stopsAfter: stops_after,
    addedAt: added_at,
    withdrawnAt: withdrawn_at,
    withdrawnBecause: withdrawn_because,
  };
}

const COLUMNS = `build, name, sheet, signature, key_id, pieces, percent, kiosks, stops_after, added_at, withdrawn_at,
  withdrawn_because`;

/** Newest first. */
export async function listReleases(db: Database): Promise<Release[]> {
  const { rows } = await db.query<Row>(`SELECT ${COLUMNS} FROM release ORDER BY build DESC`);
  return rows.map(toRelease);
}

/** False when a release of this build is there already. */
export async function addRelease(
  tx: Transaction,
  release: Pick<
    Release,
    'build' | 'name' | 'sheet' | 'signature' | 'keyId' | 'pieces' | 'stopsAfter' | 'addedAt'
  >,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `INSERT INTO release (build, name, sheet, signature, key_id, pieces, stops_after, added_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`,
    [
      release.build,
      release.name,
      release.sheet,
      release.signature,
      release.keyId,
      JSON.stringify(release.pieces),
      release.stopsAfter,
      release.addedAt,
    ],
  );
  return rowCount === 1;
}

/** False when there is no such release that may still be offered. */
export async function rollOut(
  tx: Transaction,
  name: string,
  { percent, kiosks }: Pick<Release, 'percent' | 'kiosks'>,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    'UPDATE release SET percent = $2, kiosks = $3 WHERE name = $1 AND withdrawn_at IS NULL',
    [name, percent, kiosks],
  );
  return rowCount === 1;
}

/** False when there is no such release that is still offered. */
export async function withdrawRelease(
  tx: Transaction,
  name: string,
  because: 'by-hand' | 'failed',
  now: Date,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE release SET withdrawn_at = $3, withdrawn_because = $2 WHERE name = $1 AND withdrawn_at IS NULL`,
    [name, because, now],
  );
  return rowCount === 1;
}

/** How many kiosks run each version, and at how many it failed, by the last report of each that is not revoked. */
export async function countStandings(
  db: Database,
): Promise<{ running: Map<string, number>; failed: Map<string, number> }> {
  const { rows } = await db.query<{ what: 'running' | 'failed'; name: string; kiosks: number }>(
    `WITH standing AS (
       SELECT report -> 'update' AS standing FROM kiosk_report
       JOIN kiosk ON kiosk.id = kiosk_report.kiosk_id
       WHERE kiosk.revoked_at IS NULL AND report ? 'update')
     SELECT 'running' AS what, standing ->> 'running' AS name, count(*)::int AS kiosks FROM standing
       WHERE standing ->> 'running' IS NOT NULL GROUP BY name
     UNION ALL
     SELECT 'failed', bad ->> 'name', count(*)::int FROM standing, jsonb_array_elements(standing -> 'bad') AS bad
       GROUP BY bad ->> 'name'`,
  );
  const of = (what: 'running' | 'failed') =>
    new Map(rows.filter((row) => row.what === what).map((row) => [row.name, row.kiosks]));
  return { running: of('running'), failed: of('failed') };
}

/** How many versions the hub has stopped offering because they failed. */
export async function countStoppedReleases(db: Database): Promise<number> {
  const { rows } = await db.query<{ stopped: number }>(
    `SELECT count(*)::int AS stopped FROM release WHERE withdrawn_because = 'failed'`,
  );
  return rows[0]?.stopped ?? 0;
}
