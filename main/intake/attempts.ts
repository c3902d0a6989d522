import type { WritableDB } from '../db/handles.ts';

/**
 * Counts guesses at look-up, in the database, so that a restart forgives nothing; a success wipes those of its number.
 * Times are KioskTime, so that setting the clock back opens no lock. A number that does not exist is counted like one
 * that does.
 */
const PER_NUMBER = { attempts: 5, withinMs: 15 * 60_000 } as const;
const PER_KIOSK = { attempts: 30, withinMs: 60 * 60_000 } as const;
const KEPT_MS = 24 * 60 * 60_000;

/** Takes one attempt, flushed before anything is compared. Answers when it may be tried again if it is refused. */
export function takeAttempt(db: WritableDB, number: string, now: number): { lockedUntil: number } | null {
  return db
    .transaction(() => {
      const lockedUntil = Math.max(
        lockOf(db, PER_NUMBER, now, { number }),
        lockOf(db, PER_KIOSK, now, { number: null }),
      );
      if (lockedUntil > now) return { lockedUntil };
      db.prepare('INSERT INTO look_up_attempt (number, attempted_at) VALUES (?, ?)').run(number, now);
      return null;
    })
    .immediate();
}

/** No limit looks back this far. */
export function forgetOldAttempts(db: WritableDB, now: number): void {
  db.prepare('DELETE FROM look_up_attempt WHERE attempted_at < ?').run(now - KEPT_MS);
}

/** She who knows the secret has not been guessing. */
export function forgiveAttempts(db: WritableDB, number: string): void {
  db.prepare('DELETE FROM look_up_attempt WHERE number = ?').run(number);
}

/** Until when the limit is used up; 0 when it is not. */
function lockOf(
  db: WritableDB,
  limit: { attempts: number; withinMs: number },
  now: number,
  of: { number: string | null },
): number {
  const oldestThatCounts = db
    .prepare(
      `SELECT attempted_at FROM look_up_attempt
       WHERE (:number IS NULL OR number = :number) AND attempted_at > :since
       ORDER BY attempted_at DESC LIMIT 1 OFFSET :allowed`,
    )
    .pluck()
    .get({ number: of.number, since: now - limit.withinMs, allowed: limit.attempts - 1 }) as
    | number
    | undefined;
  return oldestThatCounts === undefined ? 0 : oldestThatCounts + limit.withinMs;
}
