ALTER TABLE erasure ADD COLUMN ordered_by text NOT NULL;
COMMENT ON COLUMN erasure.ordered_by IS 'The owner of the API key, or the principal of the token, that ordered it.';

CREATE INDEX erasure_by_entry ON erasure (entry);

CREATE TABLE legal_hold (
    entry     bigint PRIMARY KEY REFERENCES log_entry (entry),
    placed_at timestamptz NOT NULL,
    basis     text NOT NULL
);
COMMENT ON TABLE legal_hold IS 'The case files that may not be erased for now, for example because a court needs them. basis is a code.';

-- The only way to remove a case file: its erasure becomes an entry of the log in the same transaction. Runs with the rights of the owner of the tables, so
-- the role of the service needs none to delete.
CREATE FUNCTION erase_cases(cases bigint[], statements text[], moment timestamptz, officer text) RETURNS TABLE (erased bigint, entry bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('kz.sheshim.decision'));
    IF EXISTS (SELECT FROM legal_hold WHERE legal_hold.entry = ANY (cases)) THEN
        RAISE EXCEPTION 'a legal hold forbids the erasure' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN QUERY
        WITH ordered AS (
            SELECT each.case_entry, each.statement, nextval(pg_get_serial_sequence('log_entry', 'entry')) AS number
            FROM (SELECT * FROM unnest(cases, statements) WITH ORDINALITY AS each (case_entry, statement, place) ORDER BY place) each),
        entered AS (
            INSERT INTO log_entry (entry, kind, at, statement) OVERRIDING SYSTEM VALUE
            SELECT number, 'erasure', moment, statement FROM ordered),
        linked AS (
            INSERT INTO erasure (erased, entry, ordered_by) SELECT case_entry, number, officer FROM ordered
            RETURNING erasure.erased, erasure.entry)
        SELECT linked.erased, linked.entry FROM linked;
    DELETE FROM idempotency_key WHERE decision IN (SELECT log_entry.decision FROM log_entry WHERE log_entry.entry = ANY (cases));
    DELETE FROM scheduled_tasks WHERE task_instance = ANY (cases::text[]) AND task_name LIKE 'hand-over-%';
    DELETE FROM hand_over WHERE hand_over.entry = ANY (cases);
    DELETE FROM case_file WHERE case_file.entry = ANY (cases);
END
$$;
COMMENT ON FUNCTION erase_cases(bigint[], text[], timestamptz, text) IS
    'Erases case files, with the idempotency keys and hand-overs of their decisions. Takes the entries of the cases, and for each the statement of its erasure.';
REVOKE EXECUTE ON FUNCTION erase_cases(bigint[], text[], timestamptz, text) FROM PUBLIC;
