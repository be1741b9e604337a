-- The Merkle tree over all entries (C2SP tlog-tiles, hashing of RFC 6962). It follows from the statements of the entries and can be computed again;
-- the checkpoints cannot, they are signed.

CREATE TABLE tree_run (
    index  bigint PRIMARY KEY CHECK (index >= 0),
    entry  bigint NOT NULL UNIQUE,
    length integer NOT NULL CHECK (length > 0)
);
COMMENT ON TABLE tree_run IS
    'Where entries stand in the tree: entries entry, entry + 1, ... of this length are the leaves index, index + 1, ... Gaps between numbers of entries are '
    'no gaps in the tree. Only grows.';

CREATE TABLE tree_tile (
    level  smallint NOT NULL CHECK (level >= 0),
    number bigint NOT NULL CHECK (number >= 0),
    hashes bytea NOT NULL CHECK (length(hashes) = 8192),
    PRIMARY KEY (level, number)
);
-- Hashes cannot be compressed
ALTER TABLE tree_tile ALTER COLUMN hashes SET STORAGE EXTERNAL;
COMMENT ON TABLE tree_tile IS 'The full tiles: 256 hashes each. Only grows.';

CREATE TABLE tree_edge (
    level  smallint PRIMARY KEY CHECK (level >= 0),
    number bigint NOT NULL CHECK (number >= 0),
    hashes bytea NOT NULL CHECK (length(hashes) < 8192)
);
ALTER TABLE tree_edge ALTER COLUMN hashes SET STORAGE EXTERNAL;
COMMENT ON TABLE tree_edge IS 'The last tile of each level, while it is not full. Replaced as the tree grows.';

CREATE TABLE checkpoint (
    size bigint PRIMARY KEY CHECK (size >= 0),
    root bytea NOT NULL CHECK (length(root) = 32),
    note text NOT NULL
);
COMMENT ON TABLE checkpoint IS 'The signed sizes and roots of the tree (C2SP tlog-checkpoint). Only grows.';

CREATE TABLE cosignature (
    size bigint NOT NULL REFERENCES checkpoint (size),
    line text NOT NULL,
    PRIMARY KEY (size, line)
);
COMMENT ON TABLE cosignature IS 'The signatures of witnesses on checkpoints (C2SP tlog-cosignature), each a line of the note. Only grows.';

CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON tree_run
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON tree_tile
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON checkpoint
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON cosignature
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE tree_run ENABLE ALWAYS TRIGGER only_grows;
ALTER TABLE tree_tile ENABLE ALWAYS TRIGGER only_grows;
ALTER TABLE checkpoint ENABLE ALWAYS TRIGGER only_grows;
ALTER TABLE cosignature ENABLE ALWAYS TRIGGER only_grows;

-- A checkpoint that somebody has seen may not be lost
CREATE TRIGGER durable BEFORE INSERT ON checkpoint FOR EACH STATEMENT EXECUTE FUNCTION commit_durably();

CREATE INDEX log_entry_keys ON log_entry (entry) WHERE kind = 'key';
