import type { StaffRole } from '../../../shared/contract/signed-document.ts';
import type { Database, Transaction } from '../database/connect.ts';

export interface StaffAccount {
  officeId: number;
  staffNumber: string;
  name: string;
  roles: StaffRole[];
  pinHash: string;
  createdAt: Date;
}

interface Row {
  office_id: number;
  staff_number: string;
  name: string;
  roles: StaffRole[];
  pin_hash: string;
  created_at: Date;
}

/** Accounts that have not ended, of one office or of all, by their number. */
export async function listStaffAccounts(
  db: Database,
  officeId: number | null = null,
): Promise<StaffAccount[]> {
  const { rows } = await db.query<Row>(
    `SELECT office_id, staff_number, name, roles, pin_hash, created_at FROM staff_account
     WHERE ended_at IS NULL AND ($1::int IS NULL OR office_id = $1) ORDER BY office_id, staff_number`,
    [officeId],
  );
  return rows.map((row) => ({
    officeId: row.office_id,
    staffNumber: row.staff_number,
    name: row.name,
    roles: row.roles,
    pinHash: row.pin_hash,
    createdAt: row.created_at,
  }));
}

/** False when somebody of the office has the number. */
export async function addStaffAccount(tx: Transaction, account: StaffAccount): Promise<boolean> {
  const { rowCount } = await tx.query(
    `INSERT INTO staff_account (office_id, staff_number, name, roles, pin_hash, created_at)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (office_id, staff_number) WHERE ended_at IS NULL DO NOTHING`,
    [account.officeId, account.staffNumber, account.name, account.roles, account.pinHash, account.createdAt],
  );
  return rowCount === 1;
}

/** False when nobody of the office has the number. */
export async function endStaffAccount(
  tx: Transaction,
  officeId: number,
  staffNumber: string,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    'UPDATE staff_account SET ended_at = $3 WHERE office_id = $1 AND staff_number = $2 AND ended_at IS NULL',
    [officeId, staffNumber, now],
  );
  return rowCount === 1;
}
