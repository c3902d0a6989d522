import type { WritableDB } from '../handles.ts';

/**
 * The first tables: submissions and their tickets, the one job queue, slips, what the hub said, and what this kiosk is.
 * Times are Unix milliseconds of the device clock unless the name says hub. Nothing here holds personal data in clear:
 * `submission.sealed` opens only at the hub; `slip.facts` carries a ticket's secret only until its paper came out.
 */
export default function firstTables(db: WritableDB): void {
  db.exec(`
    CREATE TABLE submission (
      id              TEXT PRIMARY KEY CHECK (length(id) = 36),
      kind            TEXT NOT NULL,
      flow_version    INTEGER NOT NULL CHECK (flow_version > 0),
      language        TEXT NOT NULL,
      urgency         INTEGER NOT NULL CHECK (urgency BETWEEN 1 AND 3),
      ticket_number   TEXT NOT NULL UNIQUE,
      kiosk_code      TEXT NOT NULL,
      sequence        INTEGER NOT NULL UNIQUE CHECK (sequence > 0),
      recorded_at     INTEGER NOT NULL,
      boot_id         TEXT NOT NULL,
      monotonic_ms    INTEGER NOT NULL,
      follows         TEXT REFERENCES submission (id),
      -- The chain is the first submission of a ticket; order is kept only inside one chain.
      chain           TEXT NOT NULL,
      sealed          BLOB,
      sealed_sha256   TEXT NOT NULL CHECK (length(sealed_sha256) = 64),
      -- Keyed hash of the answers: tells a repeated call from a changed one. NULL once the visit is over, because
      -- short answers could be guessed from it by someone who holds the whole kiosk.
      answers_tag     TEXT
    ) STRICT;

    CREATE TABLE ticket (
      number        TEXT PRIMARY KEY,
      submission_id TEXT NOT NULL UNIQUE REFERENCES submission (id),
      -- scrypt with its parameters and salt: $scrypt$ln=..,r=..,p=..$salt$hash
      secret_hash   TEXT NOT NULL CHECK (secret_hash LIKE '$scrypt$%'),
      qr_text       TEXT NOT NULL,
      recorded_at   INTEGER NOT NULL
    ) STRICT;

    -- One row: the counter never goes back, also after a restore (see intake/ticket-counter).
    CREATE TABLE ticket_counter (
      only INTEGER PRIMARY KEY CHECK (only = 1),
      next INTEGER NOT NULL CHECK (next >= 0)
    ) STRICT;
    INSERT INTO ticket_counter (only, next) VALUES (1, 0);

    CREATE TABLE submission_sequence (
      only INTEGER PRIMARY KEY CHECK (only = 1),
      next INTEGER NOT NULL CHECK (next >= 1)
    ) STRICT;
    INSERT INTO submission_sequence (only, next) VALUES (1, 1);

    CREATE TABLE job (
      id           TEXT PRIMARY KEY,
      kind         TEXT NOT NULL,
      payload      TEXT NOT NULL CHECK (json_valid(payload)),
      -- Jobs of one chain run in sequence; jobs without a chain are free.
      chain        TEXT,
      sequence     INTEGER NOT NULL,
      urgency      INTEGER NOT NULL CHECK (urgency BETWEEN 1 AND 3),
      state        TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'needs-person', 'refused')),
      attempts     INTEGER NOT NULL DEFAULT 0,
      run_after    INTEGER NOT NULL,
      claimed_by   TEXT,
      -- Code of the last trouble; the reason in plain words is made from it when shown.
      last_problem TEXT,
      created_at   INTEGER NOT NULL,
      finished_at  INTEGER
    ) STRICT;
    CREATE INDEX job_to_run ON job (kind, state, urgency, sequence);
    CREATE INDEX job_chain ON job (chain, sequence) WHERE chain IS NOT NULL;

    CREATE TABLE slip (
      id            TEXT PRIMARY KEY,
      kind          TEXT NOT NULL,
      ticket_number TEXT,
      -- JSON of SlipFacts; set to NULL when the paper came out or the wait for it ended.
      facts         TEXT CHECK (facts IS NULL OR json_valid(facts)),
      state         TEXT NOT NULL CHECK (state IN ('queued', 'printing', 'printed', 'failed', 'unknown', 'handed-over')),
      trouble       TEXT,
      copies        INTEGER NOT NULL DEFAULT 0,
      attempts      INTEGER NOT NULL DEFAULT 0,
      -- Boot in which it was asked for: a slip of an earlier boot is never printed by itself.
      boot_id       TEXT NOT NULL,
      created_at    INTEGER NOT NULL,
      changed_at    INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX slip_ticket ON slip (ticket_number);

    CREATE TABLE acknowledgement (
      submission_id   TEXT PRIMARY KEY REFERENCES submission (id),
      hub_epoch       TEXT NOT NULL,
      hub_number      TEXT NOT NULL,
      hub_received_at INTEGER NOT NULL,
      acknowledged_at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE ticket_status (
      ticket_number TEXT PRIMARY KEY,
      status        TEXT NOT NULL,
      reference     TEXT,
      changed_at    INTEGER NOT NULL,
      as_of         INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE look_up_attempt (
      id           INTEGER PRIMARY KEY,
      number       TEXT NOT NULL,
      attempted_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX look_up_attempt_number ON look_up_attempt (number);

    CREATE TABLE staff_call (
      id        TEXT PRIMARY KEY,
      called_at INTEGER NOT NULL,
      screen    TEXT NOT NULL
    ) STRICT;

    -- Small facts the kiosk learnt: identity after enrolment, hub epoch, cursors, clock high-water mark.
    CREATE TABLE fact (
      key   TEXT PRIMARY KEY,
      value TEXT NOT NULL CHECK (json_valid(value))
    ) STRICT;
  `);
}
