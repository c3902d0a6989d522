import type { Database, Transaction } from '../database/connect.ts';

export interface EnrolmentCode {
  officeId: number;
  expiresAt: Date;
  kioskId: string | null;
}

/** Makes a code for the office, and the office where it is new. */
export async function addEnrolmentCode(
  db: Database,
  code: { sha256: Buffer; officeName: string; timeZone: string; createdAt: Date; expiresAt: Date },
): Promise<void> {
  await db.query(
    `WITH place AS (
       INSERT INTO office (name, time_zone, created_at) VALUES ($2, $3, $4)
       ON CONFLICT (name) DO UPDATE SET time_zone = EXCLUDED.time_zone RETURNING id)
     INSERT INTO enrolment_code (code_sha256, office_id, created_at, expires_at)
     SELECT $1, id, $4, $5 FROM place`,
    [code.sha256, code.officeName, code.timeZone, code.createdAt, code.expiresAt],
  );
}

/** Finds a code and keeps others from using it until the transaction ends. */
export async function lockEnrolmentCode(tx: Transaction, sha256: Buffer): Promise<EnrolmentCode | null> {
  const { rows } = await tx.query<{ office_id: number; expires_at: Date; kiosk_id: string | null }>(
    'SELECT office_id, expires_at, kiosk_id FROM enrolment_code WHERE code_sha256 = $1 FOR UPDATE',
    [sha256],
  );
  const row = rows[0];
  return row ? { officeId: row.office_id, expiresAt: row.expires_at, kioskId: row.kiosk_id } : null;
}

export async function spendEnrolmentCode(
  tx: Transaction,
  sha256: Buffer,
  kioskId: string,
  now: Date,
): Promise<void> {
  await tx.query('UPDATE enrolment_code SET used_at = $2, kiosk_id = $3 WHERE code_sha256 = $1', [
    sha256,
    now,
    kioskId,
  ]);
}
