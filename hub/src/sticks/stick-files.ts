import { constants } from 'node:fs';
import { lstat, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Names that kiosks and hubs give to files: nothing that a file system reads in its own way. */
const OUR_NAME = /^[A-Za-z0-9][A-Za-z0-9.-]{0,120}$/;
const MOST_NAMES = 20_000;

/** A folder from somebody else's hands: links are not followed, sizes are looked at before anything is read. */
export class StickFiles {
  private readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  /** Null: not there, not a plain file, behind a link, or larger than `maxBytes`. */
  async read(path: string[], maxBytes: number): Promise<Buffer | null> {
    const place = await this.reach(path);
    if (place === null) return null;
    const file = await open(
      place,
      constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0),
    ).catch(() => null);
    if (file === null) return null;
    try {
      const found = await file.stat();
      return found.isFile() && found.size <= maxBytes ? await file.readFile() : null;
    } finally {
      await file.close();
    }
  }

  async list(path: string[]): Promise<string[]> {
    const place = await this.reach([...path, 'inside']);
    if (place === null) return [];
    const names = await readdir(join(place, '..')).catch(() => []);
    return names
      .slice(0, MOST_NAMES)
      .filter((name) => OUR_NAME.test(name))
      .sort();
  }

  /** Flushed under a name of its own first, so that a stick that is pulled out holds the old file or the new one. */
  async write(path: string[], bytes: string | Uint8Array): Promise<void> {
    await mkdir(join(this.root, ...path.slice(0, -1)), { recursive: true });
    const place = await this.reach(path);
    if (place === null) throw new Error(`${path.join('/')} on the stick is behind a link`);
    const temporary = `${place}.tmp`;
    await rm(temporary, { force: true });
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, place);
  }

  /** Null: some folder on the way is not a folder. */
  private async reach(path: string[]): Promise<string | null> {
    if (path.some((name) => !OUR_NAME.test(name))) return null;
    for (let depth = 1; depth < path.length; depth++) {
      const on = await lstat(join(this.root, ...path.slice(0, depth))).catch(() => null);
      if (!on?.isDirectory()) return null;
    }
    return join(this.root, ...path);
  }
}
