import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

/** The longest path that every system takes for a socket is 103 bytes. */
const LONGEST_PATH = 100;

/**
 * Where the kiosk of a data folder listens for `kioskctl`: a socket in the folder itself; in a folder of this user alone where that
 * path would be too long; a named pipe on Windows.
 */
export function ctlAddress(dataFolder: string, platform: NodeJS.Platform = process.platform): string {
  const mark = createHash('sha256').update(dataFolder).digest('hex').slice(0, 16);
  if (platform === 'win32') return `\\\\.\\pipe\\pos-migran-kiosk-${mark}`;
  const inFolder = join(dataFolder, 'kioskctl.sock');
  if (Buffer.byteLength(inFolder) <= LONGEST_PATH) return inFolder;
  return join(tmpdir(), `pos-migran-${userInfo().uid}`, `${mark}.sock`);
}

/** Why nobody may listen there. */
export type UnsafePlace = 'ctl.folder-of-others' | 'ctl.folder-open';

/**
 * The right to use the socket is the right to enter its folder. Null: only this user can. A folder that others may write to could
 * hold a socket of theirs, or let them take this one away.
 */
export function unsafePlace(
  folder: string,
  platform: NodeJS.Platform = process.platform,
): UnsafePlace | null {
  if (platform === 'win32') return null;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const found = lstatSync(folder);
  if (!found.isDirectory() || found.uid !== userInfo().uid) return 'ctl.folder-of-others';
  return (found.mode & 0o022) === 0 ? null : 'ctl.folder-open';
}

/** Read and write for its owner alone. */
export function closeToOthers(path: string): void {
  chmodSync(path, 0o600);
}
