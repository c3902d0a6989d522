import { z } from 'zod';
import type { WritableDB } from '../db/handles.ts';
import { readFact, writeFact } from '../db/repositories/facts.ts';

const SENT = 'photos.sent-in-hour';
const Sent = z.object({ hour: z.number().int(), bytes: z.number().int().nonnegative() });
const HOUR_MS = 3_600_000;

/** How many bytes of a kind may still go over the line in this hour. Kept over restarts, by a time that does not run backwards. */
export interface ByteAllowance {
  /** Infinity: nobody set a limit. */
  leftBytes(): number;
  spend(bytes: number): void;
}

export type PhotoAllowance = ByteAllowance;

/** `perHour`: bytes; null: no limit. `now`: Unix ms. */
export function openPhotoAllowance(
  db: WritableDB,
  perHour: () => number | null,
  now: () => number,
): PhotoAllowance {
  return openByteAllowance(db, SENT, perHour, now);
}

/** The same for anything that comes or goes; `fact` is where it is kept. */
export function openByteAllowance(
  db: WritableDB,
  fact: string,
  perHour: () => number | null,
  now: () => number,
): ByteAllowance {
  const hourNow = () => Math.floor(now() / HOUR_MS);
  function sentInThisHour(): number {
    const sent = readFact(db, fact, Sent);
    return sent?.hour === hourNow() ? sent.bytes : 0;
  }
  return {
    leftBytes() {
      const most = perHour();
      return most === null ? Number.POSITIVE_INFINITY : Math.max(0, most - sentInThisHour());
    },
    spend(bytes) {
      if (perHour() !== null) writeFact(db, fact, { hour: hourNow(), bytes: sentInThisHour() + bytes });
    },
  };
}
