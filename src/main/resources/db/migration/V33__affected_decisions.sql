-- The decisions recorded before a publication that its law would have made otherwise. They are found in the background, part by part.

CREATE TABLE affected_list (
    publication   bigint PRIMARY KEY,
    looked_at     bigint NOT NULL DEFAULT 0,
    listed        bigint NOT NULL DEFAULT 0,
    undecided     bigint NOT NULL DEFAULT 0,
    claimed_until timestamptz
);
COMMENT ON TABLE affected_list IS
    'The list of decisions that a publication of a draft affects. publication: its entry. looked_at: the decisions up to this entry are known; the one before the '
    'publication: all are. listed: number of decisions on the list. undecided: number of decisions to which the law of the publication gives no verdict. '
    'claimed_until: until then one service looks at the next part, and others leave it alone.';

CREATE TABLE affected_decision (
    publication bigint NOT NULL REFERENCES affected_list (publication),
    entry       bigint NOT NULL,
    change      text NOT NULL,
    PRIMARY KEY (publication, entry)
);
CREATE INDEX affected_decision_by_entry ON affected_decision (entry);
ALTER TABLE affected_decision ALTER COLUMN change SET STATISTICS 0;
COMMENT ON TABLE affected_decision IS
    'A decision of such a list: a JSON object, with the rules that made the difference. entry: of the decision. Removed with the case file.';

CREATE FUNCTION begin_affected_list() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    INSERT INTO affected_list (publication) VALUES (NEW.entry);
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION begin_affected_list() IS 'Begins the list of a publication of a draft, in the transaction that publishes.';

CREATE TRIGGER affects AFTER INSERT ON log_entry
    FOR EACH ROW WHEN (NEW.kind = 'publication' AND strpos(NEW.statement, E'\ndraft ') > 0) EXECUTE FUNCTION begin_affected_list();

CREATE OR REPLACE FUNCTION remove_cases(cases bigint[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    emptied integer[] := '{}';
BEGIN
    DELETE FROM idempotency_key WHERE decision IN (SELECT log_entry.decision FROM log_entry WHERE log_entry.entry = ANY (cases));
    DELETE FROM scheduled_tasks WHERE task_instance = ANY (cases::text[]) AND task_name LIKE 'hand-over-%';
    DELETE FROM hand_over WHERE hand_over.entry = ANY (cases);
    DELETE FROM personal_text WHERE personal_text.entry = ANY (cases);
    DELETE FROM dossier_decision WHERE decision IN (SELECT log_entry.decision FROM log_entry WHERE log_entry.entry = ANY (cases));
    WITH gone AS (DELETE FROM affected_decision WHERE affected_decision.entry = ANY (cases) RETURNING publication)
    UPDATE affected_list SET listed = listed - number
    FROM (SELECT publication, count(*) AS number FROM gone GROUP BY publication) AS gone WHERE gone.publication = affected_list.publication;
    FOR i IN 1 .. cardinality(cases) LOOP
        UPDATE feature_block SET entries = set_bit(entries, (cases[i] % 1024)::integer, 0)
        WHERE feature IN (SELECT id FROM feature WHERE kind IN ('rule', 'fact', 'submitter')) AND block = cases[i] / 1024
            AND get_bit(entries, (cases[i] % 1024)::integer) = 1;
        WITH gone AS (
            DELETE FROM feature_block
            WHERE feature IN (SELECT id FROM feature WHERE kind IN ('rule', 'fact', 'submitter')) AND block = cases[i] / 1024 AND bit_count(entries) = 0
            RETURNING feature)
        SELECT emptied || coalesce(array_agg(feature), '{}') INTO emptied FROM gone;
    END LOOP;
    DELETE FROM feature WHERE id = ANY (emptied) AND NOT EXISTS (SELECT FROM feature_block WHERE feature_block.feature = feature.id);
    DELETE FROM case_file WHERE case_file.entry = ANY (cases);
END
$$;
COMMENT ON FUNCTION remove_cases(bigint[]) IS
    'Removes case files, with what else was kept of them: idempotency keys, hand-overs, search terms, places in dossiers and lists, features. A feature that no '
    'case file has any more is removed with its name.';
