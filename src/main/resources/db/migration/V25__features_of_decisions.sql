-- Decisions are searched and counted by features: a rule that matched, a code that the application states, the submitter, the outcome, a ground.
-- For each feature and each 1,024 entries there are 1,024 bits, one for each entry. Filled in the background, so recording pays for no further index.

CREATE TABLE feature (
    id   integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('rule', 'fact', 'submitter', 'outcome', 'ground')),
    name text NOT NULL,
    UNIQUE (kind, name)
);
COMMENT ON TABLE feature IS 'What decisions have in common. A fact is the path of a field and its code, such as application.channel=portal.';

CREATE TABLE feature_block (
    feature integer NOT NULL REFERENCES feature (id),
    block   bigint NOT NULL,
    entries bit(1024) NOT NULL,
    PRIMARY KEY (feature, block)
) WITH (fillfactor = 90);
COMMENT ON TABLE feature_block IS
    'Which entries have a feature: bit n of block b stands for entry 1024 b + n. The bits of an erased case file are removed, except outcome and grounds.';

CREATE TABLE feature_fill (
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    filled bigint NOT NULL
);
INSERT INTO feature_fill (filled) VALUES (0);
COMMENT ON TABLE feature_fill IS 'One row: the last entry whose features are in feature_block.';

CREATE OR REPLACE FUNCTION remove_cases(cases bigint[]) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    DELETE FROM idempotency_key WHERE decision IN (SELECT log_entry.decision FROM log_entry WHERE log_entry.entry = ANY (cases));
    DELETE FROM scheduled_tasks WHERE task_instance = ANY (cases::text[]) AND task_name LIKE 'hand-over-%';
    DELETE FROM hand_over WHERE hand_over.entry = ANY (cases);
    DELETE FROM personal_text WHERE personal_text.entry = ANY (cases);
    FOR i IN 1 .. cardinality(cases) LOOP
        UPDATE feature_block SET entries = set_bit(entries, (cases[i] % 1024)::integer, 0)
        WHERE feature IN (SELECT id FROM feature WHERE kind IN ('rule', 'fact', 'submitter')) AND block = cases[i] / 1024
            AND get_bit(entries, (cases[i] % 1024)::integer) = 1;
    END LOOP;
    DELETE FROM case_file WHERE case_file.entry = ANY (cases);
END
$$;
COMMENT ON FUNCTION remove_cases(bigint[]) IS
    'Removes case files, with the idempotency keys, hand-overs, search terms and features of their decisions.';
