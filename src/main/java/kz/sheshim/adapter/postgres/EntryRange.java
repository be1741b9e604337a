package kz.sheshim.adapter.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import kz.sheshim.log.DecisionLogReader.Query;
import kz.sheshim.policy.Revision;

/** The entries that a search looks at, by their numbers. @param end the number after the last */
record EntryRange(long first, long end) {
    /**
     * Decisions are by the revision in force: those of a revision lie between its first publication and the one after its last. Before the first publication of
     * all are decisions of earlier versions of the service, by any revision.
     */
    private static final String OF_REVISION =
            """
            WITH publication AS (SELECT entry, revision FROM log_entry WHERE kind = 'publication'),
                own AS (SELECT min(entry) AS first, max(entry) AS last FROM publication WHERE revision = ?)
            SELECT CASE WHEN own.first IS NULL OR EXISTS (
                    SELECT FROM log_entry WHERE kind = 'decision' AND entry < (SELECT min(entry) FROM publication))
                THEN 1 ELSE own.first END AS first,
                (SELECT min(entry) FROM publication WHERE entry > coalesce(own.last, 0)) AS next
            FROM own
            """;

    static EntryRange of(Connection connection, Query query) throws SQLException {
        long last = EntryMoments.last(connection);
        long first = query.decidedFrom() == null
                ? 1
                : EntryMoments.first(connection, query.decidedFrom(), last) - EntryMoments.MARGIN;
        long end = query.decidedUntil() == null
                ? last + 1
                : EntryMoments.first(connection, query.decidedUntil(), last) + EntryMoments.MARGIN;
        EntryRange range = new EntryRange(
                Math.max(1, first),
                query.before() == null ? end : Math.min(end, query.before().value()));
        Revision revision = query.revision();
        return revision == null ? range : range.with(connection, revision);
    }

    private EntryRange with(Connection connection, Revision revision) throws SQLException {
        try (PreparedStatement select = Transactions.prepare(connection, OF_REVISION, List.of(revision.value()));
                ResultSet row = select.executeQuery()) {
            row.next();
            long begin = Math.max(first, row.getLong("first"));
            long next = row.getLong("next");
            return new EntryRange(begin, row.wasNull() ? end : Math.min(end, next));
        }
    }
}
