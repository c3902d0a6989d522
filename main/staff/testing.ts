import { randomUUID } from 'node:crypto';
import { DocumentBody, type StaffAccounts } from '../../shared/contract/signed-document.ts';
import type { WritableDB } from '../db/handles.ts';
import { saveTaken } from '../db/repositories/documents.ts';
import type { aClock } from '../db/testing.ts';
import { type Audit, openAudit } from './audit.ts';
import { hashPin } from './pin.ts';

export type ExampleAccount = Omit<StaffAccounts['accounts'][number], 'pinHash'> & { pin: string };

export const A_TECHNICIAN: ExampleAccount = {
  staffNumber: '0042',
  name: 'Sari (contoh)',
  roles: ['technician'],
  pin: '314159',
};
export const A_CLERK: ExampleAccount = {
  staffNumber: '0007',
  name: 'Budi (contoh)',
  roles: ['clerk'],
  pin: '271828',
};

/** Puts accounts where taken documents lie. The signature is not looked at again there; taking documents has tests of its own. */
export async function saveAccounts(
  db: WritableDB,
  accounts: readonly ExampleAccount[],
  version = 1,
): Promise<void> {
  const hashed = await Promise.all(
    accounts.map(async ({ pin, ...account }) => ({
      ...account,
      pinHash: await hashPin(pin, { logN: 1, r: 1, p: 1 }),
    })),
  );
  const body = DocumentBody.parse({
    kind: 'staff',
    audience: { to: 'fleet' },
    version,
    issuedAt: 0,
    takeUntil: null,
    content: { accounts: hashed },
  });
  saveTaken(db, {
    kind: 'staff',
    version,
    signed: {
      kind: 'staff',
      body: JSON.stringify(body),
      keyId: '0'.repeat(16),
      signature: `${'A'.repeat(86)}==`,
    },
    takenAt: 1,
  });
}

/** The audit log of a test's database, of a boot of its own, whose lines no technician's log hears of. */
export function anAuditOf(db: WritableDB, folder: string, clock: ReturnType<typeof aClock>): Audit {
  return openAudit({ db, folder, bootId: randomUUID(), clock, kioskNow: clock.now, log: { info: () => {} } });
}

/** The power goes right after the line about `act` is in the table. */
export function cutAfterLine(audit: Audit, act: string | undefined): Audit {
  return {
    ...audit,
    write(entry, work) {
      const done = audit.write(entry, work);
      if (entry.act === act) throw new Error('the power is gone');
      return done;
    },
  };
}
