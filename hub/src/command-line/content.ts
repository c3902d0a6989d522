import { writeFileSync } from 'node:fs';
import { z } from 'zod';
import { ContentManifest } from '../../../shared/contract/signed-document.ts';
import { checkContentFolder } from '../content/check-content.ts';
import { listPacks } from '../content/packs.ts';
import { draftFolder, publishFolder, rollBack } from '../content/publish.ts';
import { inTransaction } from '../database/connect.ts';
import { getSigningKey } from '../signing/find-signing-key.ts';
import { atHub, lines, type Noun } from './errand.ts';
import { checked, noMore, type Typed, UsageProblem, unknownVerb } from './reading.ts';

/** What kiosks say: facts, texts, pictures, vacancies. */
export const content: Noun = {
  usage: `  content publish FOLDER --name TEXT  check and sign a folder of content, for all kiosks (needs the content key)
  content draft FOLDER --name TEXT --out FILE   the same without the key: bring it to document sign, then import
  content list                  every pack, the one in force first
  content roll-back             put the pack before in force again (needs the content key)`,
  read([verb, first, ...rest], typed) {
    noMore(rest);
    switch (verb) {
      case 'publish': {
        const wish = readWish(first, typed);
        return atHub(async ({ database: { pool, keyFolder }, now }) => {
          const key = await getSigningKey(pool, keyFolder, 'content');
          await assertSound(wish.folder);
          return JSON.stringify(await inTransaction(pool, (tx) => publishFolder(tx, key, wish, now)));
        });
      }
      case 'draft': {
        const wish = readWish(first, typed);
        const out = checked('--out', z.string().min(1), typed.out);
        return atHub(async ({ database: { pool }, now }) => {
          await assertSound(wish.folder);
          const body = await inTransaction(pool, (tx) => draftFolder(tx, wish, now));
          writeFileSync(out, `${JSON.stringify(body, null, 2)}\n`, { flag: 'wx' });
          return out;
        });
      }
      case 'list':
        noMore(first === undefined ? [] : [first]);
        return atHub(async ({ database }) =>
          lines(
            (await listPacks(database.pool)).map(({ version, issuedAt, manifest }, index) => ({
              version,
              name: manifest.name,
              format: manifest.format,
              files: manifest.files.length,
              bytes: manifest.files.reduce((sum, file) => sum + file.bytes, 0),
              issuedAt,
              isInForce: index === 0,
            })),
          ),
        );
      case 'roll-back':
        noMore(first === undefined ? [] : [first]);
        return atHub(async ({ database: { pool, keyFolder }, now }) => {
          const key = await getSigningKey(pool, keyFolder, 'content');
          const pack = await inTransaction(pool, (tx) => rollBack(tx, key, now));
          if (!pack) throw new UsageProblem('there is no other pack to go back to');
          return JSON.stringify(pack);
        });
      default:
        return unknownVerb('content', verb);
    }
  },
};

function readWish(folder: string | undefined, typed: Typed): { folder: string; name: string } {
  return {
    folder: checked('FOLDER', z.string().min(1), folder),
    name: checked('--name', ContentManifest.shape.name, typed.name),
  };
}

async function assertSound(folder: string): Promise<void> {
  const errors = await checkContentFolder(folder);
  if (errors.length > 0)
    throw new UsageProblem(`not published: ${errors.length} errors, the first: ${errors[0]}`);
}
