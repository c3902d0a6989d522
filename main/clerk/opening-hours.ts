import type { ClerkInput, CounterHours } from '../../shared/contract/clerk.ts';
import {
  DayHours,
  type ExceptionReason,
  type HoursException,
  MAX_EXCEPTIONS,
  type OpeningHours,
  officeDateOf,
  Weekday,
  WeekHours,
  weekFromSpans,
} from '../../shared/domain/opening-hours.ts';
import { failed, type Result, succeeded } from '../../shared/lib/result.ts';
import type { ReadableDB, WritableDB } from '../db/handles.ts';
import { heldSettings } from '../deliveries/held.ts';
import type { Audit } from '../staff/audit.ts';
import { officeTimeZone } from './office.ts';

export interface OpeningHoursDeps {
  db: WritableDB;
  audit: Audit;
  /** Device clock. */
  now: () => number;
}

function hoursIn(json: string): DayHours {
  return DayHours.parse(JSON.parse(json));
}

function readWeek(db: ReadableDB): WeekHours | null {
  const rows = db
    .prepare<[], { weekday: Weekday; hours: string }>('SELECT weekday, hours FROM opening_day')
    .all();
  if (rows.length < Weekday.options.length) return null;
  return WeekHours.parse(Object.fromEntries(rows.map(({ weekday, hours }) => [weekday, hoursIn(hours)])));
}

function readExceptions(db: ReadableDB, from: string): HoursException[] {
  return db
    .prepare<[string, number], { day: string; hours: string; reason: ExceptionReason }>(
      'SELECT day, hours, reason FROM opening_exception WHERE day >= ? ORDER BY day LIMIT ?',
    )
    .all(from, MAX_EXCEPTIONS)
    .map(({ day, hours, reason }) => ({ date: day, hours: hoursIn(hours), reason }));
}

function today(db: ReadableDB, now: number): string {
  return officeDateOf(officeTimeZone(db), now);
}

/** The week that this office said, or else the one of the hub's settings; days that are other than usual are said here alone. */
export function readCounterHours(db: ReadableDB, now: number): CounterHours {
  const own = readWeek(db);
  const week = own ?? weekFromSpans(heldSettings(db).openingHours ?? []);
  return { week, isFromHub: own === null && week !== null, exceptions: readExceptions(db, today(db, now)) };
}

/**
 * When the counter of this office is open, as its supervisor or else the hub said it; with `isOpenAt` and `nextChange` for whoever must know. Null:
 * nobody has said it.
 */
export function readOpeningHours(db: ReadableDB, now: number): OpeningHours | null {
  const { week, exceptions } = readCounterHours(db, now);
  return week === null ? null : { timeZone: officeTimeZone(db), week, exceptions };
}

export function setWeek(
  { db, audit, now }: OpeningHoursDeps,
  { week }: ClerkInput<'clerk.set-week'>,
  { who }: { who: string },
): Result<CounterHours> {
  audit.write({ who, act: 'hours.set-week', about: null, reason: null }, () => {
    const write = db.prepare(
      `INSERT INTO opening_day (weekday, hours) VALUES (?, ?)
       ON CONFLICT (weekday) DO UPDATE SET hours = excluded.hours`,
    );
    for (const weekday of Weekday.options) write.run(weekday, JSON.stringify(week[weekday]));
  });
  return succeeded(readCounterHours(db, now()));
}

/** A day that is over is nothing to say anything about; those that are, are forgotten with the next one said. */
export function setException(
  { db, audit, now }: OpeningHoursDeps,
  { date, hours, reason }: ClerkInput<'clerk.set-exception'>,
  { who }: { who: string },
): Result<CounterHours, 'clerk.hours-unknown' | 'clerk.day-over' | 'clerk.too-many'> {
  const before = readCounterHours(db, now());
  if (before.week === null) return failed({ code: 'clerk.hours-unknown' });
  if (date < today(db, now())) return failed({ code: 'clerk.day-over' });
  const isNew = before.exceptions.every((one) => one.date !== date);
  if (isNew && before.exceptions.length >= MAX_EXCEPTIONS) return failed({ code: 'clerk.too-many' });
  audit.write({ who, act: 'hours.set-exception', about: date, reason }, () => {
    db.prepare('DELETE FROM opening_exception WHERE day < ?').run(today(db, now()));
    db.prepare(
      `INSERT INTO opening_exception (day, hours, reason) VALUES (?, ?, ?)
       ON CONFLICT (day) DO UPDATE SET hours = excluded.hours, reason = excluded.reason`,
    ).run(date, JSON.stringify(hours), reason);
  });
  return succeeded(readCounterHours(db, now()));
}

export function removeException(
  { db, audit, now }: OpeningHoursDeps,
  { date }: ClerkInput<'clerk.remove-exception'>,
  { who }: { who: string },
): Result<CounterHours, 'clerk.not-found'> {
  const before = readCounterHours(db, now());
  if (before.exceptions.every((one) => one.date !== date)) return failed({ code: 'clerk.not-found' });
  audit.write({ who, act: 'hours.remove-exception', about: date, reason: null }, () =>
    db.prepare('DELETE FROM opening_exception WHERE day = ?').run(date),
  );
  return succeeded(readCounterHours(db, now()));
}
