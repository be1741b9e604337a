-- What a sender called a request, so that the same one is decided once however often it is sent. The only table that is not for ever: a key that
-- expired is taken over or removed. Nothing refers to decision (id) by a foreign key: one statement writes both rows, and decisions are never removed.
CREATE TABLE idempotency_key (
    sender      text COLLATE "C" NOT NULL,
    key         text COLLATE "C" NOT NULL,
    fingerprint text NOT NULL,
    decision    uuid NOT NULL,
    kept_at     timestamptz NOT NULL,
    PRIMARY KEY (sender, key)
);
COMMENT ON TABLE idempotency_key IS
    'The Idempotency-Key of a request (for a line of a batch: with its line number), the SHA-256 of its body and the decision on it. Rows that expired may go.';

CREATE INDEX idempotency_key_by_age ON idempotency_key (kept_at);
