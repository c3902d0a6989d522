import type { Clock } from '../../shared/lib/clock.ts';
import type { Heard } from './hub-client.ts';

/** Compares the device clock with the hub's. The device clock is shown as suspect, never corrected and never obeyed. */
export interface ClockWatch {
  /** Learns from an answer of the hub. Gives what the hub's clock says now, Unix ms. */
  hear(heard: Heard): number;
  isSuspect(): boolean;
}

const TOLERANCE_MS = 5 * 60_000;

/** `isClockBehind`: the wall clock runs behind a time this kiosk has already seen; asked until the hub has spoken. */
export function createClockWatch(clock: Clock, isClockBehind: () => boolean): ClockWatch {
  let last: { hubTime: number; at: number } | null = null;

  /** By our monotonic time since the hub wrote its own. */
  const nowBy = ({ hubTime, at }: { hubTime: number; at: number }) => hubTime + (clock.monotonic() - at);

  return {
    hear({ hubTime, askedAt, answeredAt }) {
      // The hub wrote its time somewhere between question and answer.
      last = { hubTime, at: (askedAt + answeredAt) / 2 };
      return nowBy(last);
    },
    isSuspect: () => (last === null ? isClockBehind() : Math.abs(clock.now() - nowBy(last)) > TOLERANCE_MS),
  };
}
