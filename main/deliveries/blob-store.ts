import { createHash } from 'node:crypto';
import { createReadStream, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { type FileHandle, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Blob } from '../../shared/contract/signed-document.ts';
import { flushFolder } from '../db/durable-file.ts';
import { codeOf } from '../db/trouble.ts';

const FOLDER = 'blobs';
const PART = '.part';
const NAME = /^[0-9a-f]{64}$/;

/** Files that came down, each named by the SHA-256 of its bytes, and what has come of those that were cut. */
export interface BlobStore {
  /** Where a whole file lies. */
  pathOf(sha256: string): string;
  /** It is there in its full length. */
  has(blob: Blob): boolean;
  /** It is there and its bytes are what its name says; one that is spoilt is removed. */
  isSound(blob: Blob): Promise<boolean>;
  /** So many bytes of it came before it was cut. */
  partBytes(blob: Blob): number;
  /** Goes on with a file at `from`, which is at most `partBytes`. Throws what the file system throws. */
  write(blob: Blob, from: number): Promise<BlobWriter>;
  removePart(blob: Blob): void;
  /** The whole file goes, where it is there. */
  remove(blob: Blob): void;
  /** Everything goes that is not among these, half or whole. Gives how many went. */
  removeAllBut(kept: ReadonlySet<string>): number;
}

export interface BlobWriter {
  /** Bytes that are in the file by now. */
  readonly at: number;
  add(bytes: Uint8Array): Promise<void>;
  /** Flushed, hashed and under its name: `whole`. Anything else than what it should be is removed: `damaged`. */
  finish(): Promise<'whole' | 'damaged'>;
  /** Keeps what is there, for the next try. */
  close(): Promise<void>;
}

export function openBlobStore(dataFolder: string): BlobStore {
  const folder = join(dataFolder, FOLDER);
  const pathOf = (sha256: string) => join(folder, nameOf(sha256));
  const partOf = (sha256: string) => `${pathOf(sha256)}${PART}`;

  return {
    pathOf,
    has: ({ sha256, bytes }) => sizeOf(pathOf(sha256)) === bytes,
    async isSound({ sha256, bytes }) {
      const path = pathOf(sha256);
      if (sizeOf(path) === bytes && (await hashOf(path)) === sha256) return true;
      rmSync(path, { force: true });
      return false;
    },
    partBytes: ({ sha256 }) => sizeOf(partOf(sha256)) ?? 0,
    async write(blob, from) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const part = partOf(blob.sha256);
      const file = await open(part, from > 0 ? 'r+' : 'w', 0o600);
      await file.truncate(from);
      return writerOf({ file, part, whole: pathOf(blob.sha256), folder, blob, from });
    },
    remove: ({ sha256 }) => rmSync(pathOf(sha256), { force: true }),
    removePart: ({ sha256 }) => rmSync(partOf(sha256), { force: true }),
    removeAllBut(kept) {
      const strange = namesIn(folder).filter((name) => !kept.has(name.replace(PART, '')));
      for (const name of strange) rmSync(join(folder, name), { force: true, recursive: true });
      if (strange.length > 0) flushFolder(folder);
      return strange.length;
    },
  };
}

function writerOf(parts: {
  file: FileHandle;
  part: string;
  whole: string;
  folder: string;
  blob: Blob;
  from: number;
}): BlobWriter {
  const { file, part, whole, folder, blob } = parts;
  let at = parts.from;
  return {
    get at() {
      return at;
    },
    async add(bytes) {
      for (let done = 0; done < bytes.length; ) {
        const { bytesWritten } = await file.write(bytes, done, bytes.length - done, at);
        done += bytesWritten;
        at += bytesWritten;
      }
    },
    async finish() {
      await file.sync();
      await file.close();
      // What lay there before a power cut is looked at as well: the whole file is hashed, not only what came now.
      if (at !== blob.bytes || (await hashOf(part)) !== blob.sha256) {
        rmSync(part, { force: true });
        return 'damaged';
      }
      await rename(part, whole);
      flushFolder(folder);
      return 'whole';
    },
    close: () => file.close(),
  };
}

/** SHA-256 of a file, hex. Throws what reading a file throws. */
export async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  return hash.digest('hex');
}

function nameOf(sha256: string): string {
  if (!NAME.test(sha256)) throw new Error('not a hash');
  return sha256;
}

/** Null: there is no such file. */
function sizeOf(path: string): number | null {
  try {
    return statSync(path).size;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}
