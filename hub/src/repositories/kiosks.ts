import type { Database, Transaction } from '../database/connect.ts';

export interface Kiosk {
  id: string;
  /** Counts from 0 in the order of enrolment. */
  ordinal: number;
  code: string;
  publicKey: Buffer;
  revokedAt: Date | null;
  officeId: number;
  officeName: string;
  timeZone: string;
}

interface KioskRow {
  id: string;
  ordinal: number;
  code: string;
  public_key: Buffer;
  revoked_at: Date | null;
  office_id: number;
  office_name: string;
  time_zone: string;
}

const SELECT = `SELECT kiosk.id, kiosk.ordinal, kiosk.code, kiosk.public_key, kiosk.revoked_at,
  office.id AS office_id, office.name AS office_name, office.time_zone
  FROM kiosk JOIN office ON office.id = kiosk.office_id`;

function toKiosk(row: KioskRow): Kiosk {
  return {
    id: row.id,
    ordinal: row.ordinal,
    code: row.code,
    publicKey: row.public_key,
    revokedAt: row.revoked_at,
    officeId: row.office_id,
    officeName: row.office_name,
    timeZone: row.time_zone,
  };
}

export async function findKiosk(db: Database, id: string): Promise<Kiosk | null> {
  const { rows } = await db.query<KioskRow>({
    name: 'find-kiosk',
    text: `${SELECT} WHERE kiosk.id = $1`,
    values: [id],
  });
  return rows[0] ? toKiosk(rows[0]) : null;
}

export async function findKioskByCode(db: Database, code: string): Promise<Kiosk | null> {
  const { rows } = await db.query<KioskRow>(`${SELECT} WHERE kiosk.code = $1`, [code]);
  return rows[0] ? toKiosk(rows[0]) : null;
}

export async function findKioskByKey(db: Database, publicKey: Buffer): Promise<Kiosk | null> {
  const { rows } = await db.query<KioskRow>(`${SELECT} WHERE kiosk.public_key = $1`, [publicKey]);
  return rows[0] ? toKiosk(rows[0]) : null;
}

export async function addKiosk(
  tx: Transaction,
  kiosk: { id: string; ordinal: number; code: string; officeId: number; publicKey: Buffer; enrolledAt: Date },
): Promise<void> {
  await tx.query(
    `INSERT INTO kiosk (id, ordinal, code, office_id, public_key, enrolled_at) VALUES ($1, $2, $3, $4, $5, $6)`,
    [kiosk.id, kiosk.ordinal, kiosk.code, kiosk.officeId, kiosk.publicKey, kiosk.enrolledAt],
  );
}

/** Refuses the kiosk from now on. False when no kiosk has the code. A second time keeps the first date. */
export async function revokeKiosk(db: Database, code: string, now: Date): Promise<boolean> {
  const { rowCount } = await db.query(
    'UPDATE kiosk SET revoked_at = coalesce(revoked_at, $2) WHERE code = $1',
    [code, now],
  );
  return rowCount === 1;
}

/** Takes a revocation back: the kiosk is served again from the next request on. False when no kiosk has the code. */
export async function readmitKiosk(db: Database, code: string): Promise<boolean> {
  const { rowCount } = await db.query('UPDATE kiosk SET revoked_at = NULL WHERE code = $1', [code]);
  return rowCount === 1;
}

/**
 * Remembers a nonce for as long as its day is kept. False when the kiosk has used it before, also when the other use is
 * not committed yet (around midnight UTC only when it is).
 */
export async function spendNonce(db: Database, kioskId: string, nonce: string, now: Date): Promise<boolean> {
  const { rowCount } = await db.query({
    name: 'spend-nonce',
    text: `INSERT INTO spent_nonce (kiosk_id, nonce, spent_on)
      SELECT $1, $2, $3 WHERE NOT EXISTS (SELECT 1 FROM spent_nonce WHERE kiosk_id = $1 AND nonce = $2)
      ON CONFLICT DO NOTHING`,
    values: [kioskId, nonce, now.toISOString().slice(0, 10)],
  });
  return rowCount === 1;
}
