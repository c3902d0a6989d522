import type { StaffAccounts } from '../../../shared/contract/signed-document.ts';
import type { Database } from '../database/connect.ts';
import type { Office } from '../repositories/offices.ts';
import { listStaffAccounts } from '../repositories/staff-accounts.ts';
import { readersAt, type Wish } from './issue.ts';

/** Who may sign in at the kiosks of an office. */
export async function wishForStaff(db: Database, office: Office): Promise<Wish> {
  const content: StaffAccounts = {
    accounts: (await listStaffAccounts(db, office.id)).map(({ staffNumber, name, roles, pinHash }) => ({
      staffNumber,
      name,
      roles,
      pinHash,
    })),
  };
  return { kind: 'staff', readers: readersAt(office), content };
}
