package kz.sheshim.adapter.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Finds entries by their moments. Moments grow with the numbers of entries but for the differences between services, so an entry is found by halving, and
 * the moments need no index.
 */
final class EntryMoments {
    private static final String LAST = "SELECT coalesce(max(entry), 0) FROM log_entry";
    private static final String FIRST =
            """
            WITH RECURSIVE halved (low, high) AS (
                SELECT 1::bigint, ?::bigint
                UNION ALL
                SELECT CASE WHEN at < ? THEN entry + 1 ELSE low END, CASE WHEN at < ? THEN high ELSE middle END
                FROM halved, LATERAL (SELECT low + (high - low) / 2 AS middle) AS half,
                    LATERAL (SELECT entry, at FROM log_entry WHERE entry >= middle ORDER BY entry LIMIT 1) AS next
                WHERE low < high)
            SELECT low FROM halved WHERE low >= high
            """;

    /** As many entries before and after may be of the same time: services record at once, by clocks that differ a little. */
    static final long MARGIN = 5_000;

    private EntryMoments() {}

    /** The number of the last entry; 0 if there is none. */
    static long last(Connection connection) throws SQLException {
        try (PreparedStatement select = Transactions.prepare(connection, LAST);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The number of the first entry that is not before the moment; after the last one if there is none. */
    static long first(Connection connection, Instant moment, long last) throws SQLException {
        OffsetDateTime at = moment.atOffset(ZoneOffset.UTC);
        try (PreparedStatement select = Transactions.prepare(connection, FIRST, List.of(last + 1, at, at));
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong("low");
        }
    }
}
