-- A scheduled publication happens only if its draft is approved at that moment, as it was scheduled, and only once. Whoever ends or changes the draft at the same
-- time waits, or is waited for: it is published, or it is not approved any more.

CREATE OR REPLACE FUNCTION publish_due() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    next     due_publication;
    approved draft;
    law      text;
BEGIN
    -- Its own entries must not call it again: the next publication would come before this one
    IF current_setting('sheshim.publishing', true) = 'yes' THEN
        RETURN;
    END IF;
    PERFORM set_config('sheshim.publishing', 'yes', true);
    LOOP
        SELECT * INTO next FROM due_publication WHERE void IS NULL AND due <= clock_timestamp() ORDER BY due, draft LIMIT 1;
        EXIT WHEN next.draft IS NULL;
        SELECT * INTO approved FROM draft
            WHERE id = next.draft AND state = 'approved' AND due = next.due AND base = next.replaced FOR SHARE;
        SELECT revision INTO law FROM log_entry WHERE kind = 'publication' ORDER BY entry DESC LIMIT 1;
        IF approved.id IS NULL
            OR next.revision IS DISTINCT FROM
                (SELECT revision FROM draft_version WHERE draft = next.draft ORDER BY number DESC LIMIT 1)
            OR EXISTS (SELECT FROM log_entry WHERE kind = 'publication' AND strpos(statement, E'\ndraft ' || next.draft || E'\n') > 0)
        THEN
            DELETE FROM due_publication WHERE draft = next.draft;
        ELSIF law IS DISTINCT FROM next.replaced THEN
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
