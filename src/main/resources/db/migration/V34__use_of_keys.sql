-- When each API key was used last. A table of its own: a row of api_key can only be revoked, and is never removed.

CREATE TABLE api_key_use (
    key       uuid PRIMARY KEY,
    last_used timestamptz NOT NULL
);
COMMENT ON TABLE api_key_use IS
    'When each API key was used last, to the minute. A key without a row was never used since version V34 of the schema.';
