import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import {
  CONTENT_FORMAT,
  ContentManifest,
  type DocumentBody,
  PackPath,
} from '../../../shared/contract/signed-document.ts';
import type { Transaction } from '../database/connect.ts';
import { FLEET, issueDocuments, nextVersion } from '../documents/issue.ts';
import { keepBlob } from '../repositories/blobs.ts';
import type { SigningKey } from '../signing/key-file.ts';
import { listPacks } from './packs.ts';

export interface InForce {
  version: number;
  name: string;
  files: number;
}

/** A folder of content, and what its pack is to be called. */
export interface PackWish {
  folder: string;
  name: string;
}

/** Keeps the files of a folder and signs their manifest. Throws when a name would not be taken by a kiosk. */
export async function publishFolder(
  tx: Transaction,
  key: SigningKey,
  wish: PackWish,
  now: Date,
): Promise<InForce> {
  return putInForce(tx, key, await keepFolder(tx, wish, now), now);
}

/** Keeps the files and gives what the content key is to sign where it lies. */
export async function draftFolder(tx: Transaction, wish: PackWish, now: Date): Promise<DocumentBody> {
  const [last] = await listPacks(tx);
  return {
    kind: 'content',
    audience: FLEET.audience,
    version: nextVersion(last?.version, now),
    issuedAt: now.getTime(),
    takeUntil: null,
    content: await keepFolder(tx, wish, now),
  };
}

async function keepFolder(tx: Transaction, { folder, name }: PackWish, now: Date): Promise<ContentManifest> {
  const files: ContentManifest['files'] = [];
  for (const path of listFiles(folder)) {
    const blob = await keepBlob(tx, readFileSync(join(folder, path)), now);
    files.push({ ...blob, path });
  }
  return ContentManifest.parse({ name, format: CONTENT_FORMAT, files });
}

/** Signs the pack before the one in force again, with a version above all. Null: there is none that differs. */
export async function rollBack(tx: Transaction, key: SigningKey, now: Date): Promise<InForce | null> {
  const [current, ...older] = await listPacks(tx);
  const before = older.find((pack) => JSON.stringify(pack.manifest) !== JSON.stringify(current?.manifest));
  return before ? putInForce(tx, key, before.manifest, now) : null;
}

async function putInForce(
  tx: Transaction,
  key: SigningKey,
  content: ContentManifest,
  now: Date,
): Promise<InForce> {
  await issueDocuments(tx, key, [{ kind: 'content', readers: FLEET, content }], now);
  const [pack] = await listPacks(tx);
  if (!pack) throw new Error('a pack was signed and is not there');
  return { version: pack.version, name: content.name, files: content.files.length };
}

/** Paths below a folder as a manifest writes them, in one order. Links and what is no file are left out. */
function listFiles(folder: string): string[] {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = found.flatMap((entry) => {
    if (!entry.isFile()) return [];
    const path = relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/');
    const parsed = PackPath.safeParse(path);
    if (!parsed.success) throw new Error(`"${path}" is no name for a file of a pack`);
    return [parsed.data];
  });
  return paths.sort();
}
