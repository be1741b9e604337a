package kz.sheshim.adapter.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import kz.sheshim.log.DecisionCounts;

/**
 * Counts rows of {@code log_entry}. Moments grow with the numbers of entries but for the differences between services, so the entries of a time are found by
 * halving, and the moments need no index.
 */
public final class PostgresDecisionCounts implements DecisionCounts {
    private static final String LAST = "SELECT coalesce(max(entry), 0) FROM log_entry";
    private static final String NEXT = "SELECT entry, at FROM log_entry WHERE entry >= ? ORDER BY entry LIMIT 1";
    private static final String COUNT =
            """
            SELECT outcome, grounds, count(*) AS decisions FROM log_entry
            WHERE entry BETWEEN ? AND ? AND kind = 'decision' AND at >= ? AND at < ?
            GROUP BY outcome, grounds
            """;

    /** As many entries before and after may be of the same time: services record at once, by clocks that differ a little. */
    private static final long MARGIN = 5_000;

    private final Transactions transactions;

    public PostgresDecisionCounts(DataSource database) {
        this.transactions = new Transactions(database);
    }

    @Override
    public List<Count> of(Instant from, Instant until) {
        return transactions.read(connection -> {
            long last = last(connection);
            long begin = first(connection, from, last);
            long end = first(connection, until, last);
            List<Object> values = List.of(
                    begin - MARGIN, end + MARGIN, from.atOffset(ZoneOffset.UTC), until.atOffset(ZoneOffset.UTC));
            try (PreparedStatement select = Transactions.prepare(connection, COUNT, values);
                    ResultSet row = select.executeQuery()) {
                List<Count> counts = new ArrayList<>();
                while (row.next()) {
                    counts.add(new Count(
                            row.getString("outcome"),
                            List.of((String[]) row.getArray("grounds").getArray()),
                            row.getLong("decisions")));
                }
                return List.copyOf(counts);
            }
        });
    }

    private static long last(Connection connection) throws SQLException {
        try (PreparedStatement select = Transactions.prepare(connection, LAST);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The number of the first entry that is not before the moment. */
    private static long first(Connection connection, Instant moment, long last) throws SQLException {
        long low = 1;
        long high = last + 1;
        try (PreparedStatement select = Transactions.prepare(connection, NEXT)) {
            while (low < high) {
                long middle = low + (high - low) / 2;
                select.setLong(1, middle);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    if (row.getObject("at", OffsetDateTime.class).toInstant().isBefore(moment)) {
                        low = row.getLong("entry") + 1;
                    } else {
                        high = middle;
                    }
                }
            }
        }
        return low;
    }
}
