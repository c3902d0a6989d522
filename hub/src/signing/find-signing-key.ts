import type { SigningRole } from '../../../shared/contract/signed-document.ts';
import type { Database } from '../database/connect.ts';
import { findKeyInUse } from '../repositories/signing-keys.ts';
import { keyFileIn, readSigningKey, type SigningKey } from './key-file.ts';

/** There is no key to sign with: for the person at the keyboard. */
export class NoSigningKey extends Error {}

/** The private half of the key that a role uses now. Null: it is not in the folder. Throws when another one lies there. */
export async function findSigningKey(
  db: Database,
  folder: string,
  role: SigningRole,
): Promise<SigningKey | null> {
  const inUse = await findKeyInUse(db, role);
  const file = keyFileIn(folder, role);
  const key = inUse && readSigningKey(file);
  if (!key) return null;
  if (key.keyId !== inUse.keyId) throw new NoSigningKey(`${file} is not the ${role} key that is in use`);
  return key;
}

/** The same, for what cannot go on without it. */
export async function getSigningKey(db: Database, folder: string, role: SigningRole): Promise<SigningKey> {
  const key = await findSigningKey(db, folder, role);
  if (key) return key;
  const file = keyFileIn(folder, role);
  throw new NoSigningKey(`the ${role} key is not in ${file}; "keys init" makes the keys of a new hub`);
}
