import type { ReadableDB, WritableDB } from '../handles.ts';

/** How a command ended. */
export type CommandEnd = 'done' | 'failed' | 'expired' | 'unknown-kind';

export interface StoredCommand {
  id: string;
  kind: string;
  /** Not begun after this, Unix ms by the time that does not run backwards. */
  until: number;
}

export interface FinishedCommand {
  id: string;
  state: CommandEnd;
  code: string | null;
  at: number;
}

/** True: it is new. A command that was seen before is never carried out again. Inside the caller's transaction. */
export function takeCommand(db: WritableDB, command: StoredCommand, now: number): boolean {
  const { changes } = db
    .prepare(
      `INSERT INTO command (id, kind, runs_until, state, taken_at) VALUES (:id, :kind, :until, 'taken', :now)
       ON CONFLICT (id) DO NOTHING`,
    )
    .run({ ...command, now });
  return changes > 0;
}

/** The oldest one that waits. Null: none. */
export function findNextCommand(db: ReadableDB): StoredCommand | null {
  const row = db
    .prepare<[], StoredCommand>(
      `SELECT id, kind, runs_until AS until FROM command WHERE state = 'taken' ORDER BY taken_at, id LIMIT 1`,
    )
    .get();
  return row ?? null;
}

export function beginCommand(db: WritableDB, id: string): void {
  db.prepare("UPDATE command SET state = 'running' WHERE id = ?").run(id);
}

export function finishCommand(
  db: WritableDB,
  id: string,
  end: { state: CommandEnd; code: string | null },
  now: number,
): void {
  db.prepare(
    'UPDATE command SET state = :state, code = :code, finished_at = :now, told_at = NULL WHERE id = :id',
  ).run({ id, ...end, now });
}

/** Commands during which the app ended. */
export function listRunningCommands(db: ReadableDB): StoredCommand[] {
  return db
    .prepare<[], StoredCommand>(
      "SELECT id, kind, runs_until AS until FROM command WHERE state = 'running' ORDER BY id",
    )
    .all();
}

export function listUntoldCommands(db: ReadableDB, limit: number): FinishedCommand[] {
  return db
    .prepare<[number], FinishedCommand>(
      `SELECT id, state, code, finished_at AS at FROM command
       WHERE finished_at IS NOT NULL AND told_at IS NULL ORDER BY finished_at, id LIMIT ?`,
    )
    .all(limit);
}

export function markCommandsTold(db: WritableDB, ids: readonly string[], now: number): void {
  const mark = db.prepare('UPDATE command SET told_at = :now WHERE id = :id');
  for (const id of ids) mark.run({ id, now });
}
