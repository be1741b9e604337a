-- A delivery says itself when it is looked at; one service at a time delivers to a destination. It was a task of db-scheduler for each decision and destination.

ALTER TABLE hand_over ADD COLUMN look_at timestamptz NOT NULL DEFAULT now();
UPDATE hand_over SET look_at = next_attempt WHERE next_attempt IS NOT NULL;
COMMENT ON TABLE hand_over IS
    'One event on its way to one destination a row: an action of a decision (entry), or an event of the law (law_event). place: of the action in the verdict, from '
    '1. application: a hash of sender and reference; what has the same one is handed over in the order of entry and place. All events of the law have the same one, '
    'and are handed over in the order of their numbers. attempts, failing_since, next_attempt: of failures since it was first tried or tried anew. look_at: when a '
    'waiting one is looked at; later, if it failed or has to wait for an earlier one. settled_at: when it was delivered or abandoned.';
CREATE INDEX hand_over_due ON hand_over (destination, look_at, number) WHERE state = 'waiting';

DELETE FROM scheduled_tasks WHERE task_name LIKE 'hand-over-%';
COMMENT ON TABLE scheduled_tasks IS 'Belongs to db-scheduler; what is done again and again, when next, and which service does it now.';

CREATE OR REPLACE FUNCTION tell_of_law(told law_event) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM law_destination WHERE told.kind = ANY (kinds)) THEN
        RETURN;
    END IF;
    INSERT INTO law_event (kind, at, draft, title, revision, replaces, person, due, entry, way)
        VALUES (told.kind, told.at, told.draft, told.title, told.revision, told.replaces, told.person, told.due, told.entry, told.way)
        RETURNING number INTO told.number;
    INSERT INTO hand_over (law_event, place, destination, application)
        SELECT told.number, 1, name, md5('law')::uuid FROM law_destination WHERE told.kind = ANY (kinds) ORDER BY name;
END
$$;

CREATE OR REPLACE FUNCTION remove_cases(cases bigint[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    emptied integer[] := '{}';
BEGIN
    DELETE FROM idempotency_key WHERE decision IN (SELECT log_entry.decision FROM log_entry WHERE log_entry.entry = ANY (cases));
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
