import { createHash, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ReleaseSheet, readSheet, writeSheet } from '../../shared/contract/release.ts';
import { runProgram } from '../setup/processes.mjs';
import { readAbout } from './about.ts';

export interface ReleaseWish {
  /** Of a package, as `npm run package` leaves it. */
  folder: string;
  privateKey: KeyObject;
  /** A new folder: archive, sheet, signature, and the key as an installed kiosk wants it. */
  out: string;
  /** One line for people. */
  notes: string;
  followsBuild: number;
  followsDatabase: number;
  /** Of gzip, 1 to 9; usually 6. A proof takes 1: its archive is a tenth larger and made in a third of the time. */
  gzipLevel?: number;
}

/** Packs a folder, writes the sheet over it and signs that. Throws when the folder is no package or `out` is there. */
export async function makeRelease(wish: ReleaseWish): Promise<ReleaseSheet> {
  const about = await readAbout(wish.folder);
  await mkdir(wish.out);
  const bundle = join(wish.out, 'bundle.tar.gz');
  // The same files give the same archive: sorted names, no owner, no time, and rights that let a kiosk's user run what root unpacks,
  // whatever the umask was where the package was built.
  const plain = [
    '--sort=name',
    '--owner=0',
    '--group=0',
    '--numeric-owner',
    '--mtime=@0',
    '--mode=u+rwX,go+rX,go-w',
  ];
  const packing = [...plain, '-I', `gzip -${wish.gzipLevel ?? 6}`, '-cf', bundle, '-C', wish.folder, '.'];
  const { code, output } = await runProgram('tar', packing);
  if (code !== 0) throw new Error(`tar: ${output.trim()}`);
  const text = writeSheet({
    ...about,
    'follows-build': wish.followsBuild,
    'follows-database': wish.followsDatabase,
    bytes: (await stat(bundle)).size,
    'unpacked-bytes': await sizeOf(wish.folder),
    sha256: await hashOf(bundle),
    notes: wish.notes,
  });
  const sheet = readSheet(text);
  if (sheet === null) throw new Error('this package makes no sheet that a kiosk would read');
  await writeFile(join(wish.out, 'sheet'), text);
  await writeFile(join(wish.out, 'sheet.sig'), sign(null, Buffer.from(text), wish.privateKey));
  const pem = createPublicKey(wish.privateKey).export({ type: 'spki', format: 'pem' });
  await writeFile(join(wish.out, 'release-key.pem'), pem);
  return sheet;
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const bytes of createReadStream(path)) hash.update(bytes as Buffer);
  return hash.digest('hex');
}

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true });
  const sizes = entries.map((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sizeOf(path) : stat(path).then(({ size }) => size);
  });
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
