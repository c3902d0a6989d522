import { z } from 'zod';
import { PublicKey } from '../../../shared/contract/hub-api.ts';
import { SigningRole } from '../../../shared/contract/signed-document.ts';
import { inTransaction } from '../database/connect.ts';
import { listKeys, putInUse } from '../repositories/signing-keys.ts';
import { initKeys } from '../signing/init-keys.ts';
import { keyFileIn, keyIdOf, makeSigningKey, readSigningKey } from '../signing/key-file.ts';
import { importPublicKey } from '../trust/verify-request.ts';
import { apart, atHub, type Desk, lines, type Noun } from './errand.ts';
import { checked, noMore, UsageProblem, unknownVerb } from './reading.ts';

/** Keys that sign what goes down to kiosks. */
export const keys: Noun = {
  usage: `  keys init                     root, operations and content key of a new hub; then move root and content offline
  keys list                     which keys sign, and whose private half is here
  keys make ROLE --out FILE     a key on a machine of its own: root | operations | content | update
  keys trust ROLE PUBLIC-KEY    put a key in the place of its role's; then draft, sign and import fleet-keys`,
  read([verb, first, second, ...rest], typed) {
    noMore(rest);
    switch (verb) {
      case 'init':
        noMore([first, second].filter((word) => word !== undefined));
        return atHub(async (desk) => {
          await initKeys(desk.database.pool, desk.database.keyFolder, desk.now);
          return listAll(desk);
        });
      case 'list':
        noMore([first, second].filter((word) => word !== undefined));
        return atHub(listAll);
      case 'make': {
        const role = checked('ROLE', SigningRole, first);
        const out = checked('--out', z.string().min(1), typed.out);
        noMore(second === undefined ? [] : [second]);
        return apart(async ({ now }) => makeSigningKey(out, role, now).publicKey);
      }
      case 'trust': {
        const role = checked('ROLE', SigningRole, first);
        const publicKey = checked('PUBLIC-KEY', PublicKey, second);
        try {
          importPublicKey(Buffer.from(publicKey, 'base64'));
        } catch {
          throw new UsageProblem('PUBLIC-KEY: is not an Ed25519 key');
        }
        return atHub(async (desk) => {
          const key = { role, publicKey, keyId: keyIdOf(publicKey) };
          const known = (await listKeys(desk.database.pool)).find((one) => one.keyId === key.keyId);
          if (known && known.role !== role)
            throw new UsageProblem(`this key is the ${known.role} key: no key has two roles`);
          await inTransaction(desk.database.pool, (tx) => putInUse(tx, key, desk.now));
          return listAll(desk);
        });
      }
      default:
        return unknownVerb('keys', verb);
    }
  },
};

async function listAll({ database: { pool, keyFolder } }: Desk): Promise<string> {
  const known = await listKeys(pool);
  return lines(
    known.map(({ role, keyId, publicKey, createdAt, retiredAt }) => ({
      role,
      keyId,
      publicKey,
      createdAt,
      retiredAt,
      isPrivateHalfHere: readSigningKey(keyFileIn(keyFolder, role))?.keyId === keyId,
    })),
  );
}
