-- What a case said is kept at fewer places, and its erasure reaches all of them. A hold cannot be lost, and leaves a trace. An order says its reason.

-- Functions that run with the rights of the owner must find the functions of the system, and no others. PostgreSQL before version 15 lets everybody create
-- functions in this schema.
DO $$
BEGIN
    REVOKE CREATE ON SCHEMA public FROM PUBLIC;
EXCEPTION WHEN insufficient_privilege THEN
    RAISE WARNING 'Only the owner of the schema public can run REVOKE CREATE ON SCHEMA public FROM PUBLIC.';
END
$$;

-- Features were also taken from texts of fields that became codes later. All are taken anew.
TRUNCATE feature_block, feature RESTART IDENTITY;
UPDATE feature_fill SET filled = 0;
ALTER TABLE feature ALTER COLUMN name TYPE text, ALTER COLUMN name SET STATISTICS 0;

CREATE TABLE dossier_decision (
    draft    uuid NOT NULL,
    version  integer NOT NULL,
    place    integer NOT NULL,
    decision uuid NOT NULL,
    change   text NOT NULL,
    PRIMARY KEY (draft, version, place),
    FOREIGN KEY (draft, version) REFERENCES dossier (draft, version)
);
CREATE INDEX dossier_decision_by_decision ON dossier_decision (decision);
ALTER TABLE dossier_decision ALTER COLUMN change SET STATISTICS 0;
COMMENT ON TABLE dossier_decision IS
    'The decisions that a draft would change, as its dossier lists them: each a JSON object, with the rules that made the difference. Removed with the case file.';

INSERT INTO dossier_decision (draft, version, place, decision, change)
    SELECT draft, version, place, decision, change
    FROM (SELECT draft, version, place, (each ->> 'decision')::uuid AS decision, each::text AS change
        FROM dossier, json_array_elements(CASE WHEN json_typeof(content::json -> 'impact' -> 'decisions') = 'array'
            THEN content::json -> 'impact' -> 'decisions' ELSE '[]' END) WITH ORDINALITY AS listed (each, place)) AS listed
    WHERE EXISTS (SELECT FROM log_entry JOIN case_file USING (entry) WHERE log_entry.decision = listed.decision);
UPDATE dossier SET content = replace(content, '"decisions":' || (content::json -> 'impact' -> 'decisions')::text, '"decisions":[]')
    WHERE json_typeof(content::json -> 'impact' -> 'decisions') = 'array';

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
    'Removes case files, with what else was kept of them: idempotency keys, hand-overs, search terms, places in dossiers, features. A feature that no case file '
    'has any more is removed with its name.';

-- What people write as a reason may name a person after all. The owner of the tables can change a reason, and nothing else.
ALTER TABLE erasure ADD COLUMN reason text NOT NULL DEFAULT '';
COMMENT ON COLUMN erasure.reason IS 'Why, in the words of the officer; empty: not said. The entry of the log does not say it.';
DROP TRIGGER only_grows ON erasure;
CREATE TRIGGER only_grows BEFORE UPDATE OF erased, entry, ordered_by OR DELETE OR TRUNCATE ON erasure
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE erasure ENABLE ALWAYS TRIGGER only_grows;

CREATE TABLE hold_step (
    number  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    entry   bigint NOT NULL,
    kind    text NOT NULL CHECK (kind IN ('placed', 'released')),
    at      timestamptz NOT NULL,
    officer text,
    basis   text,
    reason  text NOT NULL,
    CHECK ((kind = 'placed') = (basis IS NOT NULL))
);
CREATE INDEX hold_step_by_entry ON hold_step (entry, number);
COMMENT ON TABLE hold_step IS
    'Who placed and released legal holds, when and why. officer is null for holds of earlier versions; reason is empty if it was not said. Only grows; a row '
    'changes legal_hold.';
INSERT INTO hold_step (entry, kind, at, basis, reason) SELECT entry, 'placed', placed_at, basis, '' FROM legal_hold ORDER BY placed_at;

CREATE FUNCTION keep_hold() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NEW.kind = 'placed' THEN
        INSERT INTO legal_hold (entry, placed_at, basis) VALUES (NEW.entry, NEW.at, NEW.basis) ON CONFLICT (entry) DO NOTHING;
    ELSE
        DELETE FROM legal_hold WHERE legal_hold.entry = NEW.entry;
        IF NOT FOUND THEN
            RETURN NULL; -- another release came first
        END IF;
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION keep_hold() IS 'Places or ends the legal hold that a step says. Runs with the rights of the owner: nobody else changes legal_hold.';

CREATE FUNCTION require_case_to_hold() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('kz.sheshim.erasure'));
    IF NOT EXISTS (SELECT FROM case_file WHERE case_file.entry = NEW.entry) THEN
        RAISE EXCEPTION 'there is no case file to hold' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION require_case_to_hold() IS 'Waits for erasures, and refuses a hold of what they have erased.';

CREATE TRIGGER keeps_hold BEFORE INSERT ON hold_step FOR EACH ROW EXECUTE FUNCTION keep_hold();
CREATE TRIGGER only_grows BEFORE UPDATE OF number, entry, kind, at, officer, basis OR DELETE OR TRUNCATE ON hold_step
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER requires_case BEFORE INSERT ON legal_hold FOR EACH ROW EXECUTE FUNCTION require_case_to_hold();
ALTER TABLE hold_step ENABLE ALWAYS TRIGGER only_grows;

DROP FUNCTION erase_cases(bigint[], text[], timestamptz, text);
CREATE FUNCTION erase_cases(cases bigint[], statements text[], moment timestamptz, officer text, why text) RETURNS TABLE (erased bigint, entry bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
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
            INSERT INTO erasure (erased, entry, ordered_by, reason) SELECT case_entry, number, officer, why FROM ordered
            RETURNING erasure.erased, erasure.entry)
        SELECT linked.erased, linked.entry FROM linked;
    PERFORM remove_cases(cases);
END
$$;
COMMENT ON FUNCTION erase_cases(bigint[], text[], timestamptz, text, text) IS
    'Erases case files, with what else was kept of them. Takes the entries of the cases, for each the statement of its erasure, and who ordered it, and why.';
REVOKE EXECUTE ON FUNCTION erase_cases(bigint[], text[], timestamptz, text, text) FROM PUBLIC;

CREATE OR REPLACE FUNCTION erase_again(after bigint, most integer, OUT last bigint, OUT removed integer)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    back bigint[];
BEGIN
    SELECT max(next.erased), coalesce(array_agg(next.erased) FILTER (WHERE case_file.entry IS NOT NULL), '{}') INTO last, back
    FROM (SELECT erased FROM erasure WHERE erased > after ORDER BY erased LIMIT most) AS next
        LEFT JOIN case_file ON case_file.entry = next.erased;
    removed := cardinality(back);
    IF removed > 0 THEN
        PERFORM pg_advisory_xact_lock(hashtext('kz.sheshim.erasure'));
        INSERT INTO hold_step (entry, kind, at, officer, reason)
            SELECT legal_hold.entry, 'released', clock_timestamp(), 'sheshim:restored-database', '' FROM legal_hold WHERE legal_hold.entry = ANY (back);
        PERFORM remove_cases(back);
    END IF;
END
$$;
