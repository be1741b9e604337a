-- Whoever appends waits for the one before to commit, so entries become visible in the order of their numbers: a reader who has seen entry n
-- will never find a smaller one that it had missed. The service appends many decisions in a transaction, so the turn costs little.
CREATE FUNCTION append_in_turn() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('kz.sheshim.decision'));
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION append_in_turn() IS 'Lets one transaction at a time add to the log, from its first entry to its commit.';

CREATE TRIGGER in_turn BEFORE INSERT ON decision
    FOR EACH STATEMENT EXECUTE FUNCTION append_in_turn();
