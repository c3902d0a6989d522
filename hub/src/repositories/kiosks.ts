import type { Database, Transaction } from '../database/connect.ts';

export interface Kiosk {
  id: string;
  code: string;
  publicKey: Buffer;
  revokedAt: Date | null;
  officeName: string;
  timeZone: string;
}

interface KioskRow {
  id: string;
  code: string;
  public_key: Buffer;
  revoked_at: Date | null;
  office_name: string;
  time_zone: string;
}

const SELECT = `SELECT kiosk.id, kiosk.code, kiosk.public_key, kiosk.revoked_at,
  office.name AS office_name, office.time_zone
  FROM kiosk JOIN office ON office.id = kiosk.office_id`;

function toKiosk(row: KioskRow): Kiosk {
  return {
    id: row.id,
    code: row.code,
    publicKey: row.public_key,
    revokedAt: row.revoked_at,
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

/** Remembers a nonce. False when the kiosk has used it before, also when the other use is not committed yet. */
export async function spendNonce(db: Database, kioskId: string, nonce: string, now: Date): Promise<boolean> {
  const { rowCount } = await db.query({
    name: 'spend-nonce',
    text: 'INSERT INTO spent_nonce (kiosk_id, nonce, spent_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
    values: [kioskId, nonce, now],
  });
  return rowCount === 1;
}

/** Forgets nonces spent before `before`. Returns how many. */
export async function forgetNonces(db: Database, before: Date): Promise<number> {
  const { rowCount } = await db.query('DELETE FROM spent_nonce WHERE spent_at < $1', [before]);
  return rowCount ?? 0;
}
