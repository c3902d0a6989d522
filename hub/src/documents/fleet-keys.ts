import type { FleetKeys } from '../../../shared/contract/signed-document.ts';
import type { Database, Transaction } from '../database/connect.ts';
import { findRecipientOf } from '../repositories/hub.ts';
import { listKeys } from '../repositories/signing-keys.ts';
import type { SigningKey } from '../signing/key-file.ts';
import { FLEET, issueDocuments } from './issue.ts';

/** The keys in use, as the fleet is to know them. */
export async function composeFleetKeys(db: Database, nextRoot: string | null): Promise<FleetKeys> {
  const keys = (await listKeys(db)).flatMap(({ role, publicKey, retiredAt }) =>
    role === 'root' || retiredAt !== null ? [] : [{ role, publicKey }],
  );
  const stickRecipient = await findRecipientOf(db, 'stick');
  return { keys, nextRoot, ...(stickRecipient === null ? {} : { stickRecipient }) };
}

export async function issueFleetKeys(tx: Transaction, rootKey: SigningKey, now: Date): Promise<void> {
  const content = await composeFleetKeys(tx, null);
  await issueDocuments(tx, rootKey, [{ kind: 'fleet-keys', readers: FLEET, content }], now);
}
