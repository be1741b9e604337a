-- The record is split: an entry proves and stays for ever, a case file holds what was said of a person and can be erased. The decisions of the table decision
-- are moved by SealRecordedDecisions; indexes come after it.

CREATE TABLE log_entry (
    entry     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind      text NOT NULL CHECK (kind IN ('decision', 'erasure', 'key', 'incident', 'publication')),
    at        timestamptz NOT NULL,
    statement text NOT NULL,
    decision  uuid,
    revision  text REFERENCES revision (hash),
    outcome   text,
    grounds   text[],
    filed_on  date,
    secret    bytea CHECK (length(secret) = 32),
    CHECK ((kind = 'decision') = (num_nonnulls(decision, revision, outcome, grounds, filed_on, secret) = 6))
);
COMMENT ON TABLE log_entry IS
    'One entry of the log a row: a decision, an erasure, a change of the key of the log, an incident, a publication. statement is the leaf of the tree, and '
    'contains at, decision and revision. secret opens its commitment to outcome, grounds and filed_on. No personal data. Only grows; numbers may have gaps.';

CREATE TABLE case_file (
    entry        bigint PRIMARY KEY,
    sender       text NOT NULL,
    reference    text NOT NULL,
    received     text NOT NULL,
    read         text NOT NULL,
    verdict      text NOT NULL,
    ground_cells text[] NOT NULL,
    secret       bytea NOT NULL CHECK (length(secret) = 32)
);
COMMENT ON TABLE case_file IS
    'What belongs to a decision and can be erased: who posted the application, the application as received and as read, the verdict, the cells of its rules. '
    'secret opens the commitment in the statement of the entry; it is erased together with the row. Rows are never changed. No foreign key refers to '
    'log_entry: one statement writes both rows.';

CREATE TABLE erasure (
    erased bigint PRIMARY KEY REFERENCES log_entry (entry),
    entry  bigint NOT NULL REFERENCES log_entry (entry)
);
COMMENT ON TABLE erasure IS 'The erased case files, and the entry of each erasure. Only grows.';

CREATE FUNCTION refuse_unordered_erasure() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM erasure WHERE erased = OLD.entry) THEN
        RAISE EXCEPTION 'DELETE of table case_file is refused: the log has no erasure of entry %', OLD.entry
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN OLD;
END
$$;
COMMENT ON FUNCTION refuse_unordered_erasure() IS 'Refuses DELETE of a case file whose erasure is not an entry of the log.';

CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON log_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON erasure
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER only_grows BEFORE UPDATE OR TRUNCATE ON case_file
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER erased_by_order BEFORE DELETE ON case_file
    FOR EACH ROW EXECUTE FUNCTION refuse_unordered_erasure();
ALTER TABLE log_entry ENABLE ALWAYS TRIGGER only_grows;
ALTER TABLE erasure ENABLE ALWAYS TRIGGER only_grows;
ALTER TABLE case_file ENABLE ALWAYS TRIGGER only_grows;
ALTER TABLE case_file ENABLE ALWAYS TRIGGER erased_by_order;

CREATE TRIGGER durable BEFORE INSERT ON log_entry FOR EACH STATEMENT EXECUTE FUNCTION commit_durably();
CREATE TRIGGER in_turn BEFORE INSERT ON log_entry FOR EACH STATEMENT EXECUTE FUNCTION append_in_turn();
