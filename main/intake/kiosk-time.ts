import { z } from 'zod';
import type { Clock } from '../../shared/lib/clock.ts';
import type { WritableDB } from '../db/handles.ts';
import { readFact, writeFact } from '../db/repositories/facts.ts';

/**
 * A time that never runs backwards, for what must not be cheated by setting the clock: lock-outs and retention.
 * It is the later of the wall clock and of the latest time ever seen plus what has passed in this boot.
 */
export interface KioskTime {
  /** Unix ms, never less than any earlier answer, across restarts too once `keep` was called. */
  now(): number;
  /** The wall clock is behind the latest time ever seen by more than a minute. */
  isClockBehind(): boolean;
  /** Writes the high-water mark; join it to a transaction that is written anyway. */
  keep(): void;
}

const KEY = 'clock.high-water';
const TOLERANCE_MS = 60_000;

export function openKioskTime(db: WritableDB, clock: Clock): KioskTime {
  const startedAt = clock.monotonic();
  let mark = Math.max(readFact(db, KEY, z.number()) ?? 0, clock.now());
  let markedAt = startedAt;

  function now(): number {
    const passed = clock.monotonic();
    mark = Math.max(clock.now(), mark + (passed - markedAt));
    markedAt = passed;
    return Math.floor(mark);
  }

  return {
    now,
    isClockBehind: () => clock.now() < now() - TOLERANCE_MS,
    keep: () => writeFact(db, KEY, now()),
  };
}
