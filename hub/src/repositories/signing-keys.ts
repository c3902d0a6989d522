import type { SigningRole } from '../../../shared/contract/signed-document.ts';
import type { Database, Transaction } from '../database/connect.ts';

/** The public half of a key that signs or did sign. */
export interface KnownKey {
  keyId: string;
  role: SigningRole;
  /** 32 bytes, base64. */
  publicKey: string;
  createdAt: Date;
  retiredAt: Date | null;
}

interface Row {
  key_id: string;
  role: string;
  public_key: Buffer;
  created_at: Date;
  retired_at: Date | null;
}

const COLUMNS = 'key_id, role, public_key, created_at, retired_at';

// The table's checks hold what the types promise.
function toKey(row: Row): KnownKey {
  return {
    keyId: row.key_id,
    role: row.role as SigningRole,
    publicKey: row.public_key.toString('base64'),
    createdAt: row.created_at,
    retiredAt: row.retired_at,
  };
}

export async function findKeyInUse(db: Database, role: SigningRole): Promise<KnownKey | null> {
  const { rows } = await db.query<Row>({
    name: 'find-key-in-use',
    text: `SELECT ${COLUMNS} FROM signing_key WHERE role = $1 AND retired_at IS NULL`,
    values: [role],
  });
  return rows[0] ? toKey(rows[0]) : null;
}

/** Every key, those in use first. */
export async function listKeys(db: Database): Promise<KnownKey[]> {
  const { rows } = await db.query<Row>(
    `SELECT ${COLUMNS} FROM signing_key ORDER BY retired_at IS NOT NULL, role, created_at`,
  );
  return rows.map(toKey);
}

/** Puts a key in the place of the one that its role had. Does nothing when it is there already. */
export async function putInUse(
  tx: Transaction,
  key: { keyId: string; role: SigningRole; publicKey: string },
  now: Date,
): Promise<void> {
  const publicKey = Buffer.from(key.publicKey, 'base64');
  await tx.query(
    'UPDATE signing_key SET retired_at = $3 WHERE role = $1 AND key_id <> $2 AND retired_at IS NULL',
    [key.role, key.keyId, now],
  );
  await tx.query(
    `INSERT INTO signing_key (key_id, role, public_key, created_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (key_id) DO UPDATE SET retired_at = NULL`,
    [key.keyId, key.role, publicKey, now],
  );
}

/** Takes a role's key out of use without another in its place. */
export async function retireRole(tx: Transaction, role: SigningRole, now: Date): Promise<void> {
  await tx.query('UPDATE signing_key SET retired_at = $2 WHERE role = $1 AND retired_at IS NULL', [
    role,
    now,
  ]);
}
