-- The keys of machines. A key itself is kept nowhere: only its SHA-256, from which it cannot be found again.

CREATE TABLE api_key (
    id         uuid PRIMARY KEY,
    hash       text NOT NULL UNIQUE CHECK (hash ~ '^[0-9a-f]{64}$'),
    owner      text NOT NULL,
    roles      text[] NOT NULL CHECK (cardinality(roles) > 0),
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz
);
COMMENT ON TABLE api_key IS
    'Every API key that was ever made: whose it is, what it opens, until when. Keys are revoked, never removed, so it stays known who could do what.';

CREATE FUNCTION refuse_other_change_of_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.revoked_at IS NULL AND NEW.revoked_at IS NOT NULL
        AND (NEW.id, NEW.hash, NEW.owner, NEW.roles, NEW.created_at, NEW.expires_at)
            = (OLD.id, OLD.hash, OLD.owner, OLD.roles, OLD.created_at, OLD.expires_at) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION '% of table % is refused: a key can only be revoked, once', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END
$$;
COMMENT ON FUNCTION refuse_other_change_of_key() IS 'Refuses every change of a key but its revocation.';

CREATE TRIGGER only_revoked BEFORE UPDATE OR DELETE ON api_key
    FOR EACH ROW EXECUTE FUNCTION refuse_other_change_of_key();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON api_key
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_other_change_of_key();
ALTER TABLE api_key ENABLE ALWAYS TRIGGER only_revoked;
ALTER TABLE api_key ENABLE ALWAYS TRIGGER never_emptied;
