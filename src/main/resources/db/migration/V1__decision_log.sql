-- The decision log and the rulesets that its decisions are pinned to. It only grows: the triggers at the end refuse every
-- change and removal, to the owner of the tables as well.

CREATE TABLE revision (
    hash    text PRIMARY KEY,
    kept_at timestamptz NOT NULL
);
COMMENT ON TABLE revision IS
    'The identity of every ruleset that decided something, and when it was first kept. Only grows.';

CREATE TABLE revision_file (
    revision text NOT NULL REFERENCES revision (hash),
    path     text NOT NULL,
    content  bytea NOT NULL,
    PRIMARY KEY (revision, path)
);
COMMENT ON TABLE revision_file IS
    'The workbooks and rule files of a revision, byte for byte, written in the transaction that wrote the revision. Only grows.';

CREATE TABLE decision (
    entry      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id         uuid NOT NULL UNIQUE,
    reference  text NOT NULL,
    outcome    text NOT NULL,
    grounds    text[] NOT NULL,
    filed_on   date NOT NULL,
    decided_at timestamptz NOT NULL,
    revision   text NOT NULL REFERENCES revision (hash),
    engine     text NOT NULL,
    received   text NOT NULL,
    -- json and not jsonb: it keeps the text as it was written, and a verdict must come back byte for byte
    read       json NOT NULL,
    verdict    json NOT NULL
);
COMMENT ON TABLE decision IS
    'One recorded decision a row: the application as received and as read, the verdict, and the revision that gave it. '
    'outcome, grounds and filed_on repeat the verdict, for searching. Only grows; entry numbers grow but may have gaps.';

-- A reference may be longer than a btree entry (2704 bytes), its md5 is not; queries compare both.
CREATE INDEX decision_by_reference ON decision (md5(reference), entry);
CREATE INDEX decision_by_outcome ON decision (outcome, entry);
CREATE INDEX decision_by_ground ON decision USING gin (grounds);
CREATE INDEX decision_by_filing ON decision (filed_on, entry);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% of table % is refused: the decision log only grows', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END
$$;
COMMENT ON FUNCTION refuse_change() IS 'Refuses UPDATE, DELETE and TRUNCATE of the tables of the log.';

-- A server or role may be set up to answer a COMMIT before it is on disk; an entry of the log may not be lost that way.
CREATE FUNCTION commit_durably() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('synchronous_commit') = 'off' THEN
        PERFORM set_config('synchronous_commit', 'on', true);
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION commit_durably() IS 'Makes the COMMIT of a transaction that adds to the log wait for the disk.';

CREATE FUNCTION refuse_late_file() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM revision WHERE hash = NEW.revision AND xmin = pg_current_xact_id()::xid
    ) THEN
        RAISE EXCEPTION 'revision % is kept already: no file can be added to it', NEW.revision
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION refuse_late_file() IS 'Refuses files for a revision that another transaction wrote.';

-- ENABLE ALWAYS: these also hold where session_replication_role switches ordinary triggers off.
CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON revision
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON revision_file
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON decision
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE revision ENABLE ALWAYS TRIGGER only_grows;
ALTER TABLE revision_file ENABLE ALWAYS TRIGGER only_grows;
ALTER TABLE decision ENABLE ALWAYS TRIGGER only_grows;

CREATE TRIGGER durable BEFORE INSERT ON revision
    FOR EACH STATEMENT EXECUTE FUNCTION commit_durably();
CREATE TRIGGER durable BEFORE INSERT ON decision
    FOR EACH STATEMENT EXECUTE FUNCTION commit_durably();

CREATE TRIGGER complete_at_once BEFORE INSERT ON revision_file
    FOR EACH ROW EXECUTE FUNCTION refuse_late_file();
