package kz.sheshim.adapter.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import kz.sheshim.log.LogUnavailable;
import org.jspecify.annotations.Nullable;

/**
 * Does work in one transaction, within a time limit: a database that hangs is a log that is not available, not a caller that
 * waits for ever.
 */
final class Transactions {
    /** After so long the server is asked to give up a statement, waiting for a lock included. */
    private static final int STATEMENT_SECONDS = 5;

    /** After so long without an answer, to a statement or a commit, the connection is given up. */
    private static final int SILENCE_MILLIS = 8_000;

    /** Connection lost, resources used up, statement given up or server stopping (PostgreSQL, appendix A). */
    private static final Pattern UNANSWERED = Pattern.compile("08|53|57|58");

    private final DataSource database;

    Transactions(DataSource database) {
        this.database = database;
    }

    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Returns after the commit was confirmed. */
    <T> T write(Work<T> work) {
        return run(false, work);
    }

    /** Each statement is committed by itself, by the database: one way there and back instead of two. Returns after the last was confirmed. */
    <T> T writeInStatements(Work<T> statements) {
        return with(false, statements);
    }

    /** The database refuses to write in it. */
    <T> T read(Work<T> work) {
        return run(true, work);
    }

    static PreparedStatement prepare(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setQueryTimeout(STATEMENT_SECONDS);
        return statement;
    }

    /** With all its parameters set, in their order. */
    static PreparedStatement prepare(Connection connection, String sql, List<? extends @Nullable Object> values)
            throws SQLException {
        PreparedStatement statement = prepare(connection, sql);
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
        return statement;
    }

    /** The database itself was not there or did not answer: nothing else can be written either. */
    static boolean isLost(LogUnavailable failed) {
        return failed.getCause() instanceof SQLException cause
                && (cause.getSQLState() == null
                        || UNANSWERED.matcher(cause.getSQLState()).lookingAt());
    }

    private <T> T run(boolean readOnly, Work<T> work) {
        return with(readOnly, connection -> {
            connection.setAutoCommit(false);
            return commit(connection, work);
        });
    }

    private <T> T with(boolean readOnly, Work<T> work) {
        try (Connection connection = database.getConnection()) {
            connection.setNetworkTimeout(Runnable::run, SILENCE_MILLIS);
            connection.setAutoCommit(true);
            connection.setReadOnly(readOnly);
            return work.on(connection);
        } catch (SQLException broken) {
            throw new LogUnavailable(SafeSqlMessage.of(broken), broken);
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
