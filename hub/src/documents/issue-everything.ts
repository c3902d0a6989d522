import type { Transaction } from '../database/connect.ts';
import { wishForRelease } from '../releases/offer.ts';
import { listCommandedKiosks } from '../repositories/commands.ts';
import { listNewest } from '../repositories/documents.ts';
import { listOffices, listPlacedKiosks } from '../repositories/offices.ts';
import { listStaffAccounts } from '../repositories/staff-accounts.ts';
import { findSigningKey } from '../signing/find-signing-key.ts';
import { wishForCommands } from './commands.ts';
import { issueDocuments, readersAt, type Wish } from './issue.ts';
import { issueKioskKeys } from './kiosk-keys.ts';
import { wishForNotices } from './notices.ts';
import { wishesForSettings } from './settings.ts';
import { wishForStaff } from './staff.ts';

/**
 * Signs anew whatever the operations key signs, also what has not changed: after a restore from backup, when kiosks may have taken
 * versions that this database does not know, and after a change of that key. Null: the key is not here.
 */
export async function issueEverything(tx: Transaction, keyFolder: string, now: Date): Promise<number | null> {
  const key = await findSigningKey(tx, keyFolder, 'operations');
  if (!key) return null;
  const kiosks = await listPlacedKiosks(tx);
  const staffed = new Set((await listStaffAccounts(tx)).map((account) => account.officeId));
  const offices = await listOffices(tx);
  const lines = offices.map((office) => ({ kind: 'staff' as const, audience: readersAt(office).key }));
  // An office whose last account ended must hear that too.
  const issued = new Set((await listNewest(tx, lines)).map((document) => document.audience));
  const wishes: Wish[] = [
    await wishForNotices(tx, now),
    await wishForRelease(tx),
    ...(await wishesForSettings(tx, kiosks)),
  ];
  for (const office of offices) {
    if (staffed.has(office.id) || issued.has(readersAt(office).key))
      wishes.push(await wishForStaff(tx, office));
  }
  const commanded = await listCommandedKiosks(tx);
  for (const kiosk of kiosks) {
    if (commanded.has(kiosk.id)) wishes.push(await wishForCommands(tx, kiosk, now));
  }
  const forced = wishes.map((wish) => ({ ...wish, evenIfSame: true }));
  await issueKioskKeys(tx, key, now, true);
  return issueDocuments(tx, key, forced, now);
}
