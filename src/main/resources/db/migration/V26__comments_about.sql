-- A comment can be about one row or one case of a draft.
ALTER TABLE draft_step ADD COLUMN about text;
COMMENT ON COLUMN draft_step.about IS 'The row (table/rule) or the case (table: situation) that a comment is about; null: no single one.';

COMMENT ON TABLE dossier IS 'What an approver must know of a version of a draft on one base, as JSON. Made again when the base or the service changes, until the draft is decided.';
