import type { ReadableDB } from '../db/handles.ts';
import { findEnrolment } from '../db/repositories/enrolment.ts';
import type { KioskTime } from '../intake/kiosk-time.ts';

/** The calendar day at a place at a moment, `2026-11-22`. */
export function dayAt(timeZone: string, moment: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(moment);
}

/**
 * The day at this kiosk's office, by the kiosk's own time: a clock that somebody sets back brings no vacancy back. Before
 * the kiosk is enrolled: the day in Jakarta.
 */
export function officeDay(db: ReadableDB, time: Pick<KioskTime, 'now' | 'onTheWall'>): string {
  const timeZone = findEnrolment(db)?.office.timeZone ?? 'Asia/Jakarta';
  return dayAt(timeZone, time.onTheWall(time.now()));
}
