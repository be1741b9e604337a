package kz.sheshim.adapter.postgres;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Optional;
import javax.sql.DataSource;

/** What the role of the service may do with the tables of the log beyond adding to them. */
public final class PostgresPrivileges {
    private static final String EXCESS =
            """
            SELECT string_agg(privilege || ' on ' || name, ', ' ORDER BY name, privilege)
            FROM unnest(ARRAY['log_entry', 'case_file', 'personal_text', 'erasure', 'revision', 'revision_file', 'tree_run', 'tree_tile', 'checkpoint']) AS name,
                unnest(ARRAY['UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER']) AS privilege
            WHERE has_table_privilege(name, privilege)
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
