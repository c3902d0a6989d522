import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { AttachmentId } from '../../shared/domain/attachment.ts';
import { flushFolder, writeDurably } from '../db/durable-file.ts';
import { codeOf } from '../db/trouble.ts';

/** Sealed photos as files, named by the SHA-256 of their bytes. This kiosk cannot open them. */
export interface PhotoFiles {
  /** On the disk, name and all, before it answers. Throws what the file system throws. */
  write(id: AttachmentId, sealed: Uint8Array): void;
  /** Null: it is not there. */
  read(id: AttachmentId): Buffer | null;
  /** It not being there is fine. */
  remove(id: AttachmentId): void;
  /** Everything that is not among these goes, also what a power cut left half written. */
  removeAllBut(ids: ReadonlySet<AttachmentId>): number;
}

export function openPhotoFiles(dataFolder: string): PhotoFiles {
  const folder = join(dataFolder, 'attachments');
  const pathOf = (id: AttachmentId) => join(folder, AttachmentId.parse(id));

  return {
    write(id, sealed) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      writeDurably(pathOf(id), sealed);
    },
    read(id) {
      try {
        return readFileSync(pathOf(id));
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return null;
        throw error;
      }
    },
    remove(id) {
      rmSync(pathOf(id), { force: true });
    },
    removeAllBut(ids) {
      const strange = namesIn(folder).filter((name) => !ids.has(name));
      for (const name of strange) rmSync(join(folder, name), { force: true });
      if (strange.length > 0) flushFolder(folder);
      return strange.length;
    },
  };
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}
