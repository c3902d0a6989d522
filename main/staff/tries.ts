import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Clock } from '../../shared/lib/clock.ts';
import { writeDurably } from '../db/durable-file.ts';
import type { WritableDB } from '../db/handles.ts';
import { codeOf } from '../db/trouble.ts';
import { COUNTED_MS, lockedUntil, type Try, triesLeft } from './lock.ts';

/**
 * Counts wrong tries at the staff door. They lie in the table for people, and in a small file beside the database for the lock:
 * a database put back from a copy forgives nothing. They are counted in running time, so setting the clock opens nothing, and time
 * for which the kiosk was off does not shorten a lock.
 */
export interface StaffTries {
  /** Takes one try, flushed before anything is compared. A number that may not be tried is given how long it has to wait, ms. */
  take(number: string): { waitMs: number } | { tryId: number | bigint };
  /** The try was right: those of its number are forgiven. */
  forgive(number: string, tryId: number | bigint): void;
  /** How long this number may not be tried, ms; 0: it may. */
  waitMs(number: string): number;
  /** How long nobody at all may try, ms; 0: the door is open. */
  kioskWaitMs(): number;
  triesLeft(number: string): number;
  /** Writes down how long the kiosk has run, so that a lock goes on where it was; call now and then. */
  keep(): void;
}

const FILE = 'staff-tries.json';
/** What counts at most is far less; more is a file that somebody blew up. */
const MOST_KEPT = 500;
const KEEP_EVERY_MS = 60_000;
const TABLE_KEPT_MS = 90 * 24 * 60 * 60_000;

const Kept = z.strictObject({
  format: z.literal(1),
  ranMs: z.number().nonnegative(),
  wrong: z.array(z.strictObject({ at: z.number(), number: z.string().max(10) })).max(MOST_KEPT),
});

export interface StaffTriesDeps {
  db: WritableDB;
  folder: string;
  clock: Pick<Clock, 'monotonic'>;
  /** The time that never runs backwards, for the table. */
  kioskNow: () => number;
}

export function openStaffTries({ db, folder, clock, kioskNow }: StaffTriesDeps): StaffTries {
  const path = join(folder, FILE);
  const kept = readKept(path) ?? triesInTable(db, kioskNow());
  const startedAt = clock.monotonic();
  let wrong: Try[] = kept.wrong;
  let keptAt = startedAt;

  const ranMs = () => kept.ranMs + (clock.monotonic() - startedAt);

  function write(): void {
    const now = ranMs();
    wrong = wrong.filter((one) => one.at > now - COUNTED_MS).slice(-MOST_KEPT);
    writeDurably(path, JSON.stringify({ format: 1, ranMs: Math.floor(now), wrong }));
    keptAt = clock.monotonic();
  }

  return {
    take(number) {
      const now = ranMs();
      const until = lockedUntil(wrong, number, now);
      if (until > now) return { waitMs: Math.ceil(until - now) };
      wrong = [...wrong, { at: now, number }];
      write();
      db.prepare('DELETE FROM staff_attempt WHERE attempted_at < ?').run(kioskNow() - TABLE_KEPT_MS);
      const { lastInsertRowid } = db
        .prepare('INSERT INTO staff_attempt (staff_number, attempted_at, was_right) VALUES (?, ?, 0)')
        .run(number, kioskNow());
      return { tryId: lastInsertRowid };
    },
    forgive(number, tryId) {
      wrong = wrong.filter((one) => one.number !== number);
      write();
      db.prepare('UPDATE staff_attempt SET was_right = 1 WHERE id = ?').run(tryId);
    },
    waitMs: (number) => Math.max(0, Math.ceil(lockedUntil(wrong, number, ranMs()) - ranMs())),
    kioskWaitMs: () => Math.max(0, Math.ceil(lockedUntil(wrong, null, ranMs()) - ranMs())),
    triesLeft: (number) => triesLeft(wrong, number, ranMs()),
    keep() {
      if (wrong.length > 0 && clock.monotonic() - keptAt >= KEEP_EVERY_MS) write();
    },
  };
}

/** Null: there is no file, or it cannot be understood. */
function readKept(path: string): z.infer<typeof Kept> | null {
  try {
    const parsed = Kept.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Without the file, the table's wrong tries of the last day count as if they had just happened. */
function triesInTable(db: WritableDB, now: number): z.infer<typeof Kept> {
  const numbers = db
    .prepare<[number, number], string>(
      `SELECT staff_number FROM staff_attempt AS wrong
       WHERE was_right = 0 AND attempted_at > ? AND NOT EXISTS (
         SELECT 1 FROM staff_attempt AS later
         WHERE later.staff_number = wrong.staff_number AND later.was_right = 1 AND later.id > wrong.id)
       ORDER BY id DESC LIMIT ?`,
    )
    .pluck()
    .all(now - COUNTED_MS, MOST_KEPT) as string[];
  return { format: 1, ranMs: 0, wrong: numbers.map((number) => ({ at: 0, number })) };
}
