-- A step of a draft says on which version it was done. The clocks that tell moments are not compared for that.

ALTER TABLE draft_step ADD COLUMN version integer NOT NULL DEFAULT 0;
UPDATE draft_step SET version = coalesce(
    (SELECT max(number) FROM draft_version WHERE draft_version.draft = draft_step.draft AND draft_version.at <= draft_step.at), 0);
ALTER TABLE draft_step ALTER COLUMN version DROP DEFAULT;
COMMENT ON COLUMN draft_step.version IS 'The newest version of the draft then. An approval counts for this version only.';

CREATE OR REPLACE FUNCTION publish(published text, replaced text, moment timestamptz, stated text) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    law    text;
    number bigint;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('kz.sheshim.decision'));
    PERFORM publish_due(); -- what comes first is what is replaced
    SELECT revision INTO law FROM log_entry WHERE kind = 'publication' ORDER BY entry DESC LIMIT 1;
    IF law IS DISTINCT FROM replaced THEN
        RAISE EXCEPTION 'another revision is in force' USING ERRCODE = 'SH001';
    END IF;
    INSERT INTO log_entry (kind, at, statement, revision) VALUES ('publication', moment, stated, published) RETURNING entry INTO number;
    RETURN number;
END
$$;
