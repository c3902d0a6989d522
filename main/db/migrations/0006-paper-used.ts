import type { WritableDB } from '../handles.ts';

/**
 * Paper that came out, so that an office sees a roll ending before a visitor does. Nothing is known of papers from before, nor of the
 * roll that is in the printer: counting begins with the first paper, and says how long a roll lasts from the first one that is noted.
 */
export default function paperUsed(db: WritableDB): void {
  db.exec(`
    -- Laid out for this try, noted before the first byte goes to the printer: known also after a power cut.
    ALTER TABLE slip ADD COLUMN paper_mm INTEGER CHECK (paper_mm > 0);

    -- put_in_at: the time that never runs backwards, so that a wrong clock does not bring an old roll back.
    CREATE TABLE paper_roll (
      id           TEXT PRIMARY KEY CHECK (length(id) = 36),
      put_in_at    INTEGER NOT NULL,
      staff_number TEXT NOT NULL
    ) STRICT;

    -- One row a slip that came out, or may have. at: device clock, as the day of the report is counted. roll_id NULL: before the
    -- first roll was noted. No reference to the slip: rows come over from a file that a restore replaced, slips do not.
    CREATE TABLE paper_use (
      slip_id     TEXT PRIMARY KEY,
      at          INTEGER NOT NULL,
      millimetres INTEGER NOT NULL CHECK (millimetres > 0),
      roll_id     TEXT
    ) STRICT;
    CREATE INDEX paper_use_at ON paper_use (at);
    CREATE INDEX paper_use_roll ON paper_use (roll_id);
  `);
}
