import { join } from 'node:path';
import type { Stick } from '../../shared/contract/desk.ts';
import type { Result } from '../../shared/lib/result.ts';
import { writeDurably } from '../db/durable-file.ts';
import { readLogLines } from './log-lines.ts';
import type { TaskBoard, TaskEnd, TellProgress } from './tasks.ts';

/** A stick as main knows it: the screen gets everything but the folder. */
export interface MountedStick extends Stick {
  folder: string;
}

/** What can be done with sticks here; whoever knows the operating system gives it. */
export interface StickPort {
  list(): Promise<MountedStick[]>;
  /** Begins writing what waits, or reading what is meant for this kiosk. */
  export(stick: MountedStick, tasks: TaskBoard, who: string): Result<{ taskId: string }>;
  import(stick: MountedStick, tasks: TaskBoard, who: string): Result<{ taskId: string }>;
}

const PAGE = 200;
/** More lines than the log files hold. */
const MOST_PAGES = 1000;

/** Writes the technician's log as text, page by page, each line checked once more. */
export async function exportLogs(
  deps: { folder: string; to: string; name: string },
  tell: TellProgress,
  signal: AbortSignal,
): Promise<TaskEnd> {
  const text: string[] = [];
  let before: string | null = null;
  for (let page = 0; page < MOST_PAGES && !signal.aborted; page++) {
    const { lines, older } = readLogLines(deps.folder, { before, limit: PAGE });
    for (const { at, level, event, rest } of lines) {
      text.push(`${new Date(at).toISOString()} ${level} ${event} ${rest}`.trim());
    }
    tell(text.length, null, { id: `${text.length} baris dibaca…`, en: `${text.length} lines read…` });
    await new Promise((resolve) => setImmediate(resolve));
    before = older;
    if (before === null) break;
  }
  if (signal.aborted)
    return { ok: false, code: 'desk.cancelled', said: { id: 'Dihentikan.', en: 'Stopped.' } };
  const path = join(deps.to, deps.name);
  writeDurably(path, `${text.reverse().join('\n')}\n`);
  return {
    ok: true,
    said: { id: `Log ditulis: ${deps.name}.`, en: `The log is written: ${deps.name}.` },
  };
}
