import type pg from 'pg';
import { inTransaction } from '../database/connect.ts';
import { issueFleetKeys } from '../documents/fleet-keys.ts';
import { addRecipient, findRecipientOf } from '../repositories/hub.ts';
import { findKeyInUse, putInUse } from '../repositories/signing-keys.ts';
import { ensureSealingKey } from '../trust/sealing-key.ts';
import { keyFileIn, makeSigningKey, readSigningKey, stickKeyIn } from './key-file.ts';

const ROLES = ['root', 'operations', 'content'] as const;

/**
 * Makes the keys of a new hub in its folder, names their public halves in the database, and lets the root say which they are. What is
 * there stays: a key that is in use is never replaced here, also when its private half lies elsewhere.
 */
export async function initKeys(pool: pg.Pool, folder: string, now: Date): Promise<void> {
  const stick = await ensureSealingKey(stickKeyIn(folder), now);
  await inTransaction(pool, async (tx) => {
    for (const role of ROLES) {
      if (await findKeyInUse(tx, role)) continue;
      const file = keyFileIn(folder, role);
      await putInUse(tx, readSigningKey(file) ?? makeSigningKey(file, role, now), now);
    }
    if ((await findRecipientOf(tx, 'stick')) === null) await addRecipient(tx, stick.recipient, 'stick', now);
    const root = readSigningKey(keyFileIn(folder, 'root'));
    if (root && root.keyId === (await findKeyInUse(tx, 'root'))?.keyId) await issueFleetKeys(tx, root, now);
  });
}
