package kz.sheshim.adapter.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import kz.sheshim.access.Submitter;
import kz.sheshim.log.CaseErased;
import kz.sheshim.log.DecisionId;
import kz.sheshim.log.DecisionLogReader;
import kz.sheshim.log.DecisionPage;
import kz.sheshim.log.DecisionSummary;
import kz.sheshim.log.Entry;
import kz.sheshim.log.EntryNumber;
import kz.sheshim.log.ErasedDecision;
import kz.sheshim.log.KeyedRequest;
import kz.sheshim.verdict.VerdictCodec;
import org.postgresql.PGStatement;

/** Reads decisions in read-only transactions. */
public final class PostgresDecisionLogReader implements DecisionLogReader {
    private static final String SELECT = "SELECT " + DecisionRow.COLUMNS + " FROM " + DecisionRow.TABLES;
    private static final String SELECT_ALL =
            "SELECT " + DecisionRow.SUMMARY + ", " + DecisionRow.ERASED + " FROM " + DecisionRow.TABLES_WITH_ERASED;

    private static final String FILED =
            """
            SELECT decision, reference, filed_on FROM log_entry JOIN case_file USING (entry) WHERE decision = ANY (?::uuid[])
            """;

    /** A page ends with the verdict that reaches this length, in characters. The usual 100 verdicts are shorter. */
    private static final long MAX_PAGE_LENGTH = 250_000;

    /** Number of rows that are in memory at once while a page is read. */
    private static final int ROWS_AT_ONCE = 8;

    /** Number of newest entries that are searched for a ground before the index of grounds is used. */
    private static final int NEWEST = 20_000;

    /** Number of entries with all features that are read at once, and for one page. */
    private static final int ENTRIES_AT_ONCE = 100;

    private static final int MAX_EXAMINED = 10_000;

    private final Transactions transactions;
    private final VerdictCodec codec;

    public PostgresDecisionLogReader(DataSource database, VerdictCodec codec) {
        this.transactions = new Transactions(database);
        this.codec = codec;
    }

    @Override
    public Optional<Entry> find(DecisionId id) {
        Optional<Entry> found = find(" WHERE decision = ?", List.of(id.value()));
        if (found.isEmpty()) {
            transactions
                    .read(connection -> PostgresCaseFiles.erasure(connection, id))
                    .ifPresent(erasure -> {
                        throw new CaseErased(erasure);
                    });
        }
        return found;
    }

    @Override
    public Optional<Entry> find(DecisionId id, Submitter submitter) {
        return find(" WHERE decision = ? AND sender = ?", List.of(id.value(), submitter.name()));
    }

    private Optional<Entry> find(String where, List<Object> values) {
        return transactions.read(connection -> select(connection, where, values)).stream()
                .findFirst();
    }

    @Override
    public Map<DecisionId, Filed> filed(Collection<DecisionId> decisions) {
        return transactions.read(connection -> {
            Map<DecisionId, Filed> filed = new HashMap<>();
            try (PreparedStatement select = Transactions.prepare(connection, FILED)) {
                select.setArray(
                        1,
                        connection.createArrayOf(
                                "uuid",
                                decisions.stream().map(DecisionId::value).toArray()));
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        filed.put(
                                new DecisionId(row.getObject("decision", UUID.class)),
                                new Filed(
                                        Objects.requireNonNull(row.getString("reference")),
                                        row.getObject("filed_on", LocalDate.class)));
                    }
                }
            }
            return filed;
        });
    }

    @Override
    public Optional<Entry> find(KeyedRequest request) {
        return transactions.read(connection -> IdempotencyKeys.find(connection, List.of(request), codec)).stream()
                .findFirst()
                .map(used -> used.entryFor(request));
    }

    @Override
    public DecisionPage list(Query query) {
        WhereClause filter = new WhereClause();
        filter.condition(DecisionRow.IS_LISTED);
        if (query.submitter() != null) {
            filter.value("sender = ?", query.submitter().name());
        }
        if (query.reference() != null) {
            filter.text("md5(reference) = md5(?)", query.reference());
            filter.text("reference = ?", query.reference());
        }
        if (query.outcome() != null) {
            filter.text("outcome = ?", query.outcome());
        }
        if (query.ground() != null) {
            filter.text("grounds @> ARRAY[?]::text[]", query.ground());
        }
        if (query.from() != null) {
            filter.value("filed_on >= ?", query.from());
        }
        if (query.to() != null) {
            filter.value("filed_on <= ?", query.to());
        }
        if (query.decidedFrom() != null) {
            filter.value("log_entry.at >= ?", query.decidedFrom().atOffset(ZoneOffset.UTC));
        }
        if (query.decidedUntil() != null) {
            filter.value("log_entry.at < ?", query.decidedUntil().atOffset(ZoneOffset.UTC));
        }
        if (query.revision() != null) {
            filter.value("log_entry.revision = ?", query.revision().value());
        }
        if (filter.matchesNothing()) {
            return new DecisionPage(List.of(), List.of(), null);
        }
        return transactions.read(connection -> search(connection, query, filter));
    }

    private DecisionPage search(Connection connection, Query query, WhereClause filter) throws SQLException {
        EntryRange range = EntryRange.of(connection, query);
        if (!query.features().isEmpty()) {
            return withFeatures(connection, query, range, filter);
        }
        if (query.decidedFrom() != null || query.revision() != null) {
            filter.value("entry >= ?", range.first());
        }
        if (query.before() != null || query.decidedUntil() != null || query.revision() != null) {
            filter.value("entry < ?", range.end());
        }
        if (query.ground() != null) {
            return withGround(connection, query, range, filter);
        }
        return page(connection, filter.where() + " ORDER BY entry", filter.values(), query.limit());
    }

    /**
     * The index of grounds is not ordered, and the database estimates badly how rare a ground is: for a ground that no decision has, it would read the whole
     * decision log backwards. So the newest entries are searched first. A ground that does not fill the page there is rare enough for the index and a sort.
     */
    private DecisionPage withGround(Connection connection, Query query, EntryRange range, WhereClause filter)
            throws SQLException {
        String newest = filter.where() + " AND entry >= " + (range.end() - NEWEST) + " ORDER BY entry";
        DecisionPage page = page(connection, newest, filter.values(), query.limit());
        return page.next() != null
                ? page
                : page(connection, filter.where() + " ORDER BY entry + 0", filter.values(), query.limit());
    }

    /** A page of the entries that have all features, the newest first. It ends early when {@link #MAX_EXAMINED} entries were examined. */
    private DecisionPage withFeatures(Connection connection, Query query, EntryRange range, WhereClause filter)
            throws SQLException {
        FeatureSearch search = new FeatureSearch(connection, FeatureSearch.features(query), range);
        filter.condition("entry = ANY (?::bigint[])");
        List<DecisionSummary> found = new ArrayList<>();
        List<ErasedDecision> erased = new ArrayList<>();
        for (int examined = 0; examined < MAX_EXAMINED; ) {
            List<Long> entries = search.next(Math.max(query.limit(), ENTRIES_AT_ONCE));
            if (entries.isEmpty()) {
                return new DecisionPage(found, erased, null);
            }
            List<Object> values = new ArrayList<>(filter.values());
            values.add(connection.createArrayOf("bigint", entries.toArray()));
            DecisionPage page = page(
                    connection,
                    filter.where() + " ORDER BY entry",
                    values,
                    query.limit() - found.size() - erased.size());
            found.addAll(page.decisions());
            erased.addAll(page.erased());
            if (page.next() != null) {
                return new DecisionPage(found, erased, page.next());
            }
            examined += entries.size();
        }
        return new DecisionPage(found, erased, search.last());
    }

    private DecisionPage page(Connection connection, String rest, List<Object> values, int limit) throws SQLException {
        String sql = SELECT_ALL + rest + " DESC LIMIT " + limit;
        try (PreparedStatement select = Transactions.prepare(connection, sql, values)) {
            // A plan that is reused for all values would read the whole log for a rare value
            select.unwrap(PGStatement.class).setPrepareThreshold(0);
            select.setFetchSize(ROWS_AT_ONCE);
            List<DecisionSummary> page = new ArrayList<>();
            List<ErasedDecision> erased = new ArrayList<>();
            long length = 0;
            long last = 0;
            try (ResultSet row = select.executeQuery()) {
                while (length < MAX_PAGE_LENGTH && row.next()) {
                    String verdict = row.getString("verdict");
                    last = row.getLong("entry");
                    if (verdict == null) {
                        erased.add(DecisionRow.erased(row));
                    } else {
                        page.add(DecisionRow.summary(row, codec));
                        length += verdict.length();
                    }
                }
            }
            boolean mayHaveMore = length >= MAX_PAGE_LENGTH || page.size() + erased.size() == limit;
            return new DecisionPage(page, erased, mayHaveMore ? new EntryNumber(last) : null);
        }
    }

    private List<Entry> select(Connection connection, String rest, List<Object> values) throws SQLException {
        try (PreparedStatement select = Transactions.prepare(connection, SELECT + rest, values)) {
            return entries(select);
        }
    }

    private List<Entry> entries(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            List<Entry> entries = new ArrayList<>();
            while (row.next()) {
                entries.add(DecisionRow.read(row, codec));
            }
            return List.copyOf(entries);
        }
    }
}
