import type { Clock } from '../../shared/lib/clock.ts';

/** A kiosk's clock in a proof: real time passes, days can be let pass at once, and somebody can set the wall clock wrong. */
export interface MovableClock extends Clock {
  /** Time passes, ms: on the wall and in truth. */
  pass(ms: number): void;
  /** Somebody moves the hands, ms; no time passes. */
  turn(ms: number): void;
  /** The machine was off and is started again: the monotonic clock begins anew. */
  restart(): void;
}

/** Begins `beforeNow` ms before this moment, so that after as many have passed it agrees with a hub in real time. */
export function aMovableClock(beforeNow = 0): MovableClock {
  let wall = -beforeNow;
  let monotonic = 0;
  let startedAt = performance.now();
  return {
    now: () => Math.floor(Date.now() + wall),
    monotonic: () => performance.now() - startedAt + monotonic,
    pass(ms) {
      wall += ms;
      monotonic += ms;
    },
    turn(ms) {
      wall += ms;
    },
    restart() {
      startedAt = performance.now();
      monotonic = 0;
    },
  };
}
