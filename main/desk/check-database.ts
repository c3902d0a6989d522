import Database from 'better-sqlite3';
import { z } from 'zod';
import type { WritableDB } from '../db/handles.ts';
import type { OpenOptions } from '../db/open.ts';
import { readFact, writeFact } from '../db/repositories/facts.ts';
import type { TaskEnd, TellProgress } from './tasks.ts';

const CHECKED = 'database.checked';
const Checked = z.object({ at: z.number(), isSound: z.boolean() });

/** What the last check found. Null: nobody checked yet. */
export function readCheck(db: WritableDB): z.infer<typeof Checked> | null {
  return readFact(db, CHECKED, Checked);
}

/**
 * Checks every table and index on a connection of its own, one table at a time, and lets the screens breathe in between: a visitor
 * at the other side of the hall may be waiting for this machine's answer.
 */
export async function checkDatabase(
  deps: { db: WritableDB; options: OpenOptions; kioskNow: () => number },
  tell: TellProgress,
  signal: AbortSignal,
): Promise<TaskEnd> {
  const { db, options } = deps;
  const binding = options.nativeBinding ? { nativeBinding: options.nativeBinding } : {};
  const reader = new Database(db.name, { readonly: true, ...binding });
  try {
    const tables = reader
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
      .pluck()
      .all() as string[];
    for (const [index, table] of tables.entries()) {
      if (signal.aborted) {
        return { ok: false, code: 'desk.cancelled', said: { id: 'Dihentikan.', en: 'Stopped.' } };
      }
      const said = {
        id: `Memeriksa bagian ${index + 1} dari ${tables.length}…`,
        en: `Checking part ${index + 1} of ${tables.length}…`,
      };
      tell(index, tables.length, said);
      await new Promise((resolve) => setImmediate(resolve));
      if (!isTableSound(reader, table)) return note(deps, false);
    }
    tell(tables.length, tables.length, { id: 'Selesai diperiksa.', en: 'Checked.' });
    return note(deps, true);
  } finally {
    reader.close();
  }
}

/** The name comes from the schema, and is quoted as such. */
function isTableSound(reader: Database.Database, table: string): boolean {
  const quoted = `"${table.replaceAll('"', '""')}"`;
  try {
    const found = reader.pragma(`integrity_check(${quoted})`, { simple: true });
    return found === 'ok' && (reader.pragma(`foreign_key_check(${quoted})`) as unknown[]).length === 0;
  } catch {
    // A page that cannot even be walked over.
    return false;
  }
}

function note({ db, kioskNow }: { db: WritableDB; kioskNow: () => number }, isSound: boolean): TaskEnd {
  writeFact(db, CHECKED, { at: kioskNow(), isSound });
  return isSound
    ? { ok: true, said: { id: 'Basis data utuh.', en: 'The database is sound.' } }
    : {
        ok: false,
        code: 'database.damaged',
        said: {
          id: 'Basis data rusak. Ekspor ke flashdisk, lalu nyalakan ulang.',
          en: 'The database is damaged. Export to a stick, then restart.',
        },
      };
}
