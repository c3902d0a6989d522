import { randomUUID } from 'node:crypto';
import type { DeskTask, Said } from '../../shared/contract/desk.ts';
import { failed, type Result, succeeded } from '../../shared/lib/result.ts';
import { codeOf } from '../db/trouble.ts';

/** How a piece of work tells how far it is. */
export type TellProgress = (done: number, total: number | null, said: Said) => void;

export type TaskEnd = { ok: true; said: Said } | { ok: false; code: string; said: Said };

/** Long work at the desk: begun by one call, followed by others. It lives in memory; a restart ends it. */
export interface TaskBoard {
  /** One of a kind at a time. Problem: desk.busy. */
  start(
    kind: DeskTask['kind'],
    work: (tell: TellProgress, signal: AbortSignal) => Promise<TaskEnd>,
  ): Result<{ taskId: string }, 'desk.busy'>;
  read(taskId: string): Result<DeskTask, 'desk.not-found'>;
  /** Asks everything that runs to end, and waits for it. */
  stop(): Promise<void>;
}

/** Older ones are forgotten. */
const MOST_KEPT = 20;
const STARTED: Said = { id: 'Dimulai…', en: 'Starting…' };
const BROKEN: Said = {
  id: 'Pekerjaan ini gagal. Ulangi, lalu hubungi teknisi pusat.',
  en: 'This work failed. Repeat it, then call the technicians of the hub.',
};

export function createTaskBoard(onTrouble: (what: string, error: unknown) => void): TaskBoard {
  const tasks = new Map<string, DeskTask>();
  const running = new Map<string, { controller: AbortController; over: Promise<void> }>();

  function change(taskId: string, changes: Partial<DeskTask>): void {
    const task = tasks.get(taskId);
    if (task?.state === 'running') tasks.set(taskId, { ...task, ...changes });
  }

  async function run(
    taskId: string,
    work: Parameters<TaskBoard['start']>[1],
    signal: AbortSignal,
  ): Promise<void> {
    try {
      // The caller has its answer before the work takes the machine.
      await new Promise((resolve) => setImmediate(resolve));
      const end = await work((done, total, said) => {
        change(taskId, { done: total === null ? done : Math.min(done, total), total, said });
      }, signal);
      const task = tasks.get(taskId);
      if (end.ok) change(taskId, { state: 'done', said: end.said, done: task?.total ?? task?.done ?? 0 });
      else change(taskId, { state: signal.aborted ? 'cancelled' : 'failed', said: end.said, code: end.code });
    } catch (error) {
      onTrouble('desk task', error);
      const code = codeOf(error) ?? 'desk.broken';
      change(taskId, { state: signal.aborted ? 'cancelled' : 'failed', said: BROKEN, code });
    } finally {
      running.delete(taskId);
    }
  }

  return {
    start(kind, work) {
      if ([...running.keys()].some((id) => tasks.get(id)?.kind === kind))
        return failed({ code: 'desk.busy' });
      const taskId = randomUUID();
      tasks.set(taskId, { taskId, kind, state: 'running', done: 0, total: null, said: STARTED, code: null });
      for (const id of [...tasks.keys()].slice(0, -MOST_KEPT)) if (!running.has(id)) tasks.delete(id);
      const controller = new AbortController();
      running.set(taskId, { controller, over: run(taskId, work, controller.signal) });
      return succeeded({ taskId });
    },
    read(taskId) {
      const task = tasks.get(taskId);
      return task === undefined ? failed({ code: 'desk.not-found' }) : succeeded(task);
    },
    async stop() {
      const open = [...running.values()];
      for (const { controller } of open) controller.abort();
      await Promise.all(open.map((one) => one.over));
    },
  };
}
