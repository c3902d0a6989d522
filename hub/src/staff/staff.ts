import { randomInt } from 'node:crypto';
import type { StaffRole } from '../../../shared/contract/signed-document.ts';
import type { Transaction } from '../database/connect.ts';
import { issueDocuments } from '../documents/issue.ts';
import { wishForStaff } from '../documents/staff.ts';
import type { Office } from '../repositories/offices.ts';
import { addStaffAccount, endStaffAccount } from '../repositories/staff-accounts.ts';
import type { SigningKey } from '../signing/key-file.ts';

export interface NewStaff {
  staffNumber: string;
  name: string;
  roles: StaffRole[];
  pinHash: string;
}

/** Lets somebody sign in at the kiosks of an office from their next round on. False when the number is taken there. */
export async function addStaff(
  tx: Transaction,
  key: SigningKey,
  office: Office,
  staff: NewStaff,
  now: Date,
): Promise<boolean> {
  if (!(await addStaffAccount(tx, { ...staff, officeId: office.id, createdAt: now }))) return false;
  await issueDocuments(tx, key, [await wishForStaff(tx, office)], now);
  return true;
}

/** Lets somebody sign in no more. False when nobody there has the number. */
export async function endStaff(
  tx: Transaction,
  key: SigningKey,
  office: Office,
  staffNumber: string,
  now: Date,
): Promise<boolean> {
  if (!(await endStaffAccount(tx, office.id, staffNumber, now))) return false;
  await issueDocuments(tx, key, [await wishForStaff(tx, office)], now);
  return true;
}

/** Six digits that are not the first that somebody would try. */
export function makePin(): string {
  for (;;) {
    const pin = String(randomInt(1_000_000)).padStart(6, '0');
    if (!isEasyPin(pin)) return pin;
  }
}

/** One digit all over, two or three that repeat, or steps of one. */
export function isEasyPin(pin: string): boolean {
  return /^(\d)\1{5}$|^(\d\d)\2{2}$|^(\d{3})\3$/.test(pin) || '01234567890 09876543210'.includes(pin);
}
