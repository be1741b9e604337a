-- Events of the law on their way outside: the steps of drafts, and publications. The database writes them itself, in the transaction that makes the step, whoever
-- makes it: a person over REST, or an append that comes after the moment of a publication.

CREATE TABLE law_destination (
    name  text PRIMARY KEY,
    kinds text[] NOT NULL
);
COMMENT ON TABLE law_destination IS 'The destinations that receive events of the law, and which kinds. Each start of a service copies it from its settings.';

CREATE TABLE law_event (
    number   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id       uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
    kind     text NOT NULL CHECK
        (kind IN ('proposed', 'reopened', 'approved', 'rejected', 'withdrawn', 'voided', 'published', 'rolled-back')),
    at       timestamptz NOT NULL,
    draft    text,
    title    text,
    revision text,
    replaces text,
    person   text,
    due      timestamptz,
    entry    bigint,
    way      text
);
COMMENT ON TABLE law_event IS
    'One event of the law that a destination receives. Events of one draft, and publications, get their numbers in the order in which they happened: each '
    'holds a lock until it is committed. replaces: the revision in force that the draft changes or the publication replaced. entry, way: of the publication. '
    'Removed with the last of its hand-overs.';

ALTER TABLE hand_over
    ALTER COLUMN entry DROP NOT NULL,
    ALTER COLUMN action DROP NOT NULL,
    ADD COLUMN law_event bigint REFERENCES law_event (number),
    ADD UNIQUE (law_event, destination),
    ADD CHECK (num_nonnulls(entry, law_event) = 1 AND (entry IS NULL) = (action IS NULL));
COMMENT ON TABLE hand_over IS
    'One event on its way to one destination a row: an action of a decision (entry), or an event of the law (law_event). place: of the action in the verdict, from '
    '1. application: a hash of sender and reference; what has the same one is handed over in the order of entry and place. All events of the law have the same one, '
    'and are handed over in the order of their numbers. attempts, failing_since, next_attempt: of failures since it was first tried or tried anew. settled_at: when '
    'it was delivered or abandoned.';

DROP INDEX hand_over_unsettled;
CREATE INDEX hand_over_unsettled ON hand_over (destination, application, coalesce(entry, law_event)) WHERE state IN ('waiting', 'dead');

CREATE FUNCTION tell_of_law(told law_event) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM law_destination WHERE told.kind = ANY (kinds)) THEN
        RETURN;
    END IF;
    INSERT INTO law_event (kind, at, draft, title, revision, replaces, person, due, entry, way)
        VALUES (told.kind, told.at, told.draft, told.title, told.revision, told.replaces, told.person, told.due, told.entry, told.way)
        RETURNING number INTO told.number;
    INSERT INTO hand_over (law_event, place, destination, application)
        SELECT told.number, 1, name, md5('law')::uuid FROM law_destination WHERE told.kind = ANY (kinds) ORDER BY name;
    INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version)
        SELECT 'hand-over-' || name, 'law-' || told.number, clock_timestamp(), false, 1 FROM law_destination WHERE told.kind = ANY (kinds);
END
$$;
COMMENT ON FUNCTION tell_of_law(law_event) IS 'Puts an event of the law into the outbox, for each destination that takes it; without one, nothing is stored.';

CREATE FUNCTION tell_state_of_draft() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    version draft_version;
    step    draft_step;
    told    law_event;
BEGIN
    SELECT * INTO version FROM draft_version WHERE draft = NEW.id ORDER BY number DESC LIMIT 1;
    SELECT * INTO step FROM draft_step WHERE draft = NEW.id ORDER BY number DESC LIMIT 1;
    IF NEW.state = 'draft' THEN
        told.kind := 'reopened';
        told.at := version.at;
        told.person := version.author;
    ELSIF NEW.state = 'approved' AND step.kind = 'emergency' THEN
        RETURN NULL; -- nobody has approved it; its publication says so
    ELSE
        told.kind := CASE WHEN OLD.state = 'approved' AND NEW.state = 'proposed' THEN 'voided' ELSE NEW.state END;
        told.at := step.at;
        told.person := step.person;
    END IF;
    told.draft := NEW.id::text;
    told.title := NEW.title;
    told.revision := version.revision;
    told.replaces := NEW.base;
    told.due := NEW.due;
    PERFORM tell_of_law(told);
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION tell_state_of_draft() IS
    'Tells that a draft has another state. Runs at the end of the transaction, when its version or step is there too. That it is in force, its entry tells.';

CREATE CONSTRAINT TRIGGER told AFTER UPDATE ON draft DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (OLD.state <> NEW.state AND NEW.state <> 'in-force') EXECUTE FUNCTION tell_state_of_draft();

CREATE FUNCTION tell_publication() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    told law_event;
BEGIN
    told.kind := CASE
        WHEN EXISTS (SELECT FROM log_entry WHERE kind = 'publication' AND revision = NEW.revision AND entry < NEW.entry) THEN 'rolled-back'
        ELSE 'published'
    END;
    told.at := NEW.at;
    told.draft := substring(NEW.statement FROM '\ndraft ([^\n]*)');
    told.title := (SELECT title FROM draft WHERE id::text = told.draft);
    told.revision := NEW.revision;
    told.replaces := substring(NEW.statement FROM '\nreplaced ([^\n]*)');
    told.entry := NEW.entry;
    told.way := substring(NEW.statement FROM '\nway ([^\n]*)');
    PERFORM tell_of_law(told);
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION tell_publication() IS 'Tells that a revision is in force: a new one, or one that was in force before.';

CREATE TRIGGER told AFTER INSERT ON log_entry FOR EACH ROW WHEN (NEW.kind = 'publication') EXECUTE FUNCTION tell_publication();
