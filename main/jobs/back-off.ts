/** Waits double from `baseMs` up to `ceilingMs`. */
export interface BackOff {
  baseMs: number;
  ceilingMs: number;
}

export const LINK_BACK_OFF: BackOff = { baseMs: 5_000, ceilingMs: 15 * 60_000 };

/**
 * Full jitter: anywhere between nothing and the doubled wait, so that a city of kiosks does not call in the same second
 * when the power returns. `failures` counts from 1; `random` gives 0 (included) to 1 (excluded).
 */
export function backOffMs(backOff: BackOff, failures: number, random: () => number): number {
  const doublings = Math.min(Math.max(0, failures - 1), 30);
  return Math.floor(random() * Math.min(backOff.ceilingMs, backOff.baseMs * 2 ** doublings));
}

/** A wait that somebody asked for is never cut short, only spread: up to a tenth longer. */
export function askedWaitMs(askedMs: number, random: () => number): number {
  return Math.ceil(askedMs * (1 + random() / 10));
}
