-- What staff did at a kiosk and the days they closed, for ever as they came. Every line that was ever sent is kept, also one that
-- does not fit: two lines of one number are a fork, and both are evidence. `line` is json, not jsonb, because jsonb refuses some of
-- the text that a spoiled line can hold.
CREATE TABLE audit_line (
  kiosk_id       uuid NOT NULL REFERENCES kiosk (id),
  sequence       bigint NOT NULL CHECK (sequence > 0),
  content_sha256 bytea NOT NULL CHECK (length(content_sha256) = 32),
  line           json NOT NULL,
  arrival        bigint GENERATED ALWAYS AS IDENTITY,
  received_at    timestamptz NOT NULL,
  PRIMARY KEY (kiosk_id, sequence, content_sha256)
);

-- What was wrong when it came. `audit verify` walks the chain anew; this says when it was first seen, and what a chain cannot show
-- by itself: that a kiosk went back behind what it had sent.
CREATE TABLE audit_fault (
  kiosk_id uuid NOT NULL REFERENCES kiosk (id),
  fault    text NOT NULL CHECK (fault IN ('changed', 'broken', 'missing', 'fork', 'went-back', 'no-head')),
  sequence bigint NOT NULL,
  found_at timestamptz NOT NULL,
  PRIMARY KEY (kiosk_id, fault, sequence)
);

CREATE TABLE day_report (
  kiosk_id       uuid NOT NULL REFERENCES kiosk (id),
  id             uuid NOT NULL,
  content_sha256 bytea NOT NULL CHECK (length(content_sha256) = 32),
  figures        jsonb NOT NULL,
  received_at    timestamptz NOT NULL,
  PRIMARY KEY (kiosk_id, id, content_sha256)
);

CREATE FUNCTION refuse_to_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is only added to', TG_TABLE_NAME;
END
$$;
CREATE TRIGGER audit_line_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_line
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change();
CREATE TRIGGER audit_fault_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_fault
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change();
CREATE TRIGGER day_report_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON day_report
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change();
