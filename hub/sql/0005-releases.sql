-- Versions of the kiosk that the release key has signed, and to whom each is offered. The archive lies in `blob`, in pieces.
CREATE TABLE release (
  build        bigint PRIMARY KEY CHECK (build > 0),
  name         text NOT NULL UNIQUE,
  sheet        text NOT NULL,
  signature    text NOT NULL,
  key_id       text NOT NULL CHECK (key_id ~ '^[0-9a-f]{16}$'),
  pieces       jsonb NOT NULL,
  percent      integer NOT NULL DEFAULT 0 CHECK (percent BETWEEN 0 AND 100),
  kiosks       text[] NOT NULL DEFAULT '{}',
  -- It is offered no more once so many kiosks have said that it failed there.
  stops_after  integer NOT NULL CHECK (stops_after > 0),
  added_at     timestamptz NOT NULL,
  withdrawn_at timestamptz,
  -- 'by-hand' or 'failed'. A version that was withdrawn is never offered again.
  withdrawn_because text CHECK (withdrawn_because IN ('by-hand', 'failed')),
  CHECK ((withdrawn_at IS NULL) = (withdrawn_because IS NULL))
);
