import type { Problem } from '../../shared/lib/result.ts';
import { codeOf, databaseTroubleOf } from '../db/trouble.ts';
import type { DiskReserve } from './disk-reserve.ts';

/** A full disk gets the reserve and one more try: what this visitor brought is still taken. */
export function withReserve<T>(reserve: DiskReserve, commit: () => T): T {
  try {
    return commit();
  } catch (error) {
    if (databaseTroubleOf(error) !== 'disk-full' || !reserve.release()) throw error;
    return commit();
  }
}

/** Trouble of the database as a problem; anything else is a fault of ours and goes on. */
export function intakeProblemOf(error: unknown): Problem<'intake.disk-full' | 'intake.database'> {
  const trouble = databaseTroubleOf(error);
  if (trouble === null) throw error;
  const detail = codeOf(error) ?? trouble;
  return { code: trouble === 'disk-full' ? 'intake.disk-full' : 'intake.database', detail };
}
