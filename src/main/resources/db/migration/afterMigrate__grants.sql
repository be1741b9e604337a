-- What the role of the service may do. Where it is another role than the owner of the tables, it can add to the record and cannot change it.
GRANT SELECT, INSERT ON log_entry, case_file, revision, revision_file, tree_run, tree_tile, checkpoint, cosignature TO "${service}";
GRANT SELECT ON erasure TO "${service}";
GRANT EXECUTE ON FUNCTION erase_cases TO "${service}";
GRANT SELECT, INSERT, DELETE ON legal_hold TO "${service}";
GRANT SELECT, INSERT, UPDATE ON tree_edge, api_key TO "${service}";
GRANT SELECT, INSERT, UPDATE, DELETE ON idempotency_key, hand_over, scheduled_tasks TO "${service}";
