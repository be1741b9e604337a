-- Rows of a table move without changing what it means, so the revision does not say where a rule stood.
ALTER TABLE decision ADD COLUMN ground_cells text[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN decision.ground_cells IS
    'Where the rule behind each ground of the verdict stood in the workbooks when it was decided, in the order of the grounds; '
    'empty for decisions from before this column.';
