import { randomUUID } from 'node:crypto';
import { type ClerkInput, type ClerkOutput, DayReport } from '../../shared/contract/clerk.ts';
import { failed, type Result, succeeded } from '../../shared/lib/result.ts';
import type { WritableDB } from '../db/handles.ts';
import { findEnrolment } from '../db/repositories/enrolment.ts';
import { clip, officeTimeZoneLabel } from '../intake/slips/place.ts';
import { queueSlip } from '../jobs/queue-slip.ts';
import type { Audit } from '../staff/audit.ts';
import { readDay } from './day-report.ts';
import { daySlip } from './day-slip.ts';
import { officeTimeZone } from './office.ts';

export interface DayDeps {
  db: WritableDB;
  audit: Audit;
  bootId: string;
  /** Device clock. */
  now: () => number;
  kioskNow: () => number;
  /** Where this kiosk is not enrolled. */
  officeName: string;
  serviceName: () => string;
}

interface Actor {
  who: string;
}

/** The first who opens a day opened it. */
export function openDay({ db, audit, now }: DayDeps, { who }: Actor): DayReport {
  const at = now();
  const report = readDay(db, at);
  if (report.openedAt !== null) return report;
  audit.write({ who, act: 'day.open', about: report.day, reason: null }, () =>
    db
      .prepare(
        "INSERT INTO office_day (id, day, event, at, staff_number, figures) VALUES (?, ?, 'opened', ?, ?, NULL)",
      )
      .run(randomUUID(), report.day, at, who),
  );
  return readDay(db, at);
}

/** Ends the day: its figures are kept as they stand, and go on paper through the same queue as every slip. */
export function closeDay(
  deps: DayDeps,
  { requestId }: ClerkInput<'clerk.close-day'>,
  { who }: Actor,
): Result<ClerkOutput<'clerk.close-day'>, 'clerk.day-not-open'> {
  const { db, audit, bootId } = deps;
  const asked = db.prepare('SELECT figures FROM office_day WHERE id = ?').pluck().get(requestId);
  if (typeof asked === 'string') {
    return succeeded({ report: DayReport.parse(JSON.parse(asked)), slipId: requestId });
  }
  const at = deps.now();
  const before = readDay(db, at);
  if (before.openedAt === null) return failed({ code: 'clerk.day-not-open' });
  const report = before.closedAt === null ? { ...before, closedAt: at, closedBy: who } : before;
  audit.write({ who, act: 'day.close', about: report.day, reason: null }, () => {
    const earlierPapers = Math.max(1, papersOfDay(db, report.day));
    db.prepare(
      "INSERT INTO office_day (id, day, event, at, staff_number, figures) VALUES (?, ?, 'closed', ?, ?, ?)",
    ).run(requestId, report.day, at, who, JSON.stringify(report));
    queueSlip(
      db,
      {
        id: requestId,
        kind: 'note',
        ticketNumber: null,
        facts: daySlip(report, placeOfDay(deps, at)),
        bootId,
        createdAt: deps.kioskNow(),
        ...(before.closedAt === null ? {} : { copy: { reason: 'counter-needs-one', earlierPapers } }),
      },
      at,
    );
  });
  return succeeded({ report, slipId: requestId });
}

/** Papers of earlier closings of this day that came out, or may have. */
function papersOfDay(db: WritableDB, day: string): number {
  return db
    .prepare(
      `SELECT coalesce(sum(slip.copies + (slip.state = 'printing')), 0)
       FROM office_day JOIN slip ON slip.id = office_day.id WHERE day = ? AND event = 'closed'`,
    )
    .pluck()
    .get(day) as number;
}

function placeOfDay({ db, officeName, serviceName }: DayDeps, at: number) {
  return {
    officeName: clip((findEnrolment(db)?.office.name ?? officeName) || serviceName(), 80),
    officeTimeZone: officeTimeZoneLabel(officeTimeZone(db)),
    serviceName: clip(serviceName(), 60),
    printedAtMs: Math.max(0, Math.floor(at)),
  };
}
