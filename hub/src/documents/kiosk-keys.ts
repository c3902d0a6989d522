import { KioskKeys } from '../../../shared/contract/signed-document.ts';
import type { Transaction } from '../database/connect.ts';
import { forgetBlobs, keepBlob } from '../repositories/blobs.ts';
import { forgetVersions, waitForOtherIssuers } from '../repositories/documents.ts';
import { listKioskKeys } from '../repositories/kiosk-keys.ts';
import type { SigningKey } from '../signing/key-file.ts';
import { FLEET, issueDocuments } from './issue.ts';
import { contentOf } from './read-document.ts';

/** A kiosk may still be reading the list before; older ones are only weight. */
const LISTS_TO_KEEP = 3;

/** Signs the list of kiosks and their keys when it has changed. A fleet without a kiosk has none. */
export async function issueKioskKeys(
  tx: Transaction,
  key: SigningKey,
  now: Date,
  evenIfSame = false,
): Promise<void> {
  await waitForOtherIssuers(tx);
  const entries = await listKioskKeys(tx);
  if (entries.length === 0) return;
  const lines = entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
  const content = { file: await keepBlob(tx, Buffer.from(lines), now), count: entries.length };
  await issueDocuments(tx, key, [{ kind: 'kiosk-keys', readers: FLEET, content, evenIfSame }], now);
  const old = await forgetVersions(tx, { kind: 'kiosk-keys', audience: FLEET.key }, LISTS_TO_KEEP);
  await forgetBlobs(
    tx,
    old.map(({ signed }) => contentOf(signed, KioskKeys).file.sha256),
  );
}
