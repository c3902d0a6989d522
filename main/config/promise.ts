import { z } from 'zod';
import { type Result, succeeded } from '../../shared/lib/result.ts';
import type { WritableDB } from '../db/handles.ts';
import { readFact, writeFact } from '../db/repositories/facts.ts';
import { type ConfigChangeProblem, changeConfig } from './change.ts';
import { HubUrl, PrinterSetting } from './schema.ts';

const PROMISE_FACT = 'config.promise';

/** What staff change in `config.json` and answer for in the audit log; what is left out stays. */
const ConfigPromise = z.object({ printer: PrinterSetting, hubUrl: HubUrl }).partial();
export type ConfigPromise = z.infer<typeof ConfigPromise>;

/**
 * Puts down what `config.json` is about to say, in the transaction that writes the audit line about it: a file and a database cannot
 * change in one step, and no power cut between the two may leave an act without its line, or a line without its act.
 */
export function promiseConfig(db: WritableDB, changes: ConfigPromise): void {
  writeFact(db, PROMISE_FACT, changes);
}

/** Does what was promised, at once or at the next start. What cannot be written stays promised. Without a promise: nothing. */
export function keepConfigPromise(
  db: WritableDB,
  folder: string,
): Result<{ wasOpen: boolean }, ConfigChangeProblem> {
  const changes = readFact(db, PROMISE_FACT, ConfigPromise);
  if (changes === null) return succeeded({ wasOpen: false });
  const changed = changeConfig(folder, changes);
  if (!changed.ok) return changed;
  withdrawConfigPromise(db);
  return succeeded({ wasOpen: true });
}

/** Where the act is told as failed. */
export function withdrawConfigPromise(db: WritableDB): void {
  db.prepare('DELETE FROM fact WHERE key = ?').run(PROMISE_FACT);
}
