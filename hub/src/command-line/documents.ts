import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { PublicKey } from '../../../shared/contract/hub-api.ts';
import {
  DocumentBody,
  documentContents,
  SIGNED_BY,
  SignedDocument,
} from '../../../shared/contract/signed-document.ts';
import { inTransaction } from '../database/connect.ts';
import { composeFleetKeys } from '../documents/fleet-keys.ts';
import { importDocument } from '../documents/import-document.ts';
import { FLEET, nextVersion } from '../documents/issue.ts';
import { issueEverything } from '../documents/issue-everything.ts';
import { listNewest } from '../repositories/documents.ts';
import { readSigningKey } from '../signing/key-file.ts';
import { signDocument } from '../signing/sign-document.ts';
import { apart, atHub, type Noun } from './errand.ts';
import { checked, noMore, readJson, UsageProblem, unknownVerb } from './reading.ts';

const FileName = z.string().min(1);

/** Documents whose key is not at the hub: written here, signed elsewhere, brought back. */
export const documents: Noun = {
  usage: `  document draft fleet-keys --out FILE  what the root is to sign  --next-root PUBLIC-KEY
  document sign FILE --with KEY-FILE --out FILE   on the machine that holds the key
  document import FILE          take a signed document, from now on in force
  document renew                sign anew all that the operations key signs (after keys trust operations)`,
  read([verb, first, ...rest], typed) {
    noMore(rest);
    switch (verb) {
      case 'draft': {
        checked('KIND', z.literal('fleet-keys'), first);
        const out = checked('--out', FileName, typed.out);
        const nextRoot =
          typed['next-root'] === undefined ? null : checked('--next-root', PublicKey, typed['next-root']);
        return atHub(async ({ database: { pool }, now }) => {
          const [last] = await listNewest(pool, [{ kind: 'fleet-keys', audience: FLEET.key }]);
          const content = checked(
            'keys',
            documentContents['fleet-keys'],
            await composeFleetKeys(pool, nextRoot),
          );
          const body: DocumentBody = {
            kind: 'fleet-keys',
            audience: FLEET.audience,
            version: nextVersion(last?.version, now),
            issuedAt: now.getTime(),
            takeUntil: null,
            content,
          };
          writeFileSync(out, `${JSON.stringify(body, null, 2)}\n`, { flag: 'wx' });
          return out;
        });
      }
      case 'sign': {
        const draft = checked('FILE', FileName, first);
        const keyFile = checked('--with', FileName, typed.with);
        const out = checked('--out', FileName, typed.out);
        return apart(async () => {
          const body = checked('FILE', DocumentBody, readJson(draft, readFileSync(draft, 'utf8')));
          checked('FILE content', documentContents[body.kind] as z.ZodType, body.content);
          const key = readSigningKey(keyFile);
          if (!key) throw new UsageProblem(`there is no ${keyFile}`);
          const role = SIGNED_BY[body.kind];
          if (key.role !== role)
            throw new UsageProblem(`${body.kind} is signed by the ${role} key, not ${key.role}`);
          writeFileSync(out, `${JSON.stringify(signDocument(key, body))}\n`, { flag: 'wx' });
          return out;
        });
      }
      case 'import': {
        const file = checked('FILE', FileName, first);
        return atHub(async ({ database: { pool }, now }) => {
          const document = checked('FILE', SignedDocument, readJson(file, readFileSync(file, 'utf8')));
          const taken = await inTransaction(pool, (tx) => importDocument(tx, document, now));
          if (!taken.ok) throw new UsageProblem(taken.reason);
          return JSON.stringify({ kind: document.kind, version: taken.version });
        });
      }
      case 'renew':
        noMore(first === undefined ? [] : [first]);
        return atHub(async ({ database: { pool, keyFolder }, now }) => {
          const issued = await inTransaction(pool, (tx) => issueEverything(tx, keyFolder, now));
          if (issued === null) throw new UsageProblem('the operations key in use is not here');
          return JSON.stringify({ issued });
        });
      default:
        return unknownVerb('document', verb);
    }
  },
};
