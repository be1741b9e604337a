package kz.sheshim.adapter.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * Finds entries by their moments. Moments grow with the numbers of entries but for the differences between services, so an entry is found by halving, and
 * the moments need no index.
 */
final class EntryMoments {
    private static final String LAST = "SELECT coalesce(max(entry), 0) FROM log_entry";
    private static final String NEXT = "SELECT entry, at FROM log_entry WHERE entry >= ? ORDER BY entry LIMIT 1";

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
