import type { Clock } from '../../shared/lib/clock.ts';
import { askedWaitMs, type BackOff, backOffMs, LINK_BACK_OFF } from '../jobs/back-off.ts';
import type { Timers } from '../jobs/timers.ts';

/** How a round ended, as far as the next one depends on it. */
export interface RoundEnd {
  ok: boolean;
  /** The hub asked for this wait. */
  retryAfterMs?: number;
  /** The hub's slot: it takes the place of the interval after a good round. What is new may still hasten the next one. */
  nextRoundInMs?: number;
}

export interface RoundSchedulerDeps {
  /** One round. `onProgress` feeds the watchdog; `signal` fires when the round is abandoned. */
  run: (signal: AbortSignal, onProgress: () => void) => Promise<RoundEnd>;
  /** The watchdog gave a round up: free what it held. */
  onStuck: () => void;
  onTrouble: (what: string, error: unknown) => void;
  clock: Clock;
  timers: Timers;
  random: () => number;
  pace?: Partial<Pace>;
}

export interface Pace {
  /** Between two good rounds, give or take a fifth. */
  intervalMs: number;
  /** The first round starts somewhere within this: kiosks of a city get their power back together. */
  firstWithinMs: number;
  backOff: BackOff;
  /** After a failure a nudge may hasten the next try, but not closer than this. */
  nudgeGapMs: number;
  /** A round without progress for this long is abandoned. Longer than the longest single call. */
  stuckAfterMs: number;
}

const PACE: Pace = {
  intervalMs: 60_000,
  firstWithinMs: 2_000,
  backOff: LINK_BACK_OFF,
  nudgeGapMs: 5_000,
  stuckAfterMs: 180_000,
};
/** A hub that asks for more is asked again after this. */
const LONGEST_ASKED_WAIT_MS = 6 * 3_600_000;
const SHORTEST_WAIT_MS = 1_000;

export interface RoundScheduler {
  start(): void;
  /** Something waits to be sent: the next round comes as early as hub and back-off allow. */
  nudge(): void;
  /** A person wants it: the next round starts at once, also within a wait that hub or back-off asked for. */
  startNow(): void;
  /** Ends the running round at its next step and waits for it. */
  stop(): Promise<void>;
  /** Milliseconds until the next round starts; 0 while one runs; null when stopped. */
  nextInMs(): number | null;
}

/**
 * Starts rounds, one at a time. Outside a running round there is always a timer, and a running round always has a
 * watchdog: silence after a failure cannot happen.
 */
export function createRoundScheduler(deps: RoundSchedulerDeps): RoundScheduler {
  const { clock, timers, random } = deps;
  const pace: Pace = { ...PACE, ...deps.pace };
  let stopped = true;
  let cancelTimer: (() => void) | null = null;
  let nextAt = 0;
  let running: { abandon: () => void; over: Promise<void> } | null = null;
  let nudged = false;
  let failures = 0;
  let pausedUntil = 0;
  let lastEndAt = 0;

  function schedule(ms: number): void {
    cancelTimer?.();
    cancelTimer = null;
    if (stopped) return;
    nextAt = clock.monotonic() + ms;
    cancelTimer = timers.after(ms, begin);
  }

  function begin(): void {
    cancelTimer = null;
    if (stopped || running) return;
    nudged = false;
    const controller = new AbortController();
    let end: (how: RoundEnd) => void = () => undefined;
    const over = new Promise<RoundEnd>((resolve) => {
      end = resolve;
    }).then(afterRound);
    running = { abandon: () => controller.abort(), over };
    const watchdog = createWatchdog(() => {
      controller.abort();
      report('a round was stuck and has been given up', () => deps.onStuck());
      end({ ok: false });
    });
    startRound(controller.signal, watchdog.feed).then((how) => {
      watchdog.stop();
      end(how);
    });
  }

  /** Never rejects. */
  async function startRound(signal: AbortSignal, onProgress: () => void): Promise<RoundEnd> {
    try {
      return await deps.run(signal, onProgress);
    } catch (error) {
      report('a round threw', () => deps.onTrouble('a round threw', error));
      return { ok: false };
    }
  }

  function afterRound(how: RoundEnd): void {
    running = null;
    failures = how.ok ? 0 : failures + 1;
    lastEndAt = clock.monotonic();
    const regular = how.ok ? regularMs(how) : backOffMs(pace.backOff, failures, random);
    const asked = Math.min(how.retryAfterMs ?? 0, LONGEST_ASKED_WAIT_MS);
    pausedUntil = lastEndAt + askedWaitMs(asked, random);
    schedule(Math.max(SHORTEST_WAIT_MS, regular, pausedUntil - lastEndAt));
    if (nudged) hasten();
  }

  function regularMs({ nextRoundInMs }: RoundEnd): number {
    if (nextRoundInMs === undefined) return pace.intervalMs * (0.8 + random() * 0.4);
    return Math.min(nextRoundInMs, LONGEST_ASKED_WAIT_MS);
  }

  function hasten(): void {
    const now = clock.monotonic();
    const earliest = Math.max(pausedUntil, failures > 0 ? lastEndAt + pace.nudgeGapMs : now);
    if (earliest < nextAt) schedule(Math.max(0, earliest - now));
  }

  function createWatchdog(bite: () => void): { feed: () => void; stop: () => void } {
    let cancel = timers.after(pace.stuckAfterMs, bite);
    let isOver = false;
    return {
      feed() {
        if (isOver) return;
        cancel();
        cancel = timers.after(pace.stuckAfterMs, bite);
      },
      stop() {
        isOver = true;
        cancel();
      },
    };
  }

  /** What is told to others must not break the chain of timers. */
  function report(what: string, tell: () => void): void {
    try {
      tell();
    } catch (error) {
      try {
        deps.onTrouble(what, error);
      } catch {
        // A log that cannot be written must not stop the rounds.
      }
    }
  }

  return {
    start() {
      if (!stopped) return;
      stopped = false;
      if (!running) schedule(random() * pace.firstWithinMs);
    },
    nudge() {
      if (running) nudged = true;
      else if (!stopped) hasten();
    },
    startNow() {
      if (stopped || running) return;
      cancelTimer?.();
      begin();
    },
    async stop() {
      stopped = true;
      cancelTimer?.();
      cancelTimer = null;
      running?.abandon();
      await running?.over;
    },
    nextInMs() {
      if (running) return 0;
      return stopped ? null : Math.max(0, nextAt - clock.monotonic());
    },
  };
}
