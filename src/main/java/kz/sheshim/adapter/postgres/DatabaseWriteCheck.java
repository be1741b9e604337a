package kz.sheshim.adapter.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import kz.sheshim.log.LogUnavailable;

/** Whether the database takes decisions: a server may answer and yet take nothing. */
final class DatabaseWriteCheck {
    private static final String CONDITIONS =
            """
            SELECT NOT pg_is_in_recovery(), NOT current_setting('transaction_read_only')::boolean,
                has_table_privilege('decision', 'INSERT')
            """;

    private static final List<String> OBSTACLES = List.of(
            "the database follows another one and takes nothing itself",
            "the database is read only",
            "the role of the service may not add to the table decision");

    private DatabaseWriteCheck() {}

    /** What keeps decisions out of it; empty when nothing does. */
    static Optional<String> obstacle(Transactions transactions) {
        try {
            return transactions.writeInStatements(DatabaseWriteCheck::obstacle);
        } catch (LogUnavailable lost) {
            return Optional.of(lost.reason());
        }
    }

    private static Optional<String> obstacle(Connection connection) throws SQLException {
        try (PreparedStatement ask = Transactions.prepare(connection, CONDITIONS);
                ResultSet answer = ask.executeQuery()) {
            answer.next();
            for (int i = 0; i < OBSTACLES.size(); i++) {
                if (!answer.getBoolean(i + 1)) {
                    return Optional.of(OBSTACLES.get(i));
                }
            }
            return Optional.empty();
        }
    }
}
