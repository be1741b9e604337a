package kz.sheshim.adapter.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import kz.sheshim.access.Submitter;
import kz.sheshim.bulk.Run;
import kz.sheshim.bulk.RunStore;
import org.jspecify.annotations.Nullable;

/** Stores runs in the table {@code background_run}. */
public final class PostgresRunStore implements RunStore {
    private static final String COLUMNS =
            "id, kind, asked, asked_by, begun_at, taken, done, last_entry, mark, is_cancelled, result, failure";

    private static final String LIST =
            "SELECT " + COLUMNS + " FROM background_run WHERE kind = ?%s ORDER BY number DESC LIMIT ?";
    private static final String OLDER = " AND number < (SELECT number FROM background_run WHERE kind = ? AND id = ?)";

    private final Transactions transactions;

    public PostgresRunStore(DataSource database) {
        this.transactions = new Transactions(database);
    }

    @Override
    public Run begin(UUID id, String kind, String asked, Submitter by, UUID service) {
        Optional<Run> run = Optional.empty();
        while (run.isEmpty()) { // the one that was in progress may have ended meanwhile
            run = transactions.writeInStatements(connection -> begin(connection, id, kind, asked, by, service));
        }
        return run.get();
    }

    /** By the unique index of runs in progress one of two begins, whoever asks. */
    private static Optional<Run> begin(
            Connection connection, UUID id, String kind, String asked, Submitter by, UUID service) throws SQLException {
        List<Run> begun = runs(
                connection,
                "INSERT INTO background_run (id, kind, asked, asked_by, service) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT (kind) WHERE ended_at IS NULL DO NOTHING RETURNING " + COLUMNS,
                id,
                kind,
                asked,
                by.name(),
                service);
        if (begun.isEmpty()) {
            return runs(
                            connection,
                            "SELECT " + COLUMNS + " FROM background_run WHERE kind = ? AND ended_at IS NULL",
                            kind)
                    .stream()
                    .findFirst();
        }
        update(
                connection,
                "DELETE FROM background_run WHERE kind = ? AND number <= (SELECT number FROM background_run WHERE kind"
                        + " = ? ORDER BY number DESC OFFSET ? LIMIT 1)",
                kind,
                kind,
                KEPT);
        return Optional.of(begun.get(0));
    }

    @Override
    public List<Run> list(String kind, @Nullable UUID after, int max) {
        return transactions.read(connection -> after == null
                ? runs(connection, LIST.formatted(""), kind, max)
                : runs(connection, LIST.formatted(OLDER), kind, kind, after, max));
    }

    @Override
    public Optional<Run> find(String kind, UUID id) {
        return transactions
                .read(connection -> runs(
                        connection, "SELECT " + COLUMNS + " FROM background_run WHERE kind = ? AND id = ?", kind, id))
                .stream()
                .findFirst();
    }

    @Override
    public void cancel(UUID id) {
        write("UPDATE background_run SET is_cancelled = true WHERE id = ? AND ended_at IS NULL", id);
    }

    /** Who waits for a row that another takes sees it again before he takes it. */
    @Override
    public Optional<Run> take(String kind, UUID service, Duration silence) {
        return transactions
                .writeInStatements(connection -> runs(
                        connection,
                        "UPDATE background_run SET service = ?, heard_at = now(),"
                                + " taken = CASE WHEN service IS NULL THEN taken ELSE taken + 1 END WHERE kind = ? AND ended_at IS NULL"
                                + " AND (service IS NULL OR heard_at < now() - make_interval(secs => ?)) RETURNING "
                                + COLUMNS,
                        service,
                        kind,
                        silence.toSeconds()))
                .stream()
                .findFirst();
    }

    @Override
    public Told tell(UUID id, UUID service, Reached reached) {
        return transactions.writeInStatements(connection -> {
            try (PreparedStatement update = Transactions.prepare(
                            connection,
                            "UPDATE background_run SET heard_at = now(), done = greatest(done, ?), last_entry = ?, mark = ?,"
                                    + " taken = CASE WHEN done < ? THEN 0 ELSE taken END"
                                    + " WHERE id = ? AND service = ? AND ended_at IS NULL RETURNING is_cancelled",
                            Arrays.asList(reached.done(), reached.end(), reached.mark(), reached.done(), id, service));
                    ResultSet row = update.executeQuery()) {
                if (!row.next()) {
                    return Told.GONE;
                }
                return row.getBoolean("is_cancelled") ? Told.CANCELLED : Told.GO_ON;
            }
        });
    }

    @Override
    public void letGo(UUID id, UUID service, Reached reached) {
        write(
                "UPDATE background_run SET service = NULL, done = ?, last_entry = ?, mark = ?"
                        + " WHERE id = ? AND service = ? AND ended_at IS NULL",
                reached.done(),
                reached.end(),
                reached.mark(),
                id,
                service);
    }

    @Override
    public void end(UUID id, UUID service, Reached reached, @Nullable String result, @Nullable String failure) {
        write(
                "UPDATE background_run SET ended_at = now(), done = ?, last_entry = ?, mark = NULL, result = ?,"
                        + " failure = ? WHERE id = ? AND service = ? AND ended_at IS NULL",
                reached.done(),
                reached.end(),
                result,
                failure,
                id,
                service);
    }

    private void write(String sql, @Nullable Object... values) {
        transactions.writeInStatements(connection -> update(connection, sql, values));
    }

    private static int update(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement update = Transactions.prepare(connection, sql, Arrays.asList(values))) {
            return update.executeUpdate();
        }
    }

    private static List<Run> runs(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        List<Run> runs = new ArrayList<>();
        try (PreparedStatement statement = Transactions.prepare(connection, sql, Arrays.asList(values));
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                runs.add(run(row));
            }
        }
        return runs;
    }

    private static Run run(ResultSet row) throws SQLException {
        return new Run(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                text(row, "kind"),
                text(row, "asked"),
                new Submitter(text(row, "asked_by")),
                Objects.requireNonNull(row.getObject("begun_at", OffsetDateTime.class))
                        .toInstant(),
                row.getInt("taken"),
                row.getLong("done"),
                row.getLong("last_entry"),
                row.getString("mark"),
                row.getBoolean("is_cancelled"),
                row.getString("result"),
                row.getString("failure"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column));
    }
}
