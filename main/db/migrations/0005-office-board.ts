import type { WritableDB } from '../handles.ts';

/**
 * What an office tells its visitors by itself: announcements on the screen that waits, when the counter is open, and the days
 * that are not like the others. Until its staff say something, nothing is known and nothing is told.
 */
export default function officeBoard(db: WritableDB): void {
  db.exec(`
    -- Days of the calendar at the office; both are in it. Rows stay when they are over: the audit log names them.
    CREATE TABLE announcement (
      id           TEXT PRIMARY KEY CHECK (length(id) = 36),
      text_id      TEXT NOT NULL CHECK (length(text_id) BETWEEN 1 AND 80),
      text_en      TEXT NOT NULL CHECK (length(text_en) BETWEEN 1 AND 80),
      from_day     TEXT NOT NULL CHECK (from_day LIKE '____-__-__'),
      until_day    TEXT NOT NULL CHECK (until_day LIKE '____-__-__'),
      at           INTEGER NOT NULL,
      staff_number TEXT NOT NULL,
      withdrawn_at INTEGER,
      withdrawn_by TEXT,
      CHECK (from_day <= until_day),
      CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL))
    ) STRICT;
    CREATE INDEX announcement_standing ON announcement (until_day) WHERE withdrawn_at IS NULL;

    -- Seven rows, or none: then nobody has said when this office is open. JSON of DayHours.
    CREATE TABLE opening_day (
      weekday TEXT PRIMARY KEY CHECK (weekday IN ('mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun')),
      hours   TEXT NOT NULL CHECK (json_type(hours) = 'array')
    ) STRICT;

    CREATE TABLE opening_exception (
      day    TEXT PRIMARY KEY CHECK (day LIKE '____-__-__'),
      hours  TEXT NOT NULL CHECK (json_type(hours) = 'array'),
      reason TEXT NOT NULL
    ) STRICT;
  `);
}
