import { sign } from 'node:crypto';
import type pg from 'pg';
import { documentMessage } from '../../../shared/contract/signed-document.ts';
import { HubSigned } from '../../../shared/contract/stick.ts';
import { getSigningKey, NoSigningKey } from '../signing/find-signing-key.ts';
import { stickKeyIn } from '../signing/key-file.ts';
import { readSealingKey } from '../trust/sealing-key.ts';
import { createStickDesk, type StickDesk, type StickDeskDeps } from './stick-desk.ts';

/** The desk with the keys of this hub's folder. Throws `NoSigningKey` where one of them is not here. */
export async function openStickDesk(
  deps: Pick<StickDeskDeps, 'now' | 'onSurprise' | 'alsoRevoked'> & { pool: pg.Pool; keyFolder: string },
): Promise<StickDesk> {
  const file = stickKeyIn(deps.keyFolder);
  const stickKey = await readSealingKey(file);
  if (!stickKey) throw new NoSigningKey(`the key that opens sticks is not in ${file}`);
  const operations = await getSigningKey(deps.pool, deps.keyFolder, 'operations');
  return createStickDesk({
    ...deps,
    identity: stickKey.identity,
    sign(unsigned) {
      const signature = sign(null, Buffer.from(documentMessage(unsigned)), operations.privateKey);
      return HubSigned.parse({
        ...unsigned,
        keyId: operations.keyId,
        signature: signature.toString('base64'),
      });
    },
  });
}
