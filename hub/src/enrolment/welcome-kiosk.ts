import type { Transaction } from '../database/connect.ts';
import { issueDocuments } from '../documents/issue.ts';
import { wishesForSettings } from '../documents/settings.ts';
import type { Kiosk } from '../repositories/kiosks.ts';
import { findSigningKey } from '../signing/find-signing-key.ts';

/** Signs for a new kiosk what was set for the fleet or its office before it came. */
export async function welcomeKiosk(
  tx: Transaction,
  keyFolder: string,
  { id, code, officeId, officeName }: Kiosk,
  now: Date,
): Promise<void> {
  const wishes = await wishesForSettings(tx, [{ id, code, office: { id: officeId, name: officeName } }]);
  const key = wishes.length > 0 ? await findSigningKey(tx, keyFolder, 'operations') : null;
  if (key) await issueDocuments(tx, key, wishes, now);
}
