-- Changes of the law on their way into force: ordinary data, which is edited. What counts in law is the entry of a publication (V20).

CREATE TABLE draft (
    id        uuid PRIMARY KEY,
    title     text NOT NULL,
    opened_at timestamptz NOT NULL,
    base      text NOT NULL,
    state     text NOT NULL,
    due       timestamptz,
    entry     bigint
);
CREATE INDEX draft_by_state ON draft (state);
COMMENT ON TABLE draft IS 'A change of the law: the revision that it changes, and where it is on its way. entry is its publication.';

CREATE TABLE draft_version (
    draft        uuid NOT NULL REFERENCES draft (id),
    number       integer NOT NULL CHECK (number > 0),
    author       text NOT NULL,
    at           timestamptz NOT NULL,
    revision     text,
    errors       integer NOT NULL,
    changes_code boolean NOT NULL,
    PRIMARY KEY (draft, number)
);
COMMENT ON TABLE draft_version IS 'What was uploaded at once. revision is null if the files cannot be read.';

CREATE TABLE draft_file (
    draft   uuid NOT NULL,
    version integer NOT NULL,
    path    text NOT NULL,
    content bytea NOT NULL,
    PRIMARY KEY (draft, version, path),
    FOREIGN KEY (draft, version) REFERENCES draft_version (draft, number)
);
COMMENT ON TABLE draft_file IS 'All files of a version.';

CREATE TABLE draft_step (
    draft    uuid NOT NULL REFERENCES draft (id),
    number   integer NOT NULL CHECK (number > 0),
    kind     text NOT NULL,
    person   text NOT NULL,
    key      uuid,
    at       timestamptz NOT NULL,
    revision text,
    text     text NOT NULL,
    PRIMARY KEY (draft, number)
);
COMMENT ON TABLE draft_step IS 'What people did with a draft: comments, the proposal, approvals, and how it ended. key is the API key that was used.';

CREATE TABLE dossier (
    draft   uuid NOT NULL,
    version integer NOT NULL,
    base    text NOT NULL,
    made_at timestamptz NOT NULL,
    maker   text NOT NULL,
    errors  integer NOT NULL,
    content text NOT NULL,
    PRIMARY KEY (draft, version),
    FOREIGN KEY (draft, version) REFERENCES draft_version (draft, number)
);
COMMENT ON TABLE dossier IS 'What an approver must know of a version of a draft on one base, as JSON. Made again when the base or the service changes.';
