import {
  ContentManifest,
  documentContents,
  FleetKeys,
  SIGNED_BY,
  type SignedDocument,
} from '../../../shared/contract/signed-document.ts';
import type { Transaction } from '../database/connect.ts';
import { listBlobs } from '../repositories/blobs.ts';
import { addDocuments, listNewest, waitForOtherIssuers } from '../repositories/documents.ts';
import { findKeyInUse, listKeys, putInUse, retireRole } from '../repositories/signing-keys.ts';
import { keyIdOf } from '../signing/key-file.ts';
import { isSignedBy } from '../signing/sign-document.ts';
import { FLEET } from './issue.ts';
import { bodyOf } from './read-document.ts';

export type Imported = { ok: true; version: number } | { ok: false; reason: string };

/**
 * Takes a document that was signed elsewhere, by the same rules as a kiosk will. Which keys are in use then follows what the root
 * says, so that hub and fleet agree.
 */
export async function importDocument(
  tx: Transaction,
  document: SignedDocument,
  now: Date,
): Promise<Imported> {
  await waitForOtherIssuers(tx);
  const role = SIGNED_BY[document.kind];
  const key = await findKeyInUse(tx, role);
  if (!key) return refused(`this hub knows no ${role} key: "keys trust" names it`);
  if (!isSignedBy(document, key.publicKey))
    return refused(`not signed by the ${role} key in use, ${key.keyId}`);
  const body = bodyOf(document);
  if (body.kind !== document.kind) return refused('says two kinds');
  if (body.audience.to !== 'fleet') return refused('is not for the whole fleet');
  if (!documentContents[body.kind].safeParse(body.content).success)
    return refused('its content cannot be read');
  const { kind, version } = body;
  const [last] = await listNewest(tx, [{ kind, audience: FLEET.key }]);
  if (last && version <= last.version) return refused(`version ${last.version} is in force: draft it anew`);
  const missing = kind === 'content' ? await countMissing(tx, ContentManifest.parse(body.content)) : 0;
  if (missing > 0) return refused(`${missing} files of the pack are not here: "content draft" keeps them`);
  await addDocuments(tx, [{ kind, version, audience: FLEET.key, signed: document, issuedAt: now }]);
  if (kind === 'fleet-keys') await followRoot(tx, FleetKeys.parse(body.content), now);
  return { ok: true, version };
}

async function followRoot(tx: Transaction, { keys }: FleetKeys, now: Date): Promise<void> {
  const named = new Set<string>(keys.map(({ role }) => role));
  for (const { role, publicKey } of keys)
    await putInUse(tx, { role, publicKey, keyId: keyIdOf(publicKey) }, now);
  for (const { role, retiredAt } of await listKeys(tx)) {
    if (role !== 'root' && retiredAt === null && !named.has(role)) await retireRole(tx, role, now);
  }
}

async function countMissing(tx: Transaction, { files }: ContentManifest): Promise<number> {
  const there = await listBlobs(
    tx,
    files.map((file) => file.sha256),
  );
  return files.filter((file) => there.get(file.sha256) !== file.bytes).length;
}

function refused(reason: string): Imported {
  return { ok: false, reason };
}
