-- Case files are found by personal texts in them, such as the number of a document, without a scan of all applications and without the texts themselves.

ALTER TABLE case_file ADD COLUMN terms bigint[];
COMMENT ON COLUMN case_file.terms IS
    'What the case file is found by: for each personal text the first 8 bytes of an HMAC-SHA256 of its field and its normalised value. The key is not in the '
    'database. Case files of earlier versions have none; their terms are in personal_text only.';

CREATE TABLE personal_text (
    term  bigint NOT NULL,
    entry bigint NOT NULL,
    PRIMARY KEY (term, entry)
);
CREATE INDEX personal_text_by_entry ON personal_text (entry);
COMMENT ON TABLE personal_text IS
    'The terms of case files, to search by. Filled in the background, so that recording does not wait for two more indexes; removed with the case file.';

CREATE TABLE personal_search (
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    mark   bigint NOT NULL,
    last   bigint NOT NULL,
    filled bigint NOT NULL
);
COMMENT ON TABLE personal_search IS
    'One row: mark tells the key of the terms from others. Case files up to entry last were recorded without terms, or under another key; those up to filled '
    'are in personal_text. To change the key, stop all services and truncate both tables: the next start fills them again.';

CREATE OR REPLACE FUNCTION remove_cases(cases bigint[]) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    DELETE FROM idempotency_key WHERE decision IN (SELECT log_entry.decision FROM log_entry WHERE log_entry.entry = ANY (cases));
    DELETE FROM scheduled_tasks WHERE task_instance = ANY (cases::text[]) AND task_name LIKE 'hand-over-%';
    DELETE FROM hand_over WHERE hand_over.entry = ANY (cases);
    DELETE FROM personal_text WHERE personal_text.entry = ANY (cases);
    DELETE FROM case_file WHERE case_file.entry = ANY (cases);
END
$$;
COMMENT ON FUNCTION remove_cases(bigint[]) IS 'Removes case files, with the idempotency keys, hand-overs and search terms of their decisions.';

-- ANALYZE keeps examples of the values of columns, where no erasure would find them. To state the type of a column again removes what was kept so far.
-- Nothing is rewritten; the queries on these columns follow an index that also gives their order.
ALTER TABLE case_file
    ALTER COLUMN sender TYPE text, ALTER COLUMN sender SET STATISTICS 0,
    ALTER COLUMN reference TYPE text, ALTER COLUMN reference SET STATISTICS 0,
    ALTER COLUMN received TYPE text, ALTER COLUMN received SET STATISTICS 0,
    ALTER COLUMN read TYPE text, ALTER COLUMN read SET STATISTICS 0,
    ALTER COLUMN verdict TYPE text, ALTER COLUMN verdict SET STATISTICS 0,
    ALTER COLUMN ground_cells TYPE text[], ALTER COLUMN ground_cells SET STATISTICS 0,
    ALTER COLUMN secret TYPE bytea, ALTER COLUMN secret SET STATISTICS 0,
    ALTER COLUMN terms SET STATISTICS 0;
ALTER INDEX case_file_by_reference ALTER COLUMN 1 SET STATISTICS 0;
ALTER TABLE idempotency_key
    ALTER COLUMN sender TYPE text COLLATE "C", ALTER COLUMN sender SET STATISTICS 0,
    ALTER COLUMN key TYPE text COLLATE "C", ALTER COLUMN key SET STATISTICS 0,
    ALTER COLUMN fingerprint TYPE text, ALTER COLUMN fingerprint SET STATISTICS 0;
ALTER TABLE hand_over
    ALTER COLUMN application TYPE uuid, ALTER COLUMN application SET STATISTICS 0,
    ALTER COLUMN failure TYPE text, ALTER COLUMN failure SET STATISTICS 0;
ALTER TABLE personal_text ALTER COLUMN term SET STATISTICS 0;
