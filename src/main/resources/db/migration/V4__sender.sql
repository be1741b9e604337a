-- Who may read only what he sent himself is shown nothing else, so the log says who that was.
ALTER TABLE decision ADD COLUMN sender text NOT NULL DEFAULT '';
COMMENT ON COLUMN decision.sender IS
    'Who posted the application: the owner of the API key, or the principal of the token; empty for decisions from before this column.';

CREATE INDEX decision_by_sender ON decision (sender, entry);
