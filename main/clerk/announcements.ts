import type { ClerkInput, CounterAnnouncement } from '../../shared/contract/clerk.ts';
import { MAX_ANNOUNCEMENTS } from '../../shared/contract/clerk.ts';
import type { Notices } from '../../shared/contract/signed-document.ts';
import { beginningOfDate, dateAfterDays } from '../../shared/domain/office-day.ts';
import { officeDateOf } from '../../shared/domain/opening-hours.ts';
import { failed, type Result, succeeded } from '../../shared/lib/result.ts';
import type { ReadableDB, WritableDB } from '../db/handles.ts';
import type { Audit } from '../staff/audit.ts';
import { officeTimeZone } from './office.ts';

export interface AnnouncementsDeps {
  db: WritableDB;
  audit: Audit;
  /** Device clock. */
  now: () => number;
}

interface Row {
  id: string;
  text_id: string;
  text_en: string;
  from_day: string;
  until_day: string;
  staff_number: string;
}

/** Neither over nor withdrawn, the newest first. */
function standingRows(db: ReadableDB, today: string): Row[] {
  return db
    .prepare<[string], Row>(
      `SELECT id, text_id, text_en, from_day, until_day, staff_number FROM announcement
       WHERE withdrawn_at IS NULL AND until_day >= ? ORDER BY at DESC, id`,
    )
    .all(today);
}

function counterAnnouncement(row: Row, today: string): CounterAnnouncement {
  return {
    id: row.id,
    text: { id: row.text_id, en: row.text_en },
    from: row.from_day,
    until: row.until_day,
    by: row.staff_number,
    isShown: row.from_day <= today,
  };
}

export function listAnnouncements(db: ReadableDB, now: number): CounterAnnouncement[] {
  const today = officeDateOf(officeTimeZone(db), now);
  return standingRows(db, today).map((row) => counterAnnouncement(row, today));
}

/** As the screens take them: each by itself gone with the end of its last day at the office. */
export function announcedNotices(db: ReadableDB, now: number, officeName: string): Notices['notices'] {
  const timeZone = officeTimeZone(db);
  return standingRows(db, officeDateOf(timeZone, now)).map((row) => {
    const text = { id: row.text_id, en: row.text_en };
    return {
      id: row.id,
      level: 'information',
      title: text,
      text,
      source: officeName,
      from: beginningOfDate(row.from_day, timeZone),
      // The last moment of its last day, so that whoever reads its end reads that day.
      until: beginningOfDate(dateAfterDays(row.until_day, 1), timeZone) - 1,
    };
  });
}

/** Puts a text on the screen that waits for visitors, and the line about it into the log. */
export function announce(
  { db, audit, now }: AnnouncementsDeps,
  { id, text, from, until }: ClerkInput<'clerk.announce'>,
  { who }: { who: string },
): Result<CounterAnnouncement, 'clerk.announcement-over' | 'clerk.too-many'> {
  const today = officeDateOf(officeTimeZone(db), now());
  const standing = standingRows(db, today);
  const asked = standing.find((row) => row.id === id);
  if (asked) return succeeded(counterAnnouncement(asked, today));
  if (until < today) return failed({ code: 'clerk.announcement-over' });
  if (standing.length >= MAX_ANNOUNCEMENTS) return failed({ code: 'clerk.too-many' });
  const row: Row = {
    id,
    text_id: text.id,
    text_en: text.en,
    from_day: from,
    until_day: until,
    staff_number: who,
  };
  audit.write({ who, act: 'announcement.write', about: id, reason: null }, () =>
    db
      .prepare(
        `INSERT INTO announcement (id, text_id, text_en, from_day, until_day, at, staff_number)
         VALUES (:id, :text_id, :text_en, :from_day, :until_day, :at, :staff_number)`,
      )
      .run({ ...row, at: now() }),
  );
  return succeeded(counterAnnouncement(row, today));
}

/** Takes a text off this kiosk. One that was withdrawn before stays as it was. */
export function withdrawAnnouncement(
  { db, audit, now }: AnnouncementsDeps,
  { id }: ClerkInput<'clerk.withdraw-announcement'>,
  { who }: { who: string },
): Result<Record<string, never>, 'clerk.not-found'> {
  const row = db
    .prepare<[string], { withdrawn_at: number | null }>('SELECT withdrawn_at FROM announcement WHERE id = ?')
    .get(id);
  if (row === undefined) return failed({ code: 'clerk.not-found' });
  if (row.withdrawn_at === null) {
    audit.write({ who, act: 'announcement.withdraw', about: id, reason: null }, () =>
      db
        .prepare('UPDATE announcement SET withdrawn_at = ?, withdrawn_by = ? WHERE id = ?')
        .run(now(), who, id),
    );
  }
  return succeeded({});
}
