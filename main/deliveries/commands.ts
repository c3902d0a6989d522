import type { CommandKind } from '../../shared/contract/signed-document.ts';
import type { WritableDB } from '../db/handles.ts';
import {
  beginCommand,
  findNextCommand,
  finishCommand,
  listRunningCommands,
} from '../db/repositories/commands.ts';
import { codeOf } from '../db/trouble.ts';

/** What a command does. Throws, or rejects, where it cannot; a `code` of the error is told. */
export type CommandActs = Partial<Record<CommandKind, () => void | Promise<void>>>;

/**
 * Carries out what waits, one after the other, each once: it is marked as begun before it begins. One whose time has passed is told
 * as expired. Never throws. `now`: Unix ms by the time that does not run backwards.
 */
export async function runCommands(
  db: WritableDB,
  acts: CommandActs,
  now: () => number,
  signal: AbortSignal,
): Promise<void> {
  for (let next = findNextCommand(db); next && !signal.aborted; next = findNextCommand(db)) {
    const { id, kind, until } = next;
    const act = acts[kind as CommandKind];
    if (now() > until) finishCommand(db, id, { state: 'expired', code: null }, now());
    else if (!act) finishCommand(db, id, { state: 'failed', code: 'command.not-possible' }, now());
    else {
      beginCommand(db, id);
      if (kind === 'restart') {
        // Told after the start that it causes: whoever ends here cannot say so.
        await act();
        return;
      }
      const end = await endOf(act);
      finishCommand(db, id, end, now());
    }
  }
}

async function endOf(
  act: () => void | Promise<void>,
): Promise<{ state: 'done' | 'failed'; code: string | null }> {
  try {
    await act();
    return { state: 'done', code: null };
  } catch (error) {
    return { state: 'failed', code: codeOf(error) ?? 'command.failed' };
  }
}

/** At the start: a restart has happened; anything else was cut off, and nobody knows how far it came. */
export function settleCommands(db: WritableDB, now: number): void {
  db.transaction(() => {
    for (const { id, kind } of listRunningCommands(db)) {
      const isDone = kind === 'restart';
      finishCommand(
        db,
        id,
        isDone ? { state: 'done', code: null } : { state: 'failed', code: 'command.interrupted' },
        now,
      );
    }
  })();
}
