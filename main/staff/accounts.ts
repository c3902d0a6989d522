import type { z } from 'zod';
import { DocumentBody, StaffAccounts } from '../../shared/contract/signed-document.ts';
import type { ReadableDB } from '../db/handles.ts';
import { findTaken } from '../db/repositories/documents.ts';

export type StaffAccount = z.infer<typeof StaffAccounts>['accounts'][number];

/**
 * The accounts of this office as the hub signed them. The signature was checked when the document was taken; here only its content
 * is read. Null: none ever came, and the kiosk has no staff yet.
 */
export function readStaffAccounts(db: ReadableDB): StaffAccount[] | null {
  const taken = findTaken(db, 'staff');
  if (taken === null) return null;
  const body = DocumentBody.safeParse(JSON.parse(taken.signed.body));
  if (!body.success) return null;
  const accounts = StaffAccounts.safeParse(body.data.content);
  return accounts.success ? accounts.data.accounts : null;
}
