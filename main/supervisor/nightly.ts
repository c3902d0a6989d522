/** A kiosk that ran for a day starts afresh at night: whatever leaks in years, leaks for a day only. */
export const NIGHTLY = {
  /** Hours on the wall of the office, first and behind the last. */
  from: 1,
  until: 4,
  /** A kiosk that was started today already needs none. */
  upAtLeastMs: 20 * 3_600_000,
  idleAtLeastMs: 10 * 60_000,
} as const;

export interface Night {
  /** 0 to 23 at the office. */
  hour: number;
  upForMs: number;
  /** Nobody has used the kiosk for so long. */
  idleForMs: number;
}

/** Whether now is the moment. By uptime, not by date: a clock that jumps back over midnight restarts nothing twice. */
export function isNightlyMoment({ hour, upForMs, idleForMs }: Night): boolean {
  return (
    hour >= NIGHTLY.from &&
    hour < NIGHTLY.until &&
    upForMs >= NIGHTLY.upAtLeastMs &&
    idleForMs >= NIGHTLY.idleAtLeastMs
  );
}
