ALTER TABLE log_entry ADD CONSTRAINT log_entry_decision_key UNIQUE (decision);
CREATE INDEX log_entry_by_outcome ON log_entry (outcome, entry);
CREATE INDEX log_entry_by_ground ON log_entry USING gin (grounds);
CREATE INDEX log_entry_by_filing ON log_entry (filed_on, entry);

-- A reference may be longer than a btree entry (2704 bytes), its md5 is not; queries compare both.
CREATE INDEX case_file_by_reference ON case_file (md5(reference), entry);
CREATE INDEX case_file_by_sender ON case_file (sender, entry);
