/**
 * When the staff door opens again. Pure, so that the same rule holds for what was read from a file and for what just happened.
 * Times are running time of the kiosk in ms: it passes only while the app runs, and no clock can move it.
 */
export interface Try {
  /** A staff number, or `setup` for the enrolment code. */
  at: number;
  number: string;
}

/** Wrong tries count for a day of running time, or until the same number signs in. */
export const COUNTED_MS = 24 * 60 * 60_000;

interface Limit {
  free: number;
  firstLockMs: number;
  longestLockMs: number;
}

/** Not longer than an hour: whoever locks the door on purpose must not keep the technician out for a day. */
const PER_NUMBER: Limit = { free: 5, firstLockMs: 15 * 60_000, longestLockMs: 60 * 60_000 };
const PER_KIOSK: Limit = { free: 10, firstLockMs: 15 * 60_000, longestLockMs: 60 * 60_000 };

/** Until when a number may not be tried; 0: it may. */
export function lockedUntil(tries: readonly Try[], number: string | null, ranMs: number): number {
  const counted = tries.filter((one) => one.at > ranMs - COUNTED_MS);
  const ofNumber = number === null ? [] : counted.filter((one) => one.number === number);
  const until = Math.max(lockOf(ofNumber, PER_NUMBER), lockOf(counted, PER_KIOSK));
  return until > ranMs ? until : 0;
}

/** How many wrong tries a number has before the next lock. */
export function triesLeft(tries: readonly Try[], number: string, ranMs: number): number {
  const counted = tries.filter((one) => one.at > ranMs - COUNTED_MS);
  const left = (given: readonly Try[], limit: Limit) => Math.max(1, limit.free - given.length);
  return Math.min(
    left(
      counted.filter((one) => one.number === number),
      PER_NUMBER,
    ),
    left(counted, PER_KIOSK),
  );
}

/** The last free try locks, and every one after it locks twice as long. */
function lockOf(wrong: readonly Try[], limit: Limit): number {
  const beyond = wrong.length - limit.free;
  if (beyond < 0) return 0;
  const newest = Math.max(...wrong.map((one) => one.at));
  return newest + Math.min(limit.longestLockMs, limit.firstLockMs * 2 ** Math.min(beyond, 20));
}
