package kz.sheshim.adapter.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import kz.sheshim.log.LogHealth;
import kz.sheshim.log.LogUnavailable;
import kz.sheshim.vocabulary.Phrase;

/** Checks whether decisions can be recorded: first the writer of the decision log, then the database, which may answer queries and still refuse writes. */
public final class PostgresLogHealth implements LogHealth {
    private static final String CONDITIONS =
            """
            SELECT NOT pg_is_in_recovery(), NOT current_setting('transaction_read_only')::boolean,
                has_table_privilege('log_entry', 'INSERT') AND has_table_privilege('case_file', 'INSERT')
            """;

    private static final List<Phrase> OBSTACLES = List.of(
            Phrase.of("the database is a standby (pg_is_in_recovery) and accepts no writes"),
            Phrase.of("the database is read-only"),
            Phrase.of("the service's role has no INSERT privilege on the tables log_entry and case_file"));

    private final Transactions transactions;
    private final PostgresDecisionLog log;

    public PostgresLogHealth(DataSource database, PostgresDecisionLog log) {
        this.transactions = new Transactions(database);
        this.log = log;
    }

    @Override
    public Optional<Phrase> obstacle() {
        return log.writerObstacle().or(this::databaseObstacle);
    }

    @Override
    public boolean isAlive() {
        return log.isAlive();
    }

    private Optional<Phrase> databaseObstacle() {
        try {
            return transactions.writeInStatements(PostgresLogHealth::databaseObstacle);
        } catch (LogUnavailable lost) {
            return Optional.of(Phrase.of("{0}", lost.reason()));
        }
    }

    private static Optional<Phrase> databaseObstacle(Connection connection) throws SQLException {
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
