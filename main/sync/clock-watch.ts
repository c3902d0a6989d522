import type { Clock } from '../../shared/lib/clock.ts';
import type { Heard } from './hub-client.ts';

/** Compares the device clock with the hub's. The device clock is shown as suspect, never corrected and never obeyed. */
export interface ClockWatch {
  /** Learns from an answer of the hub. Gives what the hub's clock says now. */
  hear(heard: Heard): number;
  /** What the hub's clock says now, by our monotonic time since we last heard it; null: not heard in this boot. */
  hubNow(): number | null;
  isSuspect(): boolean;
}

const TOLERANCE_MS = 5 * 60_000;

/** `isClockBehind`: the wall clock runs behind a time this kiosk has already seen; asked until the hub has spoken. */
export function createClockWatch(clock: Clock, isClockBehind: () => boolean): ClockWatch {
  let last: { hubTime: number; at: number } | null = null;

  function hubNow(): number | null {
    return last === null ? null : last.hubTime + (clock.monotonic() - last.at);
  }

  return {
    hear({ hubTime, askedAt, answeredAt }) {
      // The hub wrote its time somewhere between question and answer.
      const heardAt = (askedAt + answeredAt) / 2;
      last = { hubTime, at: heardAt };
      return hubTime + (clock.monotonic() - heardAt);
    },
    hubNow,
    isSuspect() {
      const hub = hubNow();
      return hub === null ? isClockBehind() : Math.abs(clock.now() - hub) > TOLERANCE_MS;
    },
  };
}
