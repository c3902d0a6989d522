import type { WritableDB } from '../handles.ts';

/**
 * What comes down from the hub besides statuses, what staff do at the desk, and what leaves by stick. Old submissions get no hash
 * of their secret: a record that was sent once must be the same when it is sent again.
 */
export default function staffAndDeliveries(db: WritableDB): void {
  db.exec(`
    -- Copied from the ticket when it is committed; the hub answers with it at another kiosk.
    ALTER TABLE submission ADD COLUMN look_up_hash TEXT CHECK (look_up_hash IS NULL OR look_up_hash LIKE '$scrypt$%');

    -- The newest signed document of each kind that was taken, as it came.
    CREATE TABLE document (
      kind      TEXT PRIMARY KEY,
      version   INTEGER NOT NULL CHECK (version > 0),
      signed    TEXT NOT NULL CHECK (json_valid(signed)),
      taken_at  INTEGER NOT NULL
    ) STRICT;

    -- What was not taken and why, once a version; the hub is told.
    CREATE TABLE document_refused (
      kind       TEXT NOT NULL,
      version    INTEGER NOT NULL,
      code       TEXT NOT NULL,
      refused_at INTEGER NOT NULL,
      told_at    INTEGER,
      PRIMARY KEY (kind, version, code)
    ) STRICT;

    CREATE TABLE command (
      id          TEXT PRIMARY KEY,
      kind        TEXT NOT NULL,
      runs_until  INTEGER NOT NULL,
      state       TEXT NOT NULL CHECK (state IN ('taken', 'running', 'done', 'failed', 'expired', 'unknown-kind')),
      code        TEXT,
      taken_at    INTEGER NOT NULL,
      finished_at INTEGER,
      told_at     INTEGER
    ) STRICT;

    -- Tries at the staff door, by a time that does not run backwards. Kept over restarts, and longer than any lock.
    CREATE TABLE staff_attempt (
      id           INTEGER PRIMARY KEY,
      staff_number TEXT NOT NULL,
      attempted_at INTEGER NOT NULL,
      was_right    INTEGER NOT NULL CHECK (was_right IN (0, 1))
    ) STRICT;
    CREATE INDEX staff_attempt_time ON staff_attempt (attempted_at);

    -- Every act of staff. Each line holds the hash of the one before: a missing or changed line is noticed.
    CREATE TABLE audit (
      sequence     INTEGER PRIMARY KEY CHECK (sequence > 0),
      at           INTEGER NOT NULL,
      boot_id      TEXT NOT NULL,
      monotonic_ms INTEGER NOT NULL,
      who          TEXT NOT NULL,
      act          TEXT NOT NULL,
      about        TEXT,
      reason       TEXT,
      previous     TEXT NOT NULL CHECK (length(previous) = 64),
      hash         TEXT NOT NULL UNIQUE CHECK (length(hash) = 64),
      told_at      INTEGER
    ) STRICT;

    -- A person ended it. The job keeps its state and its reason; lists and counts leave it out.
    CREATE TABLE job_closed (
      job_id    TEXT PRIMARY KEY REFERENCES job (id),
      closed_at INTEGER NOT NULL,
      who       TEXT NOT NULL,
      reason    TEXT NOT NULL
    ) STRICT;

    -- What lies on a stick. It waits on all the same until the hub acknowledges it, by whichever way.
    CREATE TABLE on_stick (
      bundle_id     TEXT NOT NULL,
      part          INTEGER NOT NULL CHECK (part > 0),
      submission_id TEXT NOT NULL REFERENCES submission (id),
      written_at    INTEGER NOT NULL,
      PRIMARY KEY (bundle_id, submission_id)
    ) STRICT;

    -- Bundles that were read, so that the same one says so instead of counting again.
    CREATE TABLE bundle_read (
      bundle_id TEXT PRIMARY KEY,
      read_at   INTEGER NOT NULL
    ) STRICT;
  `);
}
