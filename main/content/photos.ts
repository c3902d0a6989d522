import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ShowcaseContent } from '../../shared/contract/content/showcase.ts';
import { writeDurably } from '../db/durable-file.ts';
import { codeOf } from '../db/trouble.ts';

/** Of the pack, and of the kiosk's own copies. */
export const PHOTO_FOLDER = 'photos';

export interface PhotoShelfDeps {
  dataFolder: string;
  /** A picture could not be copied, or one that must go could not be removed. For the log. */
  onTrouble(code: 'photos.not-copied' | 'photos.not-removed'): void;
}

/** The pictures of products that are shown today, and of no other. */
export interface PhotoShelf {
  /**
   * Copies what is shown now and removes every other copy: a withdrawn picture is gone from the kiosk's disk. `packFolder`: where the
   * content lies that is shown. Read only: nothing is ever written or removed there.
   */
  keep(showcase: Pick<ShowcaseContent, 'products'>, packFolder: string): void;
  /** The bytes of a picture that is shown now. Null: it is not shown, or cannot be read. */
  read(file: string): Promise<Uint8Array | null>;
}

/**
 * Screens only ever get the kiosk's own copies, named by content and listed here; a name that no shown product carries opens
 * nothing. So a withdrawal holds at once, also while the pack that still has the picture is installed
 * (docs/decisions/0012-product-pictures.md).
 */
export function openPhotoShelf({ dataFolder, onTrouble }: PhotoShelfDeps): PhotoShelf {
  const folder = join(dataFolder, PHOTO_FOLDER);
  /** From the name in the pack to the name of the copy. */
  let shown = new Map<string, string>();

  return {
    keep({ products }, packFolder) {
      const names = new Set(products.flatMap(({ photos }) => photos.map(({ file }) => file)));
      const next = new Map<string, string>();
      for (const name of names) {
        const copy = copyOf(name, packFolder);
        if (copy !== null) next.set(name, copy);
      }
      shown = next;
      removeOthers(new Set(next.values()));
    },
    async read(file) {
      const copy = shown.get(file);
      if (copy === undefined) return null;
      try {
        return new Uint8Array(await readFile(join(folder, copy)));
      } catch (error) {
        if (codeOf(error) === null) throw error;
        return null;
      }
    },
  };

  /** Null: the picture cannot be shown now. A copy of an earlier day stands in for a pack that cannot be read. */
  function copyOf(name: string, packFolder: string): string | null {
    let bytes: Buffer;
    try {
      bytes = readFileSync(join(packFolder, PHOTO_FOLDER, name));
    } catch (error) {
      if (codeOf(error) === null) throw error;
      return shown.get(name) ?? lastCopyOf(name);
    }
    const copy = copyName(name, bytes);
    try {
      if (readdirOrNothing(folder).includes(copy)) return copy;
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      writeDurably(join(folder, copy), bytes);
      return copy;
    } catch (error) {
      if (codeOf(error) === null) throw error;
      onTrouble('photos.not-copied');
      return null;
    }
  }

  function lastCopyOf(name: string): string | null {
    return readdirOrNothing(folder).find((copy) => copy.endsWith(`.${name}`)) ?? null;
  }

  function removeOthers(kept: ReadonlySet<string>): void {
    for (const copy of readdirOrNothing(folder)) {
      if (kept.has(copy)) continue;
      try {
        rmSync(join(folder, copy), { force: true, recursive: true });
      } catch (error) {
        if (codeOf(error) === null) throw error;
        onTrouble('photos.not-removed');
      }
    }
  }
}

/** The content first, so that another picture under the same name is another file. */
function copyName(name: string, bytes: Buffer): string {
  return `${createHash('sha256').update(bytes).digest('hex')}.${name}`;
}

function readdirOrNothing(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (codeOf(error) === null) throw error;
    return [];
  }
}
