-- A comment can be about one row or one case of a draft.
ALTER TABLE draft_step ADD COLUMN about text;
COMMENT ON COLUMN draft_step.about IS 'The row (table/rule) or the case (table: situation) that a comment is about; null: no single one.';
