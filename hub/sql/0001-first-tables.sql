-- The hub's first tables. Device times are Unix ms as the device said them (bigint, never trusted for order);
-- times of the hub are timestamptz. Personal data exists only inside submission.sealed.

-- One row: what this database is. A database restored from a backup gets a new epoch (command "new-epoch").
CREATE TABLE hub (
  single             boolean PRIMARY KEY DEFAULT true CHECK (single),
  epoch              uuid NOT NULL,
  next_kiosk_ordinal integer NOT NULL DEFAULT 0 CHECK (next_kiosk_ordinal >= 0),
  created_at         timestamptz NOT NULL
);

-- Public halves only. The private half of the hub's own key is a file outside the database.
CREATE TABLE sealing_recipient (
  recipient  text PRIMARY KEY CHECK (recipient ~ '^age1[a-z0-9]+$'),
  role       text NOT NULL CHECK (role IN ('hub', 'rescue')),
  created_at timestamptz NOT NULL,
  retired_at timestamptz
);
CREATE UNIQUE INDEX sealing_recipient_in_use ON sealing_recipient (role) WHERE retired_at IS NULL;

CREATE TABLE office (
  id         integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name       text NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 80),
  time_zone  text NOT NULL CHECK (time_zone IN ('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura')),
  created_at timestamptz NOT NULL
);

CREATE TABLE kiosk (
  id                   uuid PRIMARY KEY,
  ordinal              integer NOT NULL UNIQUE CHECK (ordinal >= 0),
  code                 text NOT NULL UNIQUE,
  office_id            integer NOT NULL REFERENCES office (id),
  public_key           bytea NOT NULL UNIQUE CHECK (length(public_key) = 32),
  enrolled_at          timestamptz NOT NULL,
  revoked_at           timestamptz,
  -- Position of the last status change of this kiosk's cases. Taking the next one locks this row until commit,
  -- so positions become visible in their own order and a reader's cursor cannot pass one that is not there yet.
  last_status_position bigint NOT NULL DEFAULT 0
);

CREATE TABLE enrolment_code (
  code_sha256 bytea PRIMARY KEY CHECK (length(code_sha256) = 32),
  office_id   integer NOT NULL REFERENCES office (id),
  created_at  timestamptz NOT NULL,
  expires_at  timestamptz NOT NULL,
  used_at     timestamptz,
  kiosk_id    uuid REFERENCES kiosk (id),
  CHECK ((used_at IS NULL) = (kiosk_id IS NULL))
);

CREATE TABLE spent_nonce (
  kiosk_id uuid NOT NULL REFERENCES kiosk (id),
  nonce    text NOT NULL,
  spent_at timestamptz NOT NULL,
  PRIMARY KEY (kiosk_id, nonce)
);
CREATE INDEX spent_nonce_age ON spent_nonce (spent_at);

CREATE SEQUENCE hub_number_serial;

-- lpad alone would cut a serial of more than six digits and give a number twice.
CREATE FUNCTION next_hub_number(received timestamptz) RETURNS text LANGUAGE sql VOLATILE AS $$
  SELECT 'PM-' || to_char(received AT TIME ZONE 'Asia/Jakarta', 'YYYY') || '-'
      || lpad(serial::text, greatest(6, length(serial::text)), '0')
  FROM (SELECT nextval('hub_number_serial') AS serial) AS taken
$$;

-- Never updated: the row is the record and the outcome that was answered for it.
CREATE TABLE submission (
  id             uuid PRIMARY KEY,
  kiosk_id       uuid NOT NULL REFERENCES kiosk (id),
  kind           text NOT NULL,
  flow_version   integer NOT NULL CHECK (flow_version > 0),
  language       text NOT NULL,
  urgency        smallint NOT NULL CHECK (urgency BETWEEN 1 AND 3),
  ticket_number  text NOT NULL,
  ticket_counter integer NOT NULL CHECK (ticket_counter >= 0),
  sequence       bigint NOT NULL CHECK (sequence > 0),
  recorded_at    bigint NOT NULL,
  boot_id        uuid NOT NULL,
  monotonic_ms   bigint NOT NULL,
  follows        uuid,
  sealed         bytea NOT NULL,
  sealed_sha256  bytea NOT NULL CHECK (length(sealed_sha256) = 32),
  -- Over the whole record: tells a repeated record from a changed one.
  content_sha256 bytea NOT NULL CHECK (length(content_sha256) = 32),
  hub_number     text NOT NULL UNIQUE,
  received_at    timestamptz NOT NULL
);
CREATE INDEX submission_ticket ON submission (ticket_number);
CREATE INDEX submission_kiosk_counter ON submission (kiosk_id, ticket_counter DESC);

CREATE TABLE ticket_case (
  ticket_number text PRIMARY KEY,
  kiosk_id      uuid NOT NULL REFERENCES kiosk (id),
  opened_by     uuid NOT NULL REFERENCES submission (id),
  status        text NOT NULL CHECK (status IN ('received', 'checked', 'forwarded', 'closed')),
  reference     text CHECK (length(reference) BETWEEN 1 AND 60),
  changed_at    timestamptz NOT NULL
);

CREATE TABLE case_status_change (
  kiosk_id      uuid NOT NULL REFERENCES kiosk (id),
  position      bigint NOT NULL CHECK (position > 0),
  ticket_number text NOT NULL REFERENCES ticket_case (ticket_number),
  status        text NOT NULL,
  reference     text,
  changed_at    timestamptz NOT NULL,
  changed_by    text NOT NULL,
  PRIMARY KEY (kiosk_id, position)
);
CREATE INDEX case_status_change_ticket ON case_status_change (ticket_number);

-- Records that the hub did not take: what and how often, never their content. The kiosk keeps the record.
CREATE TABLE turned_away (
  kiosk_id      uuid NOT NULL REFERENCES kiosk (id),
  submission_id uuid NOT NULL,
  code          text NOT NULL,
  first_at      timestamptz NOT NULL,
  last_at       timestamptz NOT NULL,
  times         integer NOT NULL DEFAULT 1,
  PRIMARY KEY (kiosk_id, submission_id, code)
);

CREATE TABLE kiosk_health (
  kiosk_id               uuid PRIMARY KEY REFERENCES kiosk (id),
  health                 jsonb NOT NULL,
  heard_at               timestamptz NOT NULL,
  -- Highest counter the kiosk ever named: tickets may be printed and still waiting there when its disk is restored.
  highest_ticket_counter integer
);
