import type { Database, Transaction } from '../database/connect.ts';

/** Not 0: the code of that kiosk would be 222 and its first ticket 2222-2222, which looks like a place left blank. */
const FIRST_KIOSK_ORDINAL = 1;

/** Makes the hub's one row. Does nothing when it is there. */
export async function ensureHub(tx: Transaction, epoch: string, now: Date): Promise<void> {
  await tx.query(
    'INSERT INTO hub (epoch, created_at, next_kiosk_ordinal) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
    [epoch, now, FIRST_KIOSK_ORDINAL],
  );
}

export async function getEpoch(db: Database): Promise<string> {
  const { rows } = await db.query<{ epoch: string }>('SELECT epoch FROM hub');
  if (!rows[0]) throw new Error('the database has no hub row: it was not prepared');
  return rows[0].epoch;
}

/** Whether the database has so many migrations and takes writes: a replica answers questions and keeps nothing. */
export async function isReadyForWork(db: Database, migrations: number): Promise<boolean> {
  const { rows } = await db.query<{ applied: number; read_only: string }>(
    "SELECT count(*)::int AS applied, current_setting('transaction_read_only') AS read_only FROM migration",
  );
  return rows[0] !== undefined && rows[0].applied >= migrations && rows[0].read_only === 'off';
}

/**
 * Notes that what was received until `until` lies in a backup. Never goes back: an older backup takes nothing from a newer
 * one. Returns what holds now.
 */
export async function noteBackup(db: Database, until: Date): Promise<Date> {
  const { rows } = await db.query<{ backed_up_to: Date }>(
    'UPDATE hub SET backed_up_to = greatest(backed_up_to, $1) RETURNING backed_up_to',
    [until],
  );
  if (!rows[0]) throw new Error('the database has no hub row: it was not prepared');
  return rows[0].backed_up_to;
}

/** After a restore from backup: kiosks that see another epoch send again what this database may have lost. */
export async function changeEpoch(db: Database, epoch: string): Promise<void> {
  await db.query('UPDATE hub SET epoch = $1', [epoch]);
}

/** The next kiosk's ordinal. Locks the row, so no ordinal is skipped or given twice. */
export async function takeKioskOrdinal(tx: Transaction): Promise<number> {
  const { rows } = await tx.query<{ ordinal: number }>(
    'UPDATE hub SET next_kiosk_ordinal = next_kiosk_ordinal + 1 RETURNING next_kiosk_ordinal - 1 AS ordinal',
  );
  if (!rows[0]) throw new Error('the database has no hub row: it was not prepared');
  return rows[0].ordinal;
}

/** Recipients that kiosks seal to, the hub's own first. */
export async function listSealingRecipients(db: Database): Promise<string[]> {
  const { rows } = await db.query<{ recipient: string }>(
    "SELECT recipient FROM sealing_recipient WHERE retired_at IS NULL AND role <> 'stick' ORDER BY role = 'hub' DESC",
  );
  return rows.map((row) => row.recipient);
}

export async function findRecipientOf(
  db: Database,
  role: 'hub' | 'rescue' | 'stick',
): Promise<string | null> {
  const { rows } = await db.query<{ recipient: string }>(
    'SELECT recipient FROM sealing_recipient WHERE role = $1 AND retired_at IS NULL',
    [role],
  );
  return rows[0]?.recipient ?? null;
}

export async function addRecipient(
  tx: Transaction,
  recipient: string,
  role: 'hub' | 'rescue' | 'stick',
  now: Date,
): Promise<void> {
  await tx.query('INSERT INTO sealing_recipient (recipient, role, created_at) VALUES ($1, $2, $3)', [
    recipient,
    role,
    now,
  ]);
}
