import type { WritableDB } from '../handles.ts';

/**
 * Additions to a ticket share its number, so the number names one opener and any number of additions: the old table said
 * UNIQUE, and SQLite takes that back only by building it anew. Photos and unfinished registrations get tables of their own.
 * Old submissions have no additions and no photos; old tickets may be added to, because all of them are complaints and
 * only the hub knows which left a contact.
 */
export default function everySubmission(db: WritableDB): void {
  db.exec(`
    CREATE TABLE submission_anew (
      id              TEXT PRIMARY KEY CHECK (length(id) = 36),
      kind            TEXT NOT NULL,
      flow_version    INTEGER NOT NULL CHECK (flow_version > 0),
      language        TEXT NOT NULL,
      urgency         INTEGER NOT NULL CHECK (urgency BETWEEN 1 AND 3),
      ticket_number   TEXT NOT NULL,
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
      answers_tag     TEXT,
      -- JSON: id (SHA-256) and size of each sealed photo that belongs to it. NULL: none.
      attachments     TEXT CHECK (attachments IS NULL OR json_valid(attachments)),
      -- What an addition does, never what it says, and the how manieth of its ticket it is.
      act             TEXT,
      part            INTEGER CHECK (part > 0),
      CHECK ((act IS NULL) = (part IS NULL)),
      CHECK (part IS NULL OR follows IS NOT NULL)
    ) STRICT;

    INSERT INTO submission_anew (id, kind, flow_version, language, urgency, ticket_number, kiosk_code, sequence, recorded_at,
        boot_id, monotonic_ms, follows, chain, sealed, sealed_sha256, answers_tag)
      SELECT id, kind, flow_version, language, urgency, ticket_number, kiosk_code, sequence, recorded_at,
        boot_id, monotonic_ms, follows, chain, sealed, sealed_sha256, answers_tag
      FROM submission ORDER BY rowid;
    DROP TABLE submission;
    ALTER TABLE submission_anew RENAME TO submission;

    CREATE UNIQUE INDEX submission_opener ON submission (ticket_number) WHERE follows IS NULL;
    CREATE UNIQUE INDEX submission_part ON submission (ticket_number, part) WHERE part IS NOT NULL;

    ALTER TABLE ticket ADD COLUMN is_followable INTEGER NOT NULL DEFAULT 1 CHECK (is_followable IN (0, 1));

    -- A photo that a submission names. Its sealed bytes are the file attachments/<id> until they are erased.
    CREATE TABLE attachment (
      id              TEXT PRIMARY KEY CHECK (length(id) = 64),
      submission_id   TEXT NOT NULL REFERENCES submission (id),
      bytes           INTEGER NOT NULL CHECK (bytes > 0),
      added_at        INTEGER NOT NULL,
      hub_epoch       TEXT,
      hub_received_at INTEGER,
      -- The time that never runs backwards, like that of an acknowledgement.
      acknowledged_at INTEGER,
      is_erased       INTEGER NOT NULL DEFAULT 0 CHECK (is_erased IN (0, 1)),
      CHECK ((hub_epoch IS NULL) = (acknowledged_at IS NULL) AND (hub_epoch IS NULL) = (hub_received_at IS NULL))
    ) STRICT;
    CREATE INDEX attachment_submission ON attachment (submission_id);

    -- An unfinished registration. The id and the key come from a code and a secret that are on paper only.
    CREATE TABLE draft (
      id         TEXT PRIMARY KEY CHECK (length(id) = 64),
      nonce      BLOB NOT NULL CHECK (length(nonce) = 12),
      -- AES-256-GCM of the padded record, its tag at the end.
      sealed     BLOB NOT NULL,
      -- Device clock.
      saved_at   INTEGER NOT NULL,
      -- The time that never runs backwards.
      expires_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX draft_expiry ON draft (expires_at);
  `);
}
