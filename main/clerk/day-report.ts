import type { DayReport } from '../../shared/contract/clerk.ts';
import type { SubmissionKind } from '../../shared/domain/submission.ts';
import type { ReadableDB } from '../db/handles.ts';
import { paperUsedIn } from '../db/repositories/paper.ts';
import { readQueueHealth } from '../jobs/queue-health.ts';
import { beginningOfLists, type OfficeDay, officeDayAt } from './office.ts';
import { countOfList } from './tickets.ts';

/** The day of `now` as the tables have it at this moment. Counts and staff numbers only. */
export function readDay(db: ReadableDB, now: number): DayReport {
  const day = officeDayAt(db, now);
  const { waiting, setAside } = readQueueHealth(db);
  return {
    day: day.date,
    ...eventsOf(db, day),
    recorded: recordedIn(db, day),
    served: countIn(db, 'served WHERE at >= :from AND at < :until', day),
    toServe: countOfList(db, 'to-serve', now),
    papers: { ...printedIn(db, day), ...openTroubles(db, now) },
    paperMm: paperUsedIn(db, day),
    staffCalls: countIn(db, 'staff_call WHERE called_at >= :from AND called_at < :until', day),
    waiting,
    setAside,
  };
}

type Events = Pick<DayReport, 'openedAt' | 'openedBy' | 'closedAt' | 'closedBy'>;

/** The first closing ended the day; later ones only gave newer figures. */
function eventsOf(db: ReadableDB, { date }: OfficeDay): Events {
  const firstOf = (event: 'opened' | 'closed') =>
    db
      .prepare<[string, string], { at: number; by: string }>(
        'SELECT at, staff_number AS by FROM office_day WHERE day = ? AND event = ? ORDER BY at, rowid LIMIT 1',
      )
      .get(date, event);
  const opened = firstOf('opened');
  const closed = firstOf('closed');
  return {
    openedAt: opened?.at ?? null,
    openedBy: opened?.by ?? null,
    closedAt: closed?.at ?? null,
    closedBy: closed?.by ?? null,
  };
}

function recordedIn(db: ReadableDB, day: OfficeDay): DayReport['recorded'] {
  return db
    .prepare<object, { kind: SubmissionKind; count: number }>(
      `SELECT kind, count(*) AS count FROM submission INDEXED BY submission_recorded
       WHERE recorded_at >= :from AND recorded_at < :until GROUP BY kind ORDER BY count(*) DESC, kind`,
    )
    .all({ from: day.from, until: day.until });
}

/** Papers that came out today, of every sort; `copies` are those of them that were asked for a second time. */
function printedIn(db: ReadableDB, day: OfficeDay): Pick<DayReport['papers'], 'printed' | 'copies'> {
  const row = db
    .prepare<object, { printed: number; copies: number }>(
      `SELECT count(*) AS printed, count(reprint_reason) AS copies FROM slip INDEXED BY slip_printed
       WHERE state = 'printed' AND changed_at >= :from AND changed_at < :until`,
    )
    .get({ from: day.from, until: day.until });
  return { printed: row?.printed ?? 0, copies: row?.copies ?? 0 };
}

/** What asks for eyes now, whichever day it is from: the same that the list of papers in trouble shows. */
function openTroubles(db: ReadableDB, now: number): Pick<DayReport['papers'], 'unknown' | 'handedOver'> {
  const row = db
    .prepare<object, { unsure: number; over: number }>(
      `SELECT count(*) FILTER (WHERE state = 'unknown') AS unsure, count(*) FILTER (WHERE state <> 'unknown') AS over
       FROM slip INDEXED BY slip_in_trouble
       WHERE state IN ('unknown', 'failed', 'handed-over') AND settled_at IS NULL AND ticket_number IS NOT NULL
         AND changed_at >= :since`,
    )
    .get({ since: beginningOfLists(now) });
  return { unknown: row?.unsure ?? 0, handedOver: row?.over ?? 0 };
}

function countIn(db: ReadableDB, from: string, day: OfficeDay): number {
  return db
    .prepare(`SELECT count(*) FROM ${from}`)
    .pluck()
    .get({ from: day.from, until: day.until }) as number;
}
