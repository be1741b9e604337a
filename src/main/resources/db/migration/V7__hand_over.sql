-- The outbox: what the verdicts' actions tell systems outside. Rows come in the transaction that records their decision, are changed by attempts to
-- deliver them, and are removed some time after they are settled; the log itself stays as it is. No foreign key refers to decision (entry): one statement
-- writes both rows, and decisions are never removed.
CREATE TABLE hand_over (
    number        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    entry         bigint NOT NULL,
    place         smallint NOT NULL,
    action        text NOT NULL,
    destination   text NOT NULL,
    application   uuid NOT NULL,
    due           date,
    state         text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'delivered', 'dead', 'abandoned')),
    attempts      integer NOT NULL DEFAULT 0,
    failing_since timestamptz,
    next_attempt  timestamptz,
    failure       text,
    settled_at    timestamptz,
    UNIQUE (entry, destination, place)
);
COMMENT ON TABLE hand_over IS
    'One action of one decision on its way to one destination a row. place: of the action in the verdict, from 1. application: a hash of sender and '
    'reference; what has the same one is handed over in the order of entry and place. attempts, failing_since, next_attempt: of failures since it was '
    'first tried or tried anew. settled_at: when it was delivered or abandoned.';

-- What holds up later ones of the same application
CREATE INDEX hand_over_unsettled ON hand_over (destination, application, entry) WHERE state IN ('waiting', 'dead');
CREATE INDEX hand_over_by_state ON hand_over (state, number);
CREATE INDEX hand_over_settled ON hand_over (settled_at) WHERE settled_at IS NOT NULL;
