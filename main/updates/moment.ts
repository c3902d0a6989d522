/** What decides whether now is a moment to go away for two minutes. */
export interface Moment {
  /** Nobody has touched the kiosk for so long; it shows its first screen and no desk is open. */
  idleForMs: number;
  isPrinting: boolean;
  /** At the office, 0 to 23. */
  hour: number;
  /** The version has been ready for so long. */
  stagedForMs: number;
}

export const IDLE_AT_LEAST_MS = 5 * 60_000;
/** Offices are closed, by the clock on their wall. */
const NIGHT_FROM = 20;
const NIGHT_UNTIL = 5;
/** A kiosk that is switched off every night has no night. */
export const NIGHTS_ONLY_FOR_MS = 3 * 24 * 3_600_000;

/** Whether a version may be put in place now, without anybody asking for it. */
export function isMomentToApply({ idleForMs, isPrinting, hour, stagedForMs }: Moment): boolean {
  if (isPrinting || idleForMs < IDLE_AT_LEAST_MS) return false;
  return hour >= NIGHT_FROM || hour < NIGHT_UNTIL || stagedForMs >= NIGHTS_ONLY_FOR_MS;
}

/** 0 to 23 on the wall of an office. `now`: Unix ms. */
export function hourAt(now: number, timeZone: string): number {
  const text = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(now);
  return Number(text);
}
