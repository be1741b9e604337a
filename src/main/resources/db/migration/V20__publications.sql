-- The law in force is the last publication of the log: an entry like a decision. Every decision is by the revision that is in force at its entry.

CREATE INDEX log_entry_publications ON log_entry (entry) INCLUDE (revision) WHERE kind = 'publication';

CREATE FUNCTION refuse_other_law() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    law text;
BEGIN
    SELECT revision INTO law FROM log_entry WHERE kind = 'publication' ORDER BY entry DESC LIMIT 1;
    IF law IS NOT NULL AND EXISTS (SELECT FROM added WHERE kind = 'decision' AND revision <> law) THEN
        RAISE EXCEPTION 'another revision is in force' USING ERRCODE = 'SH001';
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION refuse_other_law() IS
    'Refuses a decision whose revision is not the one in force. Whoever appends has the turn (append_in_turn), so no publication can come between.';

CREATE TRIGGER by_law_in_force AFTER INSERT ON log_entry REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_other_law();

CREATE FUNCTION publish(published text, replaced text, moment timestamptz, stated text) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    law    text;
    number bigint;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('kz.sheshim.decision'));
    SELECT revision INTO law FROM log_entry WHERE kind = 'publication' ORDER BY entry DESC LIMIT 1;
    IF law IS DISTINCT FROM replaced THEN
        RAISE EXCEPTION 'another revision is in force' USING ERRCODE = 'SH001';
    END IF;
    INSERT INTO log_entry (kind, at, statement, revision) VALUES ('publication', moment, stated, published) RETURNING entry INTO number;
    RETURN number;
END
$$;
COMMENT ON FUNCTION publish(text, text, timestamptz, text) IS
    'Puts a revision in force if the one that it replaces is still in force; null: none is. Returns the entry of the publication.';

-- Approved publications whose moment has not come.
CREATE TABLE due_publication (
    draft    uuid PRIMARY KEY,
    due      timestamptz NOT NULL,
    revision text NOT NULL,
    replaced text NOT NULL,
    stated   text NOT NULL,
    keys     uuid[] NOT NULL,
    void     text CHECK (void IN ('other-law', 'key-revoked'))
);
COMMENT ON TABLE due_publication IS
    'A publication that was approved: the draft, its moment, and the statement of the entry that it will be. keys are the API keys that approved. void says '
    'why it did not happen: another revision was in force than the one it was to replace, or a key was revoked before the moment.';

CREATE FUNCTION publish_due() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    next due_publication;
    law  text;
BEGIN
    -- Its own entries must not call it again: the next publication would come before this one
    IF current_setting('sheshim.publishing', true) = 'yes' THEN
        RETURN;
    END IF;
    PERFORM set_config('sheshim.publishing', 'yes', true);
    LOOP
        SELECT * INTO next FROM due_publication WHERE void IS NULL AND due <= clock_timestamp() ORDER BY due, draft LIMIT 1;
        EXIT WHEN next.draft IS NULL;
        SELECT revision INTO law FROM log_entry WHERE kind = 'publication' ORDER BY entry DESC LIMIT 1;
        IF law IS DISTINCT FROM next.replaced THEN
            UPDATE due_publication SET void = 'other-law' WHERE draft = next.draft;
        ELSIF EXISTS (SELECT FROM api_key WHERE id = ANY (next.keys) AND revoked_at <= next.due) THEN
            UPDATE due_publication SET void = 'key-revoked' WHERE draft = next.draft;
        ELSE
            DELETE FROM due_publication WHERE draft = next.draft;
            INSERT INTO log_entry (kind, at, statement, revision) VALUES ('publication', next.due, next.stated, next.revision);
        END IF;
    END LOOP;
    PERFORM set_config('sheshim.publishing', '', true);
END
$$;
COMMENT ON FUNCTION publish_due() IS
    'Publishes what is due. Whoever appends does it first, so nothing is recorded after the moment of a publication by the revision before it.';

CREATE OR REPLACE FUNCTION append_in_turn() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('kz.sheshim.decision'));
    PERFORM publish_due();
    RETURN NULL;
END
$$;
