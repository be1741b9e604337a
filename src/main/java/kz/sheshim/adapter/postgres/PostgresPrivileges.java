package kz.sheshim.adapter.postgres;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Optional;
import javax.sql.DataSource;

/** What the role of the service may do with the tables of the log beyond adding to them. */
public final class PostgresPrivileges {
    /**
     * A privilege on one column is as good as one on the table. Who is a member of the role of the owner, or may make itself one, can do what the owner can; so
     * can a role that may run programs or write files on the host of the database. Functions in the schema would be found by functions of the owner.
     */
    private static final String EXCESS =
            """
            SELECT string_agg(excess, ', ' ORDER BY excess) FROM (
                SELECT privilege || ' on ' || name
                FROM unnest(ARRAY['log_entry', 'case_file', 'personal_text', 'erasure', 'hold_step', 'legal_hold', 'revision', 'revision_file', 'tree_run',
                        'tree_tile', 'checkpoint', 'cosignature']) AS name,
                    unnest(ARRAY['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER']) AS privilege
                WHERE CASE
                    WHEN privilege = 'INSERT' THEN name IN ('erasure', 'legal_hold') AND has_any_column_privilege(name, privilege)
                    WHEN privilege = 'UPDATE' THEN has_any_column_privilege(name, privilege)
                    ELSE has_table_privilege(name, privilege) END
                UNION ALL
                SELECT 'EXECUTE on remove_cases' WHERE has_function_privilege('remove_cases(bigint[])', 'EXECUTE')
                UNION ALL
                SELECT 'CREATE on schema ' || nspname
                FROM pg_namespace WHERE oid = (SELECT relnamespace FROM pg_class WHERE oid = 'log_entry'::regclass) AND has_schema_privilege(oid, 'CREATE')
                UNION ALL
                SELECT 'membership in ' || rolname
                FROM pg_roles
                WHERE (oid = (SELECT relowner FROM pg_class WHERE oid = 'log_entry'::regclass)
                        OR rolname IN ('pg_execute_server_program', 'pg_write_server_files'))
                    AND rolname <> current_user AND pg_has_role(oid, 'MEMBER')
                UNION ALL
                SELECT attribute FROM pg_roles, LATERAL (VALUES ('SUPERUSER', rolsuper), ('CREATEROLE', rolcreaterole)) AS has (attribute, yes)
                WHERE rolname = current_user AND yes) AS found (excess)
            """;

    private PostgresPrivileges() {}

    /** The privileges of the role of the service that it should not have; empty if it can only add. */
    public static Optional<String> ofService(DataSource database) {
        return new Transactions(database).read(connection -> {
            try (PreparedStatement select = Transactions.prepare(connection, EXCESS);
                    ResultSet row = select.executeQuery()) {
                row.next();
                return Optional.ofNullable(row.getString(1));
            }
        });
    }
}
