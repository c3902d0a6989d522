import type { WritableDB } from '../handles.ts';

/**
 * What the clerk at the counter does: second papers, marks that a visitor was served, the day of the office, products that are
 * hidden here. Papers from before are no copies, and one that waits for the counter goes on waiting for it.
 */
export default function clerksDesk(db: WritableDB): void {
  db.exec(`
    -- Why a second paper was asked for. NULL: it is a first one.
    ALTER TABLE slip ADD COLUMN reprint_reason TEXT;
    -- Papers of the same ticket (or day) that came out, or may have, before this slip: it says SALINAN with them.
    ALTER TABLE slip ADD COLUMN earlier_papers INTEGER NOT NULL DEFAULT 0 CHECK (earlier_papers >= 0);
    -- Device clock. A person looked for the paper, or a copy took its place: it asks for nobody's eyes any more.
    ALTER TABLE slip ADD COLUMN settled_at INTEGER;

    -- What waits for eyes, and nothing else: a list of a few, whatever the number of tickets.
    CREATE INDEX slip_in_trouble ON slip (changed_at, ticket_number)
      WHERE state IN ('unknown', 'failed', 'handed-over') AND settled_at IS NULL AND ticket_number IS NOT NULL;
    CREATE INDEX slip_printed ON slip (changed_at) WHERE state = 'printed';

    -- For lists by time and the counts of a day. The kind stands in it so that counting reads the index alone.
    CREATE INDEX submission_recorded ON submission (recorded_at, kind);

    -- The counter did what the slip asks for. Times of the device clock.
    CREATE TABLE served (
      ticket_number TEXT PRIMARY KEY REFERENCES ticket (number),
      at            INTEGER NOT NULL,
      staff_number  TEXT NOT NULL
    ) STRICT;
    CREATE INDEX served_at ON served (at);

    -- Openings and closings of days of the office; never changed. A closing has the id of its request and of its paper.
    CREATE TABLE office_day (
      id           TEXT PRIMARY KEY CHECK (length(id) = 36),
      day          TEXT NOT NULL CHECK (day LIKE '____-__-__'),
      event        TEXT NOT NULL CHECK (event IN ('opened', 'closed')),
      at           INTEGER NOT NULL,
      staff_number TEXT NOT NULL,
      -- JSON of DayReport as it stood at a closing.
      figures      TEXT CHECK (figures IS NULL OR json_valid(figures)),
      CHECK ((event = 'closed') = (figures IS NOT NULL))
    ) STRICT;
    CREATE UNIQUE INDEX office_day_opened ON office_day (day) WHERE event = 'opened';
    CREATE INDEX office_day_day ON office_day (day, event, at);

    -- Not shown at this kiosk, whatever the content says.
    CREATE TABLE hidden_product (
      product_id   TEXT PRIMARY KEY,
      at           INTEGER NOT NULL,
      staff_number TEXT NOT NULL,
      reason       TEXT NOT NULL
    ) STRICT;
  `);
}
