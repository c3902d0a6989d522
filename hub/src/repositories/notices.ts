import type { Notices } from '../../../shared/contract/signed-document.ts';
import type { Database, Transaction } from '../database/connect.ts';

export type Notice = Notices['notices'][number];

/** Notices that have not ended and are not over, the first to show first. */
export async function listNotices(db: Database, now: Date): Promise<Notice[]> {
  const { rows } = await db.query<{ notice: Notice }>(
    `SELECT notice FROM notice WHERE ended_at IS NULL AND shows_until > $1
     ORDER BY notice ->> 'level' = 'urgent' DESC, shows_from DESC, id`,
    [now],
  );
  return rows.map((row) => row.notice);
}

export async function addNotice(tx: Transaction, notice: Notice): Promise<void> {
  await tx.query('INSERT INTO notice (id, notice, shows_from, shows_until) VALUES ($1, $2, $3, $4)', [
    notice.id,
    JSON.stringify(notice),
    new Date(notice.from),
    new Date(notice.until),
  ]);
}

/** False when no notice that still shows has the id. */
export async function endNotice(tx: Transaction, id: string, now: Date): Promise<boolean> {
  const { rowCount } = await tx.query('UPDATE notice SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL', [
    id,
    now,
  ]);
  return rowCount === 1;
}

export async function listWithdrawnItems(db: Database): Promise<string[]> {
  const { rows } = await db.query<{ item_id: string }>('SELECT item_id FROM withdrawn_item ORDER BY item_id');
  return rows.map((row) => row.item_id);
}

export async function withdrawItem(tx: Transaction, itemId: string, now: Date): Promise<void> {
  await tx.query(
    'INSERT INTO withdrawn_item (item_id, withdrawn_at) VALUES ($1, $2) ON CONFLICT DO NOTHING',
    [itemId, now],
  );
}

/** False when it was not withdrawn. */
export async function allowItem(tx: Transaction, itemId: string): Promise<boolean> {
  const { rowCount } = await tx.query('DELETE FROM withdrawn_item WHERE item_id = $1', [itemId]);
  return rowCount === 1;
}
