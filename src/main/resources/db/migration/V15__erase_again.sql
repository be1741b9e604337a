-- A restored database may bring back case files that were erased. What goes with a case file is removed in one place, for erasures and for their repetition.
-- The lock kz.sheshim.erasure is taken before that of the entries: whoever waits for it does not hold up decisions.

CREATE FUNCTION remove_cases(cases bigint[]) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    DELETE FROM idempotency_key WHERE decision IN (SELECT log_entry.decision FROM log_entry WHERE log_entry.entry = ANY (cases));
    DELETE FROM scheduled_tasks WHERE task_instance = ANY (cases::text[]) AND task_name LIKE 'hand-over-%';
    DELETE FROM hand_over WHERE hand_over.entry = ANY (cases);
    DELETE FROM case_file WHERE case_file.entry = ANY (cases);
END
$$;
COMMENT ON FUNCTION remove_cases(bigint[]) IS 'Removes case files, with the idempotency keys and hand-overs of their decisions.';
REVOKE EXECUTE ON FUNCTION remove_cases(bigint[]) FROM PUBLIC;

CREATE OR REPLACE FUNCTION erase_cases(cases bigint[], statements text[], moment timestamptz, officer text) RETURNS TABLE (erased bigint, entry bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('kz.sheshim.erasure'));
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
    PERFORM remove_cases(cases);
END
$$;

COMMENT ON COLUMN erasure.ordered_by IS
    'The owner of the API key, or the principal of the token, that ordered it; a name that begins with sheshim: is the service itself.';

-- The entry and the moment of an erasure are older than the restored case file, so holds that came back with it do not count.
CREATE FUNCTION erase_again(after bigint, most integer, OUT last bigint, OUT removed integer)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    back bigint[];
BEGIN
    SELECT max(next.erased), coalesce(array_agg(next.erased) FILTER (WHERE case_file.entry IS NOT NULL), '{}') INTO last, back
    FROM (SELECT erased FROM erasure WHERE erased > after ORDER BY erased LIMIT most) AS next
        LEFT JOIN case_file ON case_file.entry = next.erased;
    removed := cardinality(back);
    IF removed > 0 THEN
        PERFORM pg_advisory_xact_lock(hashtext('kz.sheshim.erasure'));
        DELETE FROM legal_hold WHERE legal_hold.entry = ANY (back);
        PERFORM remove_cases(back);
    END IF;
END
$$;
COMMENT ON FUNCTION erase_again(bigint, integer) IS
    'Looks at the next erased entries, at most this number, and removes the case files among them that are there again. last: the last entry; null: there was none.';
REVOKE EXECUTE ON FUNCTION erase_again(bigint, integer) FROM PUBLIC;
