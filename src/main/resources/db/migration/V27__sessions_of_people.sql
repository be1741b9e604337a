-- Somebody whom an OpenID provider signed in has no key: the session holds who it is and the roles of that moment.

ALTER TABLE session
    ALTER COLUMN key DROP NOT NULL,
    ADD COLUMN subject text,
    ADD COLUMN name text,
    ADD COLUMN roles text[],
    ADD CHECK (num_nonnulls(subject, name, roles) = CASE WHEN key IS NULL THEN 3 ELSE 0 END);
COMMENT ON TABLE session IS
    'Who works in a browser now: the API key that the session stands for, or a person whom an OpenID provider signed in. A row is removed when the session ends.';
