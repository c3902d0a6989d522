import type { SigningRole } from '../../../shared/contract/signed-document.ts';
import type { Database } from '../database/connect.ts';
import { findKeyInUse } from '../repositories/signing-keys.ts';
import { keyFileIn, readSigningKey, type SigningKey } from './key-file.ts';

/** There is no key to sign with: for the person at the keyboard. */
export class NoSigningKey extends Error {}

/** The private half of the key that a role uses now. Null: it is not in the folder, or another one lies there. */
export async function findSigningKey(
  db: Database,
  folder: string,
  role: SigningRole,
): Promise<SigningKey | null> {
  const inUse = await findKeyInUse(db, role);
  const key = inUse && readSigningKey(keyFileIn(folder, role));
  return key?.keyId === inUse?.keyId ? key : null;
}

/** The same, for what cannot go on without it. */
export async function getSigningKey(db: Database, folder: string, role: SigningRole): Promise<SigningKey> {
  const inUse = await findKeyInUse(db, role);
  if (!inUse) throw new NoSigningKey(`this hub has no ${role} key: "keys init" makes the keys of a new hub`);
  const file = keyFileIn(folder, role);
  const key = readSigningKey(file);
  if (!key) throw new NoSigningKey(`the ${role} key ${inUse.keyId} is not in ${file}`);
  if (key.keyId !== inUse.keyId) throw new NoSigningKey(`${file} is not the ${role} key that is in use`);
  return key;
}
