-- What the role of the service may do. Where it is another role than the owner of the tables, it can add to the record and cannot change it.
DO $$
DECLARE
    service text := CASE WHEN '${service}' = '-' THEN current_user ELSE '${service}' END;
BEGIN
    EXECUTE format('GRANT SELECT, INSERT ON log_entry, case_file, personal_text, revision, revision_file, tree_run, tree_tile, checkpoint, cosignature TO %I', service);
    EXECUTE format('GRANT SELECT ON erasure, legal_hold TO %I', service);
    EXECUTE format('GRANT EXECUTE ON FUNCTION erase_cases, erase_again TO %I', service);
    EXECUTE format('GRANT SELECT, INSERT ON hold_step TO %I', service);
    IF service <> current_user THEN
        EXECUTE format('REVOKE INSERT, DELETE ON legal_hold FROM %I', service);
    END IF;
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON tree_edge, api_key, api_key_use, personal_search, feature, feature_block, feature_fill TO %I', service);
    EXECUTE format('GRANT SELECT, INSERT ON draft_version, draft_file, draft_step TO %I', service);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON draft, dossier, affected_list TO %I', service);
    EXECUTE format('GRANT SELECT, INSERT ON affected_decision TO %I', service);
    EXECUTE format('GRANT SELECT, INSERT, DELETE ON dossier_decision TO %I', service);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON idempotency_key, hand_over, law_destination, law_event, scheduled_tasks, due_publication, session, background_run TO %I', service);
END
$$;
