import type { WritableDB } from './handles.ts';
import { type Migration, migrations as released } from './migrations/index.ts';
import { DatabaseFromFuture, DatabaseSettingRefused } from './trouble.ts';

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
    if (step.rebuilds) withoutReferenceChecks(db, () => take(db, step));
    else take(db, step);
  }
}

function take(db: WritableDB, step: Migration): void {
  db.transaction(() => {
    step.up(db);
    db.pragma(`user_version = ${step.version}`);
    if (!step.rebuilds) return;
    const dangling = db.pragma('foreign_key_check') as unknown[];
    if (dangling.length > 0) throw new Error(`${step.name} leaves ${dangling.length} dangling references`);
  }).immediate();
}

/**
 * Dropping a table that others refer to would break their references while it is away. SQLite lets the checks be turned
 * off only outside a transaction, so the step itself checks all of them before it commits.
 */
function withoutReferenceChecks(db: WritableDB, act: () => void): void {
  setReferenceChecks(db, 'OFF', 0);
  try {
    act();
  } finally {
    setReferenceChecks(db, 'ON', 1);
  }
}

function setReferenceChecks(db: WritableDB, value: 'ON' | 'OFF', expected: 0 | 1): void {
  db.pragma(`foreign_keys = ${value}`);
  const found = db.pragma('foreign_keys', { simple: true });
  if (found !== expected)
    throw new DatabaseSettingRefused(`foreign_keys is ${String(found)}, it must be ${expected}`);
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
