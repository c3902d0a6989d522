import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  statfsSync,
} from 'node:fs';
import { join } from 'node:path';
import { writeDurably } from '../db/durable-file.ts';
import { codeOf } from '../db/trouble.ts';

/** Why nothing more can be done with a stick. What was written whole before stays there and counts. */
export type StickTrouble = 'stick.full' | 'stick.read-only' | 'stick.gone';

export class StickProblem extends Error {
  readonly code: StickTrouble;
  constructor(code: StickTrouble, cause: unknown) {
    super(code, { cause });
    this.code = code;
  }
}

/** Longest list of names that is looked at in one folder: a hostile stick may hold millions. */
const MOST_NAMES = 20_000;
/** A name of ours: no dot in front, no separator, nothing that a file system reads in its own way. */
const OUR_NAME = /^[A-Za-z0-9][A-Za-z0-9.-]{0,120}$/;

/** A folder on a stick that nobody trusts. Paths are lists of names, so that none can lead out of it. */
export interface StickFolder {
  /** Null: not there, no plain file, reached over a link, or larger than `maxBytes`. */
  read(path: readonly string[], maxBytes: number): Buffer | null;
  /** Our kind of names in a folder, in order. Empty: there is no such folder. */
  list(path: readonly string[]): string[];
  /** Bytes of a plain file; null: as for `read`. */
  sizeOf(path: readonly string[]): number | null;
  /** On the stick, name and all, before it answers. Throws `StickProblem`. */
  write(path: readonly string[], bytes: string | Uint8Array): void;
  /** Files that a cut left half written in a folder go. */
  removeLeftovers(path: readonly string[]): void;
  freeBytes(): number;
}

export function openStickFolder(root: string): StickFolder {
  const pathOf = (path: readonly string[]) => {
    for (const name of path) if (!OUR_NAME.test(name)) throw new Error('no name of a stick file');
    return join(root, ...path);
  };

  /** Every folder on the way is a real one. A link could lead anywhere on the kiosk. */
  function isReached(path: readonly string[]): boolean {
    for (let depth = 1; depth < path.length; depth++) {
      const on = lstatIfThere(pathOf(path.slice(0, depth)));
      if (on === null || !on.isDirectory()) return false;
    }
    return true;
  }

  function sizeOf(path: readonly string[]): number | null {
    if (!isReached(path)) return null;
    const found = lstatIfThere(pathOf(path));
    return found?.isFile() ? found.size : null;
  }

  return {
    sizeOf,
    read(path, maxBytes) {
      const size = sizeOf(path);
      return size === null || size > maxBytes ? null : readPlainFile(pathOf(path), maxBytes);
    },
    list(path) {
      if (!isReached([...path, 'inside'])) return [];
      try {
        return readdirSync(pathOf(path))
          .slice(0, MOST_NAMES)
          .filter((name) => OUR_NAME.test(name))
          .sort();
      } catch (error) {
        if (codeOf(error) === null) throw error;
        return [];
      }
    },
    write(path, bytes) {
      try {
        mkdirSync(pathOf(path.slice(0, -1)), { recursive: true });
        if (!isReached(path)) throw new StickProblem('stick.read-only', 'a link is in the way');
        writeDurably(pathOf(path), bytes);
      } catch (error) {
        throw error instanceof StickProblem ? error : new StickProblem(troubleOf(error), error);
      }
    },
    removeLeftovers(path) {
      if (!isReached([...path, 'inside'])) return;
      try {
        for (const name of readdirSync(pathOf(path))) {
          if (OUR_NAME.test(name) && name.endsWith('.tmp')) rmSync(join(pathOf(path), name), { force: true });
        }
      } catch (error) {
        if (codeOf(error) === null) throw error;
      }
    },
    freeBytes() {
      try {
        const { bavail, bsize } = statfsSync(root);
        return bavail * bsize;
      } catch {
        return 0;
      }
    },
  };
}

function lstatIfThere(path: string) {
  try {
    return lstatSync(path);
  } catch (error) {
    if (codeOf(error) === null) throw error;
    return null;
  }
}

/** Opened without following a link and looked at once more: what `lstat` saw may have been exchanged since. */
function readPlainFile(path: string, maxBytes: number): Buffer | null {
  let file: number | null = null;
  try {
    file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    const found = fstatSync(file);
    if (!found.isFile() || found.size > maxBytes) return null;
    const bytes = Buffer.alloc(found.size);
    let at = 0;
    while (at < bytes.length) {
      const read = readSync(file, bytes, at, bytes.length - at, at);
      if (read === 0) break;
      at += read;
    }
    return bytes.subarray(0, at);
  } catch (error) {
    if (codeOf(error) === null) throw error;
    return null;
  } finally {
    if (file !== null) closeSync(file);
  }
}

function troubleOf(error: unknown): StickTrouble {
  switch (codeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return 'stick.full';
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
    case 'ENOTDIR':
    case 'EEXIST':
      return 'stick.read-only';
    case null:
      throw error;
    default:
      return 'stick.gone';
  }
}
