package kz.sheshim.adapter.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import kz.sheshim.log.LogUnavailable;
import org.jspecify.annotations.Nullable;

/** Runs work in a transaction, with timeouts: if the database hangs, the caller gets {@link LogUnavailable} instead of waiting for ever. */
final class Transactions {
    /** Timeout of a statement, waiting for locks included. */
    private static final int STATEMENT_TIMEOUT_SECONDS = 5;

    /** Timeout of an answer on the network, to a statement or a commit; the connection is then closed. */
    private static final int NETWORK_TIMEOUT_MILLIS = 8_000;

    /** SQLSTATE classes: connection lost, out of resources, operator intervention, system error (PostgreSQL, appendix A). */
    private static final Pattern DATABASE_LOST = Pattern.compile("08|53|57|58");

    private final DataSource database;

    Transactions(DataSource database) {
        this.database = database;
    }

    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Runs the work in one transaction. Returns after the commit was confirmed. */
    <T> T write(Work<T> work) {
        return run(false, work);
    }

    /** Commits each statement by itself, which saves a round trip. Returns after the last statement was confirmed. */
    <T> T writeInStatements(Work<T> statements) {
        return with(false, statements);
    }

    /** Runs the work in one read-only transaction. */
    <T> T read(Work<T> work) {
        return run(true, work);
    }

    static PreparedStatement prepare(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setQueryTimeout(STATEMENT_TIMEOUT_SECONDS);
        return statement;
    }

    /** Prepares a statement and sets all its parameters, in order. */
    static PreparedStatement prepare(Connection connection, String sql, List<? extends @Nullable Object> values)
            throws SQLException {
        PreparedStatement statement = prepare(connection, sql);
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
        return statement;
    }

    /** Whether the database itself is unreachable or does not answer, so that no other write can succeed either. */
    static boolean isLost(LogUnavailable failed) {
        return failed.getCause() instanceof SQLException cause
                && (cause.getSQLState() == null
                        || DATABASE_LOST.matcher(cause.getSQLState()).lookingAt());
    }

    private <T> T run(boolean readOnly, Work<T> work) {
        return with(readOnly, connection -> {
            connection.setAutoCommit(false);
            return commit(connection, work);
        });
    }

    private <T> T with(boolean readOnly, Work<T> work) {
        try (Connection connection = database.getConnection()) {
            connection.setNetworkTimeout(Runnable::run, NETWORK_TIMEOUT_MILLIS);
            connection.setAutoCommit(true);
            connection.setReadOnly(readOnly);
            return work.on(connection);
        } catch (SQLException broken) {
            throw new LogUnavailable(SafeSqlMessage.of(broken), broken);
        } catch (Failed failed) {
            throw new LogUnavailable(SafeSqlMessage.of(failed.cause), failed.cause);
        }
    }

    /** Carries a failure of the database through code of the core, which knows no {@link SQLException}. */
    static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final SQLException cause;

        Failed(SQLException cause) {
            super(cause);
            this.cause = cause;
        }
    }

    private static <T> T commit(Connection connection, Work<T> work) throws SQLException {
        try {
            T result = work.on(connection);
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException failed) {
            try {
                connection.rollback();
            } catch (SQLException broken) {
                failed.addSuppressed(broken);
            }
            throw failed;
        }
    }
}
