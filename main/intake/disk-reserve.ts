import { randomFillSync } from 'node:crypto';
import { existsSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { flushFolder, writeDurably } from '../db/durable-file.ts';

/**
 * A file of real bytes beside the database. When the disk is full it is given up, so that the complaint of the visitor
 * who stands there is still recorded; then the kiosk takes no more until there is space again.
 */
export interface DiskReserve {
  /** Makes the file if it is missing and there is clearly room for it. Failing to is not an error. */
  restore(): void;
  /** Gives the space back. False: it was already given. */
  release(): boolean;
  state(): DiskState;
}

export interface DiskState {
  /** Null: the file system does not say. */
  freeBytes: number | null;
  hasReserve: boolean;
  /** No new complaint should be begun. */
  isFull: boolean;
}

const FILE = 'reserve.bin';
export const RESERVE_BYTES = 6 * 1024 * 1024;
/** Below this the kiosk stops before the disk does: some thousand complaints still fit. */
const LOW_BYTES = 64 * 1024 * 1024;

export function openDiskReserve(folder: string, lowBytes = LOW_BYTES): DiskReserve {
  const path = join(folder, FILE);

  function state(): DiskState {
    const freeBytes = freeBytesOf(folder);
    const hasReserve = existsSync(path);
    return { freeBytes, hasReserve, isFull: freeBytes === null ? !hasReserve : freeBytes < lowBytes };
  }

  return {
    restore() {
      const freeBytes = freeBytesOf(folder);
      if (existsSync(path) || (freeBytes !== null && freeBytes < RESERVE_BYTES + lowBytes)) return;
      try {
        // Random, because a file system that compresses would keep no space for zeros.
        writeDurably(path, randomFillSync(Buffer.alloc(RESERVE_BYTES)));
      } catch {
        rmSync(path, { force: true });
      }
    },
    release() {
      if (!existsSync(path)) return false;
      rmSync(path);
      flushFolder(folder);
      return true;
    },
    state,
  };
}

function freeBytesOf(folder: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}
