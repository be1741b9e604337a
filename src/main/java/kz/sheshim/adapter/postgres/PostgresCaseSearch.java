package kz.sheshim.adapter.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import kz.sheshim.erasure.CaseSearch;
import kz.sheshim.log.DecisionId;
import kz.sheshim.log.EntryNumber;
import kz.sheshim.log.SearchTerm;
import kz.sheshim.policy.Revision;
import org.jspecify.annotations.Nullable;

/** Finds case files by the rows of {@code personal_text}, and the newest by {@code case_file.terms}. */
public final class PostgresCaseSearch implements CaseSearch {
    private static final String CLAIM =
            """
            INSERT INTO personal_search (mark, last, filled)
            SELECT ?, coalesce((SELECT max(entry) FROM case_file), 0), 0 ON CONFLICT DO NOTHING
            """;
    private static final String MARK = "SELECT mark FROM personal_search";
    private static final String COMPLETE = "SELECT filled >= last FROM personal_search";
    /** What is not in the index yet is looked at one by one. */
    private static final String FIND =
            """
            WITH found AS (
                SELECT entry FROM personal_text WHERE term = ?
                UNION
                SELECT entry FROM case_file WHERE entry > (SELECT greatest(filled, last) FROM personal_search) AND terms @> ARRAY[?])
            SELECT entry, decision, at, EXISTS (SELECT FROM legal_hold WHERE legal_hold.entry = log_entry.entry) AS held
            FROM found JOIN log_entry USING (entry) WHERE entry < ? ORDER BY entry DESC LIMIT ?
            """;

    private static final String TAKE_TURN =
            """
            SELECT filled, last FROM personal_search
            WHERE filled < last OR filled < (SELECT max(entry) FROM case_file) FOR UPDATE SKIP LOCKED
            """;
    /** Waits for erasures, and lets none begin before the end of the transaction. */
    private static final String WITHOUT_ERASURES = "SELECT pg_advisory_xact_lock(hashtext('kz.sheshim.erasure'))";

    private static final String NEXT =
            """
            SELECT entry, received, revision FROM case_file JOIN log_entry USING (entry)
            WHERE entry > ? AND entry <= ? ORDER BY entry LIMIT ?
            """;
    private static final String INSERT = "INSERT INTO personal_text (term, entry) VALUES (?, ?) ON CONFLICT DO NOTHING";
    /** Those that were recorded with terms. Entries become visible in the order of their numbers, so none is left out. */
    private static final String TAKE_IN =
            """
            WITH next AS MATERIALIZED (SELECT entry, terms FROM case_file WHERE entry > ? ORDER BY entry LIMIT ?),
                taken AS (
                    INSERT INTO personal_text (term, entry) SELECT term, entry FROM next, unnest(terms) AS term ORDER BY term
                    ON CONFLICT DO NOTHING)
            SELECT count(*), max(entry) FROM next
            """;

    private static final String FILLED = "UPDATE personal_search SET filled = ?";
    private static final int TAKEN_AT_ONCE = 5_000;

    private final Transactions transactions;

    public PostgresCaseSearch(DataSource database) {
        this.transactions = new Transactions(database);
    }

    @Override
    public boolean claim(SearchTerm mark) {
        return transactions.write(connection -> {
            try (PreparedStatement claim = Transactions.prepare(connection, CLAIM);
                    PreparedStatement select = Transactions.prepare(connection, MARK)) {
                claim.setLong(1, mark.number());
                claim.executeUpdate();
                try (ResultSet row = select.executeQuery()) {
                    return row.next() && row.getLong(1) == mark.number();
                }
            }
        });
    }

    @Override
    public List<Found> find(SearchTerm term, @Nullable EntryNumber before, int limit) {
        return transactions.read(connection -> {
            try (PreparedStatement select = Transactions.prepare(connection, FIND)) {
                select.setLong(1, term.number());
                select.setLong(2, term.number());
                select.setLong(3, before == null ? Long.MAX_VALUE : before.value());
                select.setInt(4, limit);
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
                long filled = row.getLong("filled");
                long last = row.getLong("last");
                execute(connection, WITHOUT_ERASURES);
                if (filled < last) {
                    setFilled(connection, fill(connection, filled, last, max, terms));
                    return true;
                }
                return takeIn(connection, filled);
            }
        });
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = Transactions.prepare(connection, sql)) {
            statement.execute();
        }
    }

    private static void setFilled(Connection connection, long entry) throws SQLException {
        try (PreparedStatement update = Transactions.prepare(connection, FILLED, List.of(entry))) {
            update.executeUpdate();
        }
    }

    /** Whether there may be more. */
    private static boolean takeIn(Connection connection, long filled) throws SQLException {
        try (PreparedStatement take = Transactions.prepare(connection, TAKE_IN, List.of(filled, TAKEN_AT_ONCE));
                ResultSet row = take.executeQuery()) {
            row.next();
            setFilled(connection, Math.max(filled, row.getLong(2)));
            return row.getInt(1) == TAKEN_AT_ONCE;
        }
    }

    /** Returns the last entry that is filled. */
    private static long fill(
            Connection connection, long filled, long last, int max, Function<Unsearchable, Set<SearchTerm>> terms)
            throws SQLException {
        long entry = filled;
        int read = 0;
        try (PreparedStatement select = Transactions.prepare(connection, NEXT, List.of(filled, last, max));
                PreparedStatement insert = Transactions.prepare(connection, INSERT)) {
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    entry = row.getLong("entry");
                    read++;
                    Unsearchable next =
                            new Unsearchable(row.getString("received"), new Revision(row.getString("revision")));
                    for (SearchTerm term : terms.apply(next)) {
                        insert.setLong(1, term.number());
                        insert.setLong(2, entry);
                        insert.addBatch();
                    }
                }
            }
            insert.executeBatch();
            return read < max ? last : entry;
        }
    }
}
