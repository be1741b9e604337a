package kz.sheshim.adapter.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import kz.sheshim.log.DecisionLogReader.Query;

/** The entries that a search looks at, by their numbers. @param end the number after the last */
record EntryRange(long first, long end) {

    static EntryRange of(Connection connection, Query query) throws SQLException {
        long last = EntryMoments.last(connection);
        long first = query.decidedFrom() == null
                ? 1
                : EntryMoments.first(connection, query.decidedFrom(), last) - EntryMoments.MARGIN;
        long end = query.decidedUntil() == null
                ? last + 1
                : EntryMoments.first(connection, query.decidedUntil(), last) + EntryMoments.MARGIN;
        return new EntryRange(
                Math.max(1, first),
                query.before() == null ? end : Math.min(end, query.before().value()));
    }
}
