import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { type ReleaseSheet, readSheet, versionName } from '../../shared/contract/release.ts';
import { flushFolder, writeDurably } from '../db/durable-file.ts';
import { codeOf } from '../db/trouble.ts';
import type { BlobStore } from '../deliveries/blob-store.ts';
import type { TrustedOffer } from './offer.ts';
import { UPDATES_FOLDER } from './trial.ts';

/** What lies ready to be put in place: archive, sheet and signature, whole. The wish is a file beside them. */
export interface Staged {
  name: string;
  sheet: ReleaseSheet;
  isWished: boolean;
}

const STAGED = 'staged';
const WISH = 'apply';

/**
 * Puts the pieces together. The folder gets its name when everything in it is whole and flushed, so what is there is ready.
 * `damaged`: the pieces give another archive than the sheet names. Throws what the file system throws.
 */
export async function stage(
  dataFolder: string,
  { offer, sheet }: TrustedOffer,
  store: Pick<BlobStore, 'pathOf'>,
): Promise<'staged' | 'damaged'> {
  const folder = join(dataFolder, UPDATES_FOLDER);
  const making = join(folder, `${STAGED}.new`);
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true, mode: 0o700 });
  const hash = createHash('sha256');
  const bundle = await open(join(making, 'bundle.tar.gz'), 'wx', 0o600);
  try {
    for (const { sha256 } of offer.pieces) {
      for await (const bytes of createReadStream(store.pathOf(sha256))) {
        hash.update(bytes as Buffer);
        await bundle.writeFile(bytes as Buffer);
      }
    }
    await bundle.sync();
  } finally {
    await bundle.close();
  }
  if (hash.digest('hex') !== sheet.sha256) {
    rmSync(making, { recursive: true, force: true });
    return 'damaged';
  }
  writeDurably(join(making, 'sheet'), offer.sheet);
  writeDurably(join(making, 'sheet.sig'), Buffer.from(offer.signature, 'base64'));
  unstage(dataFolder);
  renameSync(making, join(folder, STAGED));
  flushFolder(folder);
  return 'staged';
}

/** Null: nothing is ready. */
export function readStaged(dataFolder: string): Staged | null {
  const folder = join(dataFolder, UPDATES_FOLDER, STAGED);
  try {
    const sheet = readSheet(readFileSync(join(folder, 'sheet'), 'utf8'));
    return sheet && { name: versionName(sheet), sheet, isWished: existsSync(join(folder, WISH)) };
  } catch (error) {
    if (codeOf(error) === null) throw error;
    return null;
  }
}

export function unstage(dataFolder: string): void {
  rmSync(join(dataFolder, UPDATES_FOLDER, STAGED), { recursive: true, force: true });
}

/** The next start puts in place what is staged. On the disk before it returns. */
export function wishToApply(dataFolder: string): void {
  writeDurably(join(dataFolder, UPDATES_FOLDER, STAGED, WISH), '');
}
