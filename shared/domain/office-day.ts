import { z } from 'zod';
import { type OfficeZone, officeDateOf, TimeOfDay } from './opening-hours.ts';

const OfficeDate = z.iso.date();
const DAY_MS = 86_400_000;

/** The first moment of a calendar day at the office, Unix ms. */
export function beginningOfDate(date: string, timeZone: OfficeZone): number {
  // The zones lie seven to nine hours before UTC, so its midnight is on the same day at the office.
  const utcMidnight = Date.parse(`${date}T00:00:00Z`);
  for (const hours of [9, 8, 7]) {
    const at = utcMidnight - hours * 3_600_000;
    if (officeDateOf(timeZone, at) === date) return at;
  }
  throw new Error('a zone of Indonesia is seven to nine hours before UTC');
}

/** So many days later; less than none: earlier. */
export function dateAfterDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** A day as it is typed in Indonesia, day first: `25122026`, `25-12-2026`, `5/1/2027`. Null: no such day. */
export function readDate(typed: string): string | null {
  const parts =
    /^\s*(\d{1,2})[\s./-]+(\d{1,2})[\s./-]+(\d{4})\s*$/.exec(typed) ??
    /^\s*(\d{2})(\d{2})(\d{4})\s*$/.exec(typed);
  if (parts === null) return null;
  const [, day = '', month = '', year = ''] = parts;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return OfficeDate.safeParse(date).success ? date : null;
}

/** Of the clock on a wall, as it is typed: `8`, `800`, `0800`, `8.00`, `08:00`. Null: no such time. */
export function readTimeOfDay(typed: string): string | null {
  const parts = /^\s*(\d{1,2})(?:[.:]?(\d{2}))?\s*$/.exec(typed);
  if (parts === null) return null;
  const time = `${(parts[1] ?? '').padStart(2, '0')}:${parts[2] ?? '00'}`;
  return TimeOfDay.safeParse(time).success ? time : null;
}
