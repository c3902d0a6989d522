-- What goes down to kiosks, signed; what they tell back; how one kiosk asks for another's ticket; what comes by stick.
-- Private keys are files beside the database, never rows.

-- Public halves of the keys that sign. One of each role is in use.
CREATE TABLE signing_key (
  key_id     text PRIMARY KEY CHECK (key_id ~ '^[0-9a-f]{16}$'),
  role       text NOT NULL CHECK (role IN ('root', 'operations', 'content', 'update')),
  public_key bytea NOT NULL UNIQUE CHECK (length(public_key) = 32),
  created_at timestamptz NOT NULL,
  retired_at timestamptz
);
CREATE UNIQUE INDEX signing_key_in_use ON signing_key (role) WHERE retired_at IS NULL;

-- Each version as it was signed. `audience` is 'fleet', 'office:<id>' or 'kiosk:<code>'.
CREATE TABLE document (
  kind      text NOT NULL,
  audience  text NOT NULL,
  version   bigint NOT NULL CHECK (version > 0),
  signed    jsonb NOT NULL,
  issued_at timestamptz NOT NULL,
  PRIMARY KEY (kind, audience, version)
);

-- Files of packs and the file of the kiosks' keys, by what is in them. Not compressed, so that a piece is read alone.
CREATE TABLE blob (
  sha256   text PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  bytes    bytea NOT NULL,
  added_at timestamptz NOT NULL
);
ALTER TABLE blob ALTER COLUMN bytes SET STORAGE EXTERNAL;

-- Bundles for a stick are sealed to a key of their own, because what opens complaints need not lie where sticks are read.
ALTER TABLE sealing_recipient
  DROP CONSTRAINT sealing_recipient_role_check,
  ADD CONSTRAINT sealing_recipient_role_check CHECK (role IN ('hub', 'rescue', 'stick'));

-- What the documents are made from. `scope` is written as an audience is.
CREATE TABLE setting (
  scope      text PRIMARY KEY,
  settings   jsonb NOT NULL,
  changed_at timestamptz NOT NULL
);

CREATE TABLE staff_account (
  id           integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  office_id    integer NOT NULL REFERENCES office (id),
  staff_number text NOT NULL CHECK (staff_number ~ '^[0-9]{4}$'),
  name         text NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
  roles        text[] NOT NULL CHECK (cardinality(roles) BETWEEN 1 AND 3),
  pin_hash     text NOT NULL CHECK (pin_hash LIKE '$scrypt$%'),
  created_at   timestamptz NOT NULL,
  ended_at     timestamptz
);
CREATE UNIQUE INDEX staff_account_number ON staff_account (office_id, staff_number) WHERE ended_at IS NULL;

CREATE TABLE notice (
  id         uuid PRIMARY KEY,
  notice     jsonb NOT NULL,
  shows_from timestamptz NOT NULL,
  shows_until timestamptz NOT NULL,
  ended_at   timestamptz
);

CREATE TABLE withdrawn_item (
  item_id      text PRIMARY KEY,
  withdrawn_at timestamptz NOT NULL
);

CREATE TABLE command (
  id          uuid PRIMARY KEY,
  kiosk_id    uuid NOT NULL REFERENCES kiosk (id),
  kind        text NOT NULL,
  issued_at   timestamptz NOT NULL,
  runs_until  timestamptz NOT NULL,
  state       text NOT NULL DEFAULT 'waiting',
  code        text,
  finished_at timestamptz
);
CREATE INDEX command_open ON command (kiosk_id) WHERE state = 'waiting';

-- The last report of each kiosk: what it took, what it refused, what it set aside.
CREATE TABLE kiosk_report (
  kiosk_id    uuid PRIMARY KEY REFERENCES kiosk (id),
  report      jsonb NOT NULL,
  reported_at timestamptz NOT NULL
);

-- One row a heartbeat, for curves and for finding when it began; kiosk_health stays the latest. Partitions are one day each
-- (UTC), made ahead and dropped by whichever hub process tidies up. No foreign keys here and below: each would lock the
-- kiosk's row at every request, and nobody removes a kiosk.
CREATE TABLE heartbeat (
  kiosk_id uuid NOT NULL,
  heard_at timestamptz NOT NULL,
  health   jsonb NOT NULL
) PARTITION BY RANGE (heard_at);
CREATE INDEX heartbeat_kiosk ON heartbeat (kiosk_id, heard_at);

-- A row a request is the most that any table here grows by, so it goes by the day too. What was spent before is forgotten once.
DROP TABLE spent_nonce;
CREATE TABLE spent_nonce (
  kiosk_id uuid NOT NULL,
  nonce    text NOT NULL,
  spent_on date NOT NULL,
  PRIMARY KEY (kiosk_id, nonce, spent_on)
) PARTITION BY RANGE (spent_on);

-- What each hub process carries, so that all of them answer for the fleet. Not logged: it is true for seconds.
CREATE UNLOGGED TABLE hub_process (
  id       uuid PRIMARY KEY,
  heard_at timestamptz NOT NULL,
  pressure real NOT NULL
);

-- Only on what began a ticket, and only from kiosks that send it.
ALTER TABLE submission ADD COLUMN secret_hash text CHECK (secret_hash LIKE '$scrypt$%');

-- Tries to look a ticket up from another kiosk. One that succeeded is removed: only guesses count.
CREATE TABLE look_up_attempt (
  id            uuid PRIMARY KEY,
  ticket_number text NOT NULL,
  kiosk_id      uuid NOT NULL REFERENCES kiosk (id),
  attempted_at  timestamptz NOT NULL
);
CREATE INDEX look_up_attempt_ticket ON look_up_attempt (ticket_number, attempted_at);
CREATE INDEX look_up_attempt_kiosk ON look_up_attempt (kiosk_id, attempted_at);

-- What was received until here lies in a backup; kiosks may let go of it when their own rules say so.
ALTER TABLE hub ADD COLUMN backed_up_to timestamptz;

-- Bundles that came by stick. Taking one twice gives the same receipt.
CREATE TABLE bundle (
  id       text PRIMARY KEY,
  kiosk_id uuid NOT NULL REFERENCES kiosk (id),
  receipt  jsonb NOT NULL,
  taken_at timestamptz NOT NULL
);
