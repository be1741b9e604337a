package kz.sheshim.adapter.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import kz.sheshim.log.CaseSearch;
import kz.sheshim.log.DecisionId;
import kz.sheshim.log.EntryNumber;
import kz.sheshim.log.SearchTerm;
import kz.sheshim.policy.Revision;
import org.jspecify.annotations.Nullable;

/** Finds case files by the rows of {@code personal_text}. */
public final class PostgresCaseSearch implements CaseSearch {
    private static final String CLAIM =
            """
            INSERT INTO personal_search (mark, filled, last)
            SELECT ?, 0, coalesce((SELECT max(entry) FROM case_file), 0) ON CONFLICT DO NOTHING
            """;
    private static final String MARK = "SELECT mark FROM personal_search";
    private static final String COMPLETE = "SELECT filled >= last FROM personal_search";
    private static final String FIND =
            """
            SELECT entry, decision, at, EXISTS (SELECT FROM legal_hold WHERE legal_hold.entry = log_entry.entry) AS held
            FROM personal_text JOIN log_entry USING (entry)
            WHERE term = ? AND entry < ? ORDER BY entry DESC LIMIT ?
            """;
    private static final String TAKE_TURN = "SELECT filled, last FROM personal_search FOR UPDATE SKIP LOCKED";
    /** Waits for erasures, and lets none begin before the end of the transaction. */
    private static final String WITHOUT_ERASURES = "SELECT pg_advisory_xact_lock(hashtext('kz.sheshim.erasure'))";

    private static final String NEXT =
            """
            SELECT entry, received, revision FROM case_file JOIN log_entry USING (entry)
            WHERE entry > ? AND entry <= ? ORDER BY entry LIMIT ?
            """;
    private static final String INSERT = "INSERT INTO personal_text (term, entry) VALUES (?, ?) ON CONFLICT DO NOTHING";
    private static final String FILLED = "UPDATE personal_search SET filled = ?";

    private final Transactions transactions;

    public PostgresCaseSearch(DataSource database) {
        this.transactions = new Transactions(database);
    }

    @Override
    public boolean claim(SearchTerm mark) {
        return transactions.write(connection -> {
            try (PreparedStatement claim = Transactions.prepare(connection, CLAIM);
                    PreparedStatement select = Transactions.prepare(connection, MARK)) {
                claim.setBytes(1, bytes(mark));
                claim.executeUpdate();
                try (ResultSet row = select.executeQuery()) {
                    return row.next() && new SearchTerm(HexFormat.of().formatHex(row.getBytes(1))).equals(mark);
                }
            }
        });
    }

    static byte[] bytes(SearchTerm term) {
        return HexFormat.of().parseHex(term.hex());
    }

    @Override
    public List<Found> find(SearchTerm term, @Nullable EntryNumber before, int limit) {
        return transactions.read(connection -> {
            try (PreparedStatement select = Transactions.prepare(connection, FIND)) {
                select.setBytes(1, bytes(term));
                select.setLong(2, before == null ? Long.MAX_VALUE : before.value());
                select.setInt(3, limit);
                try (ResultSet row = select.executeQuery()) {
                    List<Found> found = new ArrayList<>();
                    while (row.next()) {
                        found.add(new Found(
                                new EntryNumber(row.getLong("entry")),
                                new DecisionId(row.getObject("decision", UUID.class)),
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                row.getBoolean("held")));
                    }
                    return found;
                }
            }
        });
    }

    @Override
    public boolean isComplete() {
        return transactions.read(connection -> {
            try (PreparedStatement select = Transactions.prepare(connection, COMPLETE);
                    ResultSet row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        });
    }

    @Override
    public boolean fill(int max, Function<Unsearchable, Set<SearchTerm>> terms) {
        return transactions.write(connection -> {
            try (PreparedStatement turn = Transactions.prepare(connection, TAKE_TURN);
                    ResultSet row = turn.executeQuery()) {
                if (!row.next()) {
                    return false;
                }
                fill(connection, row.getLong("filled"), row.getLong("last"), max, terms);
                return true;
            }
        });
    }

    private static void fill(
            Connection connection, long filled, long last, int max, Function<Unsearchable, Set<SearchTerm>> terms)
            throws SQLException {
        long entry = filled;
        int read = 0;
        try (PreparedStatement erasures = Transactions.prepare(connection, WITHOUT_ERASURES);
                PreparedStatement select = Transactions.prepare(connection, NEXT, List.of(filled, last, max));
                PreparedStatement insert = Transactions.prepare(connection, INSERT);
                PreparedStatement update = Transactions.prepare(connection, FILLED)) {
            erasures.execute();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    entry = row.getLong("entry");
                    read++;
                    Unsearchable next =
                            new Unsearchable(row.getString("received"), new Revision(row.getString("revision")));
                    for (SearchTerm term : terms.apply(next)) {
                        insert.setBytes(1, bytes(term));
                        insert.setLong(2, entry);
                        insert.addBatch();
                    }
                }
            }
            insert.executeBatch();
            update.setLong(1, read < max ? last : entry);
            update.executeUpdate();
        }
    }
}
