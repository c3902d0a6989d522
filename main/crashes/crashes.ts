import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Crash } from '../../shared/contract/crash.ts';
import { writeDurably } from '../db/durable-file.ts';

/** In the data folder. Codes only: no dump, no stack, no address, nothing of a visit. */
export const CRASH_FILE = 'crashes.json';
/** Older ones are forgotten; a report carries all of them. */
export const MOST_CRASHES = 20;

/** Notes one crash, the newest last. Never throws: whoever notes a crash has trouble enough. */
export function noteCrash(dataFolder: string, crash: Crash): void {
  const parsed = Crash.safeParse({ ...crash, reason: crash.reason.replaceAll(/[^\w.-]/g, '').slice(0, 40) });
  if (!parsed.success) return;
  const kept = [...readCrashes(dataFolder), parsed.data].slice(-MOST_CRASHES);
  try {
    writeDurably(join(dataFolder, CRASH_FILE), `${JSON.stringify(kept)}\n`);
  } catch {
    // A disk that takes nothing has its own line of health.
  }
}

/** The newest last. A file that cannot be read counts as none. */
export function readCrashes(dataFolder: string): Crash[] {
  try {
    const parsed = Crash.array().safeParse(JSON.parse(readFileSync(join(dataFolder, CRASH_FILE), 'utf8')));
    return parsed.success ? parsed.data.slice(-MOST_CRASHES) : [];
  } catch {
    return [];
  }
}
