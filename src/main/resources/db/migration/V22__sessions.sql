-- The people who are signed in at the desk. The secret text of a session is kept nowhere: only its SHA-256.

CREATE TABLE session (
    hash     text PRIMARY KEY CHECK (hash ~ '^[0-9a-f]{64}$'),
    key      uuid NOT NULL,
    begun_at timestamptz NOT NULL,
    seen_at  timestamptz NOT NULL
);
COMMENT ON TABLE session IS
    'Who works in a browser now: the API key that the session stands for. A row is removed when the session ends.';
