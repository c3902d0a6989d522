import { z } from 'zod';
import type { Clock } from '../../shared/lib/clock.ts';
import type { WritableDB } from '../db/handles.ts';
import { readFact, writeFact } from '../db/repositories/facts.ts';

/**
 * A time that never runs backwards, for what must not be cheated by setting the clock: lock-outs and retention.
 * Time that passes in this boot always counts. The wall clock may carry it further, but only as far as is believable: the
 * hub's clock says so, or no hub was heard in this boot and the kiosk may have been off that long. What an earlier
 * wrong clock gained is never taken back; it is remembered as the lead over the hub's clock.
 */
export interface KioskTime {
  /** Unix ms, never less than any earlier answer, across restarts too once `keep` was called. */
  now(): number;
  /** The wall clock is behind the latest time ever seen by more than a minute, apart from a lead that is known. */
  isClockBehind(): boolean;
  /** What the hub's clock says at this moment, Unix ms. It bounds and explains this time, and never moves it. */
  hearHub(hubNow: number): void;
  /** A moment of this time as a correct clock on the wall would name it. */
  onTheWall(moment: number): number;
  /** Writes the high-water mark; join it to a transaction that is written anyway. */
  keep(): void;
}

const MARK = 'clock.high-water';
const LEAD = 'clock.lead';
const BEHIND_MS = 60_000;
/** A wall clock this near the hub's is as good as the hub's. */
const NEAR_HUB_MS = 5 * 60_000;
/** The longest that a kiosk is believed to have been off, or its clock to have been behind, without a word of the hub. */
export const LONGEST_UNHEARD_STEP_MS = 31 * 24 * 60 * 60_000;

export function openKioskTime(db: WritableDB, clock: Clock): KioskTime {
  let markedAt = clock.monotonic();
  let mark = readFact(db, MARK, z.number()) ?? clock.now();
  let lead = readFact(db, LEAD, z.number().nonnegative()) ?? 0;
  /** This time without the wall clock since this start. */
  const base = mark - markedAt;
  /** Of the hub's clock against the monotonic one; null: not heard in this boot. */
  let hubOffset: number | null = null;

  function ceiling(): number {
    return hubOffset === null
      ? base + clock.monotonic() + LONGEST_UNHEARD_STEP_MS
      : hubOffset + clock.monotonic() + Math.max(NEAR_HUB_MS, lead);
  }

  function advance(): number {
    const passed = clock.monotonic();
    mark = Math.max(mark + (passed - markedAt), Math.min(clock.now() + lead, ceiling()));
    markedAt = passed;
    return mark;
  }

  advance();
  return {
    now: () => Math.floor(advance()),
    isClockBehind: () => clock.now() + lead < advance() - BEHIND_MS,
    hearHub(hubNow) {
      hubOffset = hubNow - clock.monotonic();
      const ahead = advance() - hubNow;
      lead = ahead > NEAR_HUB_MS ? ahead : 0;
    },
    onTheWall: (moment) => Math.floor(moment - lead),
    keep() {
      writeFact(db, MARK, Math.floor(advance()));
      writeFact(db, LEAD, Math.floor(lead));
    },
  };
}
