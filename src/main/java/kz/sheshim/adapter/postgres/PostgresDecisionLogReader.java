package kz.sheshim.adapter.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import kz.sheshim.access.Submitter;
import kz.sheshim.log.DecisionId;
import kz.sheshim.log.DecisionLogReader;
import kz.sheshim.log.Entry;
import kz.sheshim.log.KeyedRequest;
import kz.sheshim.verdict.VerdictCodec;
import org.postgresql.PGStatement;

/** Reads the table {@code decision}, in transactions that the database keeps from writing. */
public final class PostgresDecisionLogReader implements DecisionLogReader {
    private static final String SELECT = "SELECT " + DecisionRow.COLUMNS + " FROM decision";

    /** So many of the newest entries are looked through for a ground. */
    private static final int NEWEST = 20_000;

    private final Transactions transactions;
    private final VerdictCodec codec;

    public PostgresDecisionLogReader(DataSource database, VerdictCodec codec) {
        this.transactions = new Transactions(database);
        this.codec = codec;
    }

    @Override
    public Optional<Entry> find(DecisionId id) {
        return find(" WHERE id = ?", List.of(id.value()));
    }

    @Override
    public Optional<Entry> find(DecisionId id, Submitter sender) {
        return find(" WHERE id = ? AND sender = ?", List.of(id.value(), sender.name()));
    }

    private Optional<Entry> find(String where, List<Object> values) {
        return transactions.read(connection -> select(connection, where, values)).stream()
                .findFirst();
    }

    @Override
    public Optional<Entry> find(KeyedRequest request) {
        return transactions.read(connection -> IdempotencyKeys.find(connection, List.of(request), codec)).stream()
                .findFirst()
                .map(kept -> kept.entryFor(request));
    }

    @Override
    public List<Entry> list(Query query) {
        WhereClause filter = new WhereClause();
        if (query.sender() != null) {
            filter.value("sender = ?", query.sender().name());
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
        if (query.before() != null) {
            filter.value("entry < ?", query.before().value());
        }
        if (filter.matchesNothing()) {
            return List.of();
        }
        return transactions.read(connection -> search(connection, query, filter));
    }

    /**
     * The index of grounds knows no order, and the database guesses badly how rare a ground is: asked for one that no decision has, it reads the whole log backwards. So the newest
     * entries are looked through first; a ground that does not fill the page there is rare enough to be looked up and sorted.
     */
    private List<Entry> search(Connection connection, Query query, WhereClause filter) throws SQLException {
        String limit = " DESC LIMIT " + query.limit();
        if (query.ground() != null) {
            String last = query.before() == null
                    ? "(SELECT max(entry) FROM decision)"
                    : Long.toString(query.before().value());
            List<Entry> newest = search(
                    connection,
                    filter.where() + " AND entry > " + last + " - " + NEWEST + " ORDER BY entry" + limit,
                    filter.values());
            return newest.size() == query.limit()
                    ? newest
                    : search(connection, filter.where() + " ORDER BY entry + 0" + limit, filter.values());
        }
        return search(connection, filter.where() + " ORDER BY entry" + limit, filter.values());
    }

    private List<Entry> select(Connection connection, String rest, List<Object> values) throws SQLException {
        try (PreparedStatement select = Transactions.prepare(connection, SELECT + rest, values)) {
            return entries(select);
        }
    }

    private List<Entry> search(Connection connection, String rest, List<Object> values) throws SQLException {
        try (PreparedStatement select = Transactions.prepare(connection, SELECT + rest, values)) {
            // A plan that is made once for all values reads the whole log when the one asked for is rare.
            select.unwrap(PGStatement.class).setPrepareThreshold(0);
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
