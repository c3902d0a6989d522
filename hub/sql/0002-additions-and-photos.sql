-- An addition says what it does (never what it says) and its place among the additions to its ticket, so that a withdrawn
-- consent is seen without the private key. `attachments` is the manifest of a submission: what must still arrive.
ALTER TABLE submission
  ADD COLUMN act         text,
  ADD COLUMN part        integer CHECK (part > 0),
  ADD COLUMN attachments jsonb,
  ADD CHECK ((act IS NULL) = (part IS NULL));
CREATE INDEX submission_withdrawal ON submission (ticket_number) WHERE act = 'withdraw-consent';

-- Sealed photos, by the SHA-256 of their sealed bytes. They lie in the database, so that any hub process can go on with an
-- upload and one backup holds everything. A finished one was hashed and fits its name.
CREATE TABLE attachment (
  id            text PRIMARY KEY CHECK (id ~ '^[0-9a-f]{64}$'),
  submission_id uuid NOT NULL REFERENCES submission (id),
  kiosk_id      uuid NOT NULL REFERENCES kiosk (id),
  total_bytes   integer NOT NULL CHECK (total_bytes > 0),
  received      bytea NOT NULL DEFAULT '',
  begun_at      timestamptz NOT NULL,
  finished_at   timestamptz,
  CHECK (length(received) <= total_bytes),
  CHECK (finished_at IS NULL OR length(received) = total_bytes)
);
CREATE INDEX attachment_submission ON attachment (submission_id);
