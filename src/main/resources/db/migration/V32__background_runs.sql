-- Long runs (replays of many decisions, audits) are known to every service, and outlive the one that works on them.

CREATE TABLE background_run (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id uuid NOT NULL UNIQUE,
    kind text NOT NULL,
    asked text NOT NULL,
    asked_by text NOT NULL,
    begun_at timestamptz NOT NULL DEFAULT now(),
    service uuid,
    heard_at timestamptz NOT NULL DEFAULT now(),
    taken integer NOT NULL DEFAULT 0,
    done bigint NOT NULL DEFAULT 0,
    last_entry bigint NOT NULL DEFAULT 0,
    mark text,
    is_cancelled boolean NOT NULL DEFAULT false,
    ended_at timestamptz,
    result text,
    failure text,
    CHECK (num_nonnulls(result, failure) = CASE WHEN ended_at IS NULL THEN 0 ELSE 1 END)
);
CREATE UNIQUE INDEX background_run_in_progress ON background_run (kind) WHERE ended_at IS NULL;
CREATE INDEX background_run_newest ON background_run (kind, number);

COMMENT ON TABLE background_run IS 'Replays of many decisions and audits: one of a kind is in progress at a time. The newest 100 of a kind are kept.';
COMMENT ON COLUMN background_run.asked IS 'What was asked for, as JSON; equal texts ask for the same.';
COMMENT ON COLUMN background_run.service IS 'The service that works on it, by a number that it made at its start; null: none, another may take it over.';
COMMENT ON COLUMN background_run.heard_at IS 'When the service has told the last time that it works on it.';
COMMENT ON COLUMN background_run.taken IS 'How many times in a row a service took it over from one that fell silent, and none got further.';
COMMENT ON COLUMN background_run.mark IS 'Where it goes on when a service takes it over, as JSON; null: at its beginning.';
COMMENT ON COLUMN background_run.is_cancelled IS 'Whether somebody asked for its end.';
