import type pg from 'pg';
import { inTransaction } from '../database/connect.ts';
import { addAttempt, lockLookUps, readAttempts } from '../repositories/look-ups.ts';

const MINUTE_MS = 60_000;
/** Failed tries. A secret has a million values: at this pace one ticket lasts for years, wherever the tries come from. */
export const TICKET_LIMIT = { tries: 5, withinMs: 15 * MINUTE_MS };
export const KIOSK_LIMIT = { tries: 30, withinMs: 60 * MINUTE_MS };

/** Null: it was noted, and may be tried. Else milliseconds until the next try is allowed; a refused try prolongs nothing. */
export function noteAttempt(
  pool: pg.Pool,
  attempt: { id: string; ticketNumber: string; kioskId: string; kioskOrdinal: number },
  now: Date,
): Promise<number | null> {
  return inTransaction(pool, async (tx) => {
    await lockLookUps(tx, attempt);
    const ofTicket = await readAttempts(tx, { ticketNumber: attempt.ticketNumber }, since(TICKET_LIMIT, now));
    const ofKiosk = await readAttempts(tx, { kioskId: attempt.kioskId }, since(KIOSK_LIMIT, now));
    const wait = Math.max(waitFor(TICKET_LIMIT, ofTicket, now), waitFor(KIOSK_LIMIT, ofKiosk, now));
    if (wait > 0) return wait;
    await addAttempt(tx, attempt, now);
    return null;
  });
}

function since(limit: { withinMs: number }, now: Date): Date {
  return new Date(now.getTime() - limit.withinMs);
}

/** Until so many of the tries are too old to count that one more is allowed. `times`: newest first. */
function waitFor({ tries, withinMs }: { tries: number; withinMs: number }, times: Date[], now: Date): number {
  const blocking = times[tries - 1];
  return blocking ? Math.max(blocking.getTime() + withinMs - now.getTime(), 1) : 0;
}
