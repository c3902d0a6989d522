import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { LookUpAnswer, LookUpRequest } from '../../../shared/contract/deliveries.ts';
import { RequestProblem } from '../problems.ts';
import type { Kiosk } from '../repositories/kiosks.ts';
import { findSecretHash, readTicket, removeAttempt } from '../repositories/look-ups.ts';
import { hashSecret, matchesSecret, TICKET_COST } from '../trust/slow-hash.ts';
import { noteAttempt } from './allow-attempt.ts';

/** Compared where there is no hash, so that nobody learns from the time whether a number was ever given. */
let decoy: Promise<string> | null = null;

/**
 * The ticket, for somebody who knows its secret. A wrong number and a wrong secret cost the same slow comparison and get the same
 * answer. The try is counted before it is made, in the database: it counts at every hub process, and also when this one is killed.
 * Throws `RequestProblem` when there were too many.
 */
export async function lookUpTicket(
  pool: pg.Pool,
  kiosk: Kiosk,
  { number, secret }: LookUpRequest,
  now: Date,
): Promise<LookUpAnswer['found']> {
  const id = randomUUID();
  const attempt = { id, ticketNumber: number, kioskId: kiosk.id, kioskOrdinal: kiosk.ordinal };
  const waitMs = await noteAttempt(pool, attempt, now);
  if (waitMs !== null) throw new RequestProblem('look-up.locked', waitMs);
  decoy ??= hashSecret('', TICKET_COST);
  const stored = await findSecretHash(pool, number);
  const matches = await matchesSecret(secret, stored ?? (await decoy));
  if (!matches || stored === null) return null;
  await removeAttempt(pool, id);
  return readTicket(pool, number);
}
