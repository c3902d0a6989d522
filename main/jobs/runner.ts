import type { Clock } from '../../shared/lib/clock.ts';
import type { WritableDB } from '../db/handles.ts';
import { type BackOff, backOffMs } from './back-off.ts';
import type { Job, JobKind, Outcome } from './job.ts';
import { claimJobs, finishJob, nextRunAt, releaseClaims } from './queue.ts';
import { systemTimers, type Timers } from './timers.ts';

/**
 * Does one job, and may be asked twice for the same job. `signal` fires when its time is over; a handler that goes on
 * all the same must bear being asked again meanwhile.
 */
export type JobHandler<K extends JobKind> = (
  job: Extract<Job, { kind: K }>,
  signal: AbortSignal,
) => Promise<Outcome>;
export type JobHandlers = { [K in JobKind]?: JobHandler<K> };

export interface JobRunnerDeps {
  db: WritableDB;
  handlers: JobHandlers;
  clock: Clock;
  /** Unique for this boot. */
  worker: string;
  timers?: Timers;
  random?: () => number;
  backOff?: BackOff;
  /** Longest time that one job may take; its handler is then told to stop and the job waits again. */
  jobTimeLimitMs?: number;
  /** Something went wrong that no job can be blamed for, or a handler threw. For the log. */
  onTrouble?: (what: string, error: unknown) => void;
}

export interface JobRunner {
  start(): void;
  /** Something may have become due. Cheap, and may be called at any time. */
  nudge(): void;
  /** Takes no further job and waits for the running one, at most its time limit. */
  stop(): Promise<void>;
}

/** Sleep is cut at this length because the wall clock, by which jobs are due, may be set while we sleep. */
const LONGEST_SLEEP_MS = 30_000;
/** What a handler has to say for itself after its time was over still counts, if it comes at once. */
const GRACE_MS = 1_000;
const AFTER_TROUBLE_MS = 5_000;
const JOB_BACK_OFF: BackOff = { baseMs: 1_000, ceilingMs: 15 * 60_000 };

/**
 * Runs the jobs that this machine does by itself, one at a time. Between two jobs there is always a timer: whatever a
 * handler does, throws or forgets, the next look at the queue is already arranged.
 */
export function createJobRunner(deps: JobRunnerDeps): JobRunner {
  const { db, clock, worker } = deps;
  const timers = deps.timers ?? systemTimers;
  const random = deps.random ?? Math.random;
  const limitMs = deps.jobTimeLimitMs ?? 120_000;
  const kinds = Object.keys(deps.handlers) as JobKind[];
  let cancelTimer: (() => void) | null = null;
  let working: Promise<void> | null = null;
  let nudged = false;
  let stopped = true;
  /** Work ended by an exception, as of a full disk: a claim of ours may still stand in the table. */
  let claimsMayBeLeft = false;

  function lookAfter(ms: number): void {
    cancelTimer?.();
    cancelTimer = stopped ? null : timers.after(ms, look);
  }

  function look(): void {
    if (stopped || working) return;
    working = workAndSleep().then((sleepMs) => {
      working = null;
      lookAfter(nudged ? 0 : sleepMs);
      nudged = false;
    });
  }

  /** Never rejects: the caller's timer hangs on its answer. */
  async function workAndSleep(): Promise<number> {
    try {
      if (claimsMayBeLeft) releaseClaims(db, worker, 'job.interrupted');
      claimsMayBeLeft = true;
      await runDueJobs();
      claimsMayBeLeft = false;
      return sleepMs();
    } catch (error) {
      report('the job runner could not work', error);
      return AFTER_TROUBLE_MS;
    }
  }

  async function runDueJobs(): Promise<void> {
    while (!stopped) {
      const [job] = claimJobs(db, { kinds, worker, now: clock.now(), limit: 1 });
      if (!job) return;
      const outcome = await attempt(job);
      finishJob(db, job, outcome, clock.now());
    }
  }

  function sleepMs(): number {
    const next = nextRunAt(db, kinds, clock.now());
    return next === null ? LONGEST_SLEEP_MS : Math.min(LONGEST_SLEEP_MS, Math.max(1, next - clock.now()));
  }

  function attempt(job: Job): Promise<Outcome> {
    const controller = new AbortController();
    return new Promise((resolve) => {
      let cancel = timers.after(limitMs, () => {
        cancel = timers.after(GRACE_MS, () => resolve(tryAgain(job, 'job.timed-out')));
        controller.abort();
      });
      const settle = (outcome: Outcome) => {
        cancel();
        resolve(outcome);
      };
      callHandler(job, controller.signal).then(settle, (error: unknown) => {
        report(`job ${job.kind} threw`, error);
        settle(tryAgain(job, 'job.failed'));
      });
    });
  }

  async function callHandler(job: Job, signal: AbortSignal): Promise<Outcome> {
    const handler = deps.handlers[job.kind] as JobHandler<JobKind> | undefined;
    if (!handler) throw new Error(`no handler for ${job.kind}`);
    return await handler(job, signal);
  }

  function report(what: string, error: unknown): void {
    try {
      deps.onTrouble?.(what, error);
    } catch {
      // A log that cannot be written must not stop the queue.
    }
  }

  function tryAgain(job: Job, because: string): Outcome {
    const afterMs = backOffMs(deps.backOff ?? JOB_BACK_OFF, job.attempts, random);
    return { outcome: 'retry', afterMs, because };
  }

  return {
    start() {
      if (!stopped) return;
      stopped = false;
      lookAfter(0);
    },
    nudge() {
      if (working) nudged = true;
      else lookAfter(0);
    },
    async stop() {
      stopped = true;
      cancelTimer?.();
      cancelTimer = null;
      await working;
    },
  };
}
