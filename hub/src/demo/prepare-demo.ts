import type { StaffRole } from '../../../shared/contract/signed-document.ts';
import { inTransaction } from '../database/connect.ts';
import type { OpenDatabase } from '../open-database.ts';
import { findOffice } from '../repositories/offices.ts';
import { listSettings } from '../repositories/settings.ts';
import { listStaffAccounts } from '../repositories/staff-accounts.ts';
import { changeSettings } from '../settings/change-settings.ts';
import { getSigningKey } from '../signing/find-signing-key.ts';
import { initKeys } from '../signing/init-keys.ts';
import { addStaff } from '../staff/staff.ts';
import { hashSecret, PIN_COST } from '../trust/slow-hash.ts';

export interface DemoStaff {
  staffNumber: string;
  pin: string;
  name: string;
  roles: StaffRole[];
}

/** Recognisable as examples. Their PINs are known to everybody, so they exist in a demo alone. */
export const DEMO_STAFF: readonly DemoStaff[] = [
  { staffNumber: '1001', pin: '101001', name: 'Sari (contoh)', roles: ['clerk'] },
  { staffNumber: '2002', pin: '202002', name: 'Tono (contoh)', roles: ['technician'] },
  { staffNumber: '3003', pin: '303003', name: 'Rina (contoh)', roles: ['clerk', 'technician', 'supervisor'] },
];

/** What a kiosk that is tried out asks for more often than one in service. */
const DEMO_SETTINGS = { roundEverySeconds: 15 };

/** Keys, example staff and settings for a hub to try out, once. The office must be there. */
export async function prepareDemo(
  { pool, keyFolder }: OpenDatabase,
  officeName: string,
  now: Date,
): Promise<void> {
  await initKeys(pool, keyFolder, now);
  const key = await getSigningKey(pool, keyFolder, 'operations');
  const office = await findOffice(pool, officeName);
  if (!office) throw new Error(`there is no office "${officeName}"`);
  const known = new Set((await listStaffAccounts(pool, office.id)).map((account) => account.staffNumber));
  for (const { pin, ...staff } of DEMO_STAFF) {
    if (known.has(staff.staffNumber)) continue;
    const pinHash = await hashSecret(pin, PIN_COST);
    await inTransaction(pool, (tx) => addStaff(tx, key, office, { ...staff, pinHash }, now));
  }
  if ((await listSettings(pool)).size === 0) {
    await inTransaction(pool, (tx) => changeSettings(tx, key, { at: 'fleet' }, DEMO_SETTINGS, now));
  }
}
