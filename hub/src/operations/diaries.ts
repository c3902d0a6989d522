import type pg from 'pg';
import { type Diary, isDayMissing, keepDiaries } from '../database/day-partitions.ts';

/** A month shows when a kiosk began to go wrong. */
export const HEARTBEAT_DAYS = 30;
/**
 * A request that is replayed later than this harms little: a push gets its old outcome, a heartbeat shows old health until
 * the next one, a question gives the answer of that day to whoever could read it then.
 */
const NONCE_DAYS = 3;

export function diariesOf(heartbeatDays: number): readonly Diary[] {
  return [
    { table: 'heartbeat', keepDays: heartbeatDays },
    { table: 'spent_nonce', keepDays: NONCE_DAYS },
  ];
}

/** Does what writes into a diary, and once more with its day made when that is missing: the clock jumped. */
export async function withDays<T>(
  hub: { pool: pg.Pool; diaries: readonly Diary[]; now(): number },
  write: () => Promise<T>,
): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!isDayMissing(error)) throw error;
    await keepDiaries(hub.pool, hub.diaries, new Date(hub.now()));
    return write();
  }
}
