import type { ReadableDB } from '../db/handles.ts';
import { type Enrolment, findEnrolment } from '../db/repositories/enrolment.ts';
import { startOfDay } from '../intake/retention.ts';

const DAY_MS = 86_400_000;

/** A calendar day at the office: its date, and its first and last moment on the device clock (`until` is not in it). */
export interface OfficeDay {
  date: string;
  from: number;
  until: number;
}

export function officeTimeZone(db: ReadableDB): Enrolment['office']['timeZone'] {
  return findEnrolment(db)?.office.timeZone ?? 'Asia/Jakarta';
}

/** Indonesia has no summer time, so every day is as long as another. */
export function officeDayAt(db: ReadableDB, now: number): OfficeDay {
  const timeZone = officeTimeZone(db);
  const from = startOfDay(now, timeZone);
  const date = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now);
  return { date, from, until: from + DAY_MS };
}

/** How far back the counter's lists look: who has not come by then is looked for by her number. */
export function beginningOfLists(now: number): number {
  return now - 30 * DAY_MS;
}
