import type { KioskSettings } from '../../../shared/contract/signed-document.ts';
import type { Database, Transaction } from '../database/connect.ts';

/** What is set for a scope, written as the readers of a document are ('fleet', 'office:3', 'kiosk:2F7'). */
export async function listSettings(db: Database): Promise<Map<string, KioskSettings>> {
  const { rows } = await db.query<{ scope: string; settings: KioskSettings }>(
    'SELECT scope, settings FROM setting',
  );
  return new Map(rows.map((row) => [row.scope, row.settings]));
}

export async function keepSettings(
  tx: Transaction,
  scope: string,
  settings: KioskSettings,
  now: Date,
): Promise<void> {
  await tx.query(
    `INSERT INTO setting (scope, settings, changed_at) VALUES ($1, $2, $3)
     ON CONFLICT (scope) DO UPDATE SET settings = EXCLUDED.settings, changed_at = EXCLUDED.changed_at`,
    [scope, JSON.stringify(settings), now],
  );
}
