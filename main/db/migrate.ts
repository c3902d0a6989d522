import type { WritableDB } from './handles.ts';
import { type Migration, migrations as released } from './migrations/index.ts';
import { DatabaseFromFuture } from './trouble.ts';

export interface MigrateOptions {
  migrations?: readonly Migration[];
  /** Stop at this version. Default: the newest. */
  upTo?: number;
  /** Called once before the first step changes a file that already has tables. */
  copyAside?: () => void;
}

/**
 * Brings the schema up to date, each step in one transaction that also moves user_version: a power cut leaves the
 * step done or not begun. Throws DatabaseFromFuture for a file that a newer app wrote.
 */
export function migrate(db: WritableDB, options: MigrateOptions = {}): void {
  const steps = options.migrations ?? released;
  requireUnbroken(steps);
  const found = schemaVersionOf(db);
  const known = steps.length;
  if (found > known) throw new DatabaseFromFuture(found, known);
  const due = steps.slice(found, options.upTo ?? known);
  if (due.length === 0) return;
  if (found > 0) options.copyAside?.();
  for (const step of due) {
    db.transaction(() => {
      step.up(db);
      db.pragma(`user_version = ${step.version}`);
    }).immediate();
  }
}

/** 0: a new file without tables. */
export function schemaVersionOf(db: WritableDB): number {
  return db.pragma('user_version', { simple: true }) as number;
}

function requireUnbroken(steps: readonly Migration[]): void {
  for (const [index, step] of steps.entries()) {
    if (step.version !== index + 1) throw new Error(`migration ${step.name} must have version ${index + 1}`);
  }
}
