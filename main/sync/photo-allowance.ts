import { z } from 'zod';
import type { WritableDB } from '../db/handles.ts';
import { readFact, writeFact } from '../db/repositories/facts.ts';

const SENT = 'photos.sent-in-hour';
const Sent = z.object({ hour: z.number().int(), bytes: z.number().int().nonnegative() });
const HOUR_MS = 3_600_000;

/** How many bytes of photos may still go over the line in this hour. Kept over restarts, by a time that does not run backwards. */
export interface PhotoAllowance {
  /** Infinity: nobody set a limit. */
  leftBytes(): number;
  spend(bytes: number): void;
}

/** `perHour`: bytes; null: no limit. `now`: Unix ms. */
export function openPhotoAllowance(
  db: WritableDB,
  perHour: () => number | null,
  now: () => number,
): PhotoAllowance {
  const hourNow = () => Math.floor(now() / HOUR_MS);
  function sentInThisHour(): number {
    const sent = readFact(db, SENT, Sent);
    return sent?.hour === hourNow() ? sent.bytes : 0;
  }
  return {
    leftBytes() {
      const most = perHour();
      return most === null ? Number.POSITIVE_INFINITY : Math.max(0, most - sentInThisHour());
    },
    spend(bytes) {
      if (perHour() !== null) writeFact(db, SENT, { hour: hourNow(), bytes: sentInThisHour() + bytes });
    },
  };
}
