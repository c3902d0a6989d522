import { statSync } from 'node:fs';
import { basename } from 'node:path';
import Database from 'better-sqlite3';
import type { DeskOutput } from '../../shared/contract/desk.ts';
import { COPIED_FACT, copyDatabase, listCopies } from '../db/copies.ts';
import type { WritableDB } from '../db/handles.ts';
import type { OpenOptions } from '../db/open.ts';
import { writeFact } from '../db/repositories/facts.ts';
import type { TaskEnd, TellProgress } from './tasks.ts';

/** The copies that may be put back, newest first. */
export function listDeskCopies(folder: string, options: OpenOptions): DeskOutput<'desk.copies'> {
  return {
    copies: listCopies(folder).map(({ path }) => {
      const { size, mtimeMs } = statSync(path);
      return { id: basename(path), madeAt: mtimeMs, bytes: size, records: recordsIn(path, options) };
    }),
  };
}

/** Null: it cannot be read, and then it cannot be put back either. */
function recordsIn(path: string, options: OpenOptions): number | null {
  try {
    const binding = options.nativeBinding ? { nativeBinding: options.nativeBinding } : {};
    const copy = new Database(path, { readonly: true, ...binding });
    try {
      return copy.prepare('SELECT count(*) FROM submission').pluck().get() as number;
    } finally {
      copy.close();
    }
  } catch {
    return null;
  }
}

export async function backUp(
  deps: { db: WritableDB; folder: string; options: OpenOptions; kioskNow: () => number },
  tell: TellProgress,
): Promise<TaskEnd> {
  const { db, folder, options } = deps;
  tell(0, 1, { id: 'Menyalin basis data…', en: 'Copying the database…' });
  const path = copyDatabase(db, folder, options);
  writeFact(db, COPIED_FACT, deps.kioskNow());
  const name = basename(path);
  return { ok: true, said: { id: `Cadangan dibuat: ${name}.`, en: `Copy made: ${name}.` } };
}
