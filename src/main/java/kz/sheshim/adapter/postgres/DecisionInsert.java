package kz.sheshim.adapter.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.sheshim.delivery.Routes;
import kz.sheshim.log.Decision;
import kz.sheshim.log.EntryNumber;
import kz.sheshim.log.KeyedRequest;
import kz.sheshim.verdict.Ground;
import kz.sheshim.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Inserts a group of decisions, with their idempotency keys and deliveries, in one statement. The text of the statement does not depend on the size of the
 * group, so the database plans it only once.
 */
final class DecisionInsert {
    private static final String COLUMNS =
            """
            id, reference, outcome, grounds, filed_on, decided_at, revision, engine, received, read, verdict, ground_cells,
            sender
            """;
    private static final String VALUES =
            """
            id, reference, outcome, grounds::text[], filed_on, decided_at, revision, engine, received, read::json,
            verdict::json, ground_cells::text[], sender
            """;
    private static final String ARRAYS =
            """
            ?::uuid[], ?::text[], ?::text[], ?::text[], ?::date[], ?::timestamptz[], ?::text[], ?::text[], ?::text[],
            ?::text[], ?::text[], ?::text[], ?::text[]
            """;

    private static final String RETURNING = " RETURNING id, entry, sender, reference, decided_at";

    private static final String INSERT = "INSERT INTO decision (" + COLUMNS + ") SELECT " + VALUES + " FROM unnest("
            + ARRAYS + ") AS new (" + COLUMNS + ")" + RETURNING;

    /**
     * A decision whose key is already in use is not inserted. The statement waits for a concurrent insert of the same key and reuses an expired key. If several
     * decisions of the group have the same key, the first one gets it.
     */
    private static final String KEYS = "new AS MATERIALIZED (SELECT * FROM unnest(" + ARRAYS
            + ", ?::text[], ?::text[]) WITH ORDINALITY AS new (" + COLUMNS + ", key, fingerprint, place)),"
            + " taken AS (INSERT INTO idempotency_key AS used (sender, key, fingerprint, decision, kept_at)"
            + " SELECT DISTINCT ON (sender, key) sender, key, fingerprint, id, decided_at FROM new WHERE key IS NOT NULL"
            + " ORDER BY sender, key, place"
            + " ON CONFLICT (sender, key) DO UPDATE SET fingerprint = excluded.fingerprint,"
            + " decision = excluded.decision, kept_at = excluded.kept_at"
            + " WHERE used.kept_at < excluded.kept_at - ?::interval RETURNING decision)";

    private static final String INSERT_WITH_KEYS = "INSERT INTO decision (" + COLUMNS + ") SELECT " + VALUES
            + " FROM new WHERE key IS NULL OR id IN (SELECT decision FROM taken) ORDER BY place" + RETURNING;

    private final String lifetime;
    private final Routes routes;

    /**
     * @param lifetime time after which a key can be used for another request
     * @param routes destinations of the actions
     */
    DecisionInsert(Duration lifetime, Routes routes) {
        this.lifetime = IdempotencyKeys.interval(lifetime);
        this.routes = routes;
    }

    /** Returns the entry numbers of the decisions that were inserted. */
    Map<UUID, EntryNumber> insert(Connection connection, List<PendingDecision> group) throws SQLException {
        boolean hasKeys = group.stream().anyMatch(each -> each.request() != null);
        DeliveryInsert deliveries =
                DeliveryInsert.of(group.stream().map(PendingDecision::decision).toList(), routes);
        String sql = hasKeys ? deliveries.around(KEYS, INSERT_WITH_KEYS) : deliveries.around("", INSERT);
        try (PreparedStatement insert = Transactions.prepare(connection, sql)) {
            Columns columns = new Columns(insert, group);
            setDecisions(columns, connection);
            if (hasKeys) {
                columns.set(
                        "text",
                        each -> text(each.request(), request -> request.key().text()));
                columns.set(
                        "text",
                        each -> text(
                                each.request(), request -> request.fingerprint().hex()));
                insert.setString(columns.next(), lifetime);
            }
            deliveries.set(insert, columns::next);
            Map<UUID, EntryNumber> numbers = new HashMap<>();
            try (ResultSet inserted = insert.executeQuery()) {
                while (inserted.next()) {
                    numbers.put(inserted.getObject("id", UUID.class), new EntryNumber(inserted.getLong("entry")));
                }
            }
            return numbers;
        }
    }

    private static void setDecisions(Columns columns, Connection connection) throws SQLException {
        columns.decision("uuid", decision -> decision.id().toString());
        columns.decision("text", Decision::reference);
        columns.decision("text", decision -> decision.verdict().outcome());
        columns.decision("text", decision -> array(connection, codes(decision.verdict())));
        columns.decision("date", decision -> decision.verdict().filedOn().toString());
        columns.decision("timestamptz", decision -> decision.decidedAt().toString());
        columns.decision("text", decision -> decision.revision().value());
        columns.decision("text", Decision::engine);
        columns.decision("text", Decision::received);
        columns.decision("text", Decision::read);
        columns.decision("text", Decision::verdictText);
        columns.decision(
                "text", decision -> array(connection, decision.groundCells().toArray(String[]::new)));
        columns.decision("text", decision -> decision.submitter().name());
    }

    private interface Value<T> {
        @Nullable
        String of(T each) throws SQLException;
    }

    private static @Nullable String text(@Nullable KeyedRequest request, Value<KeyedRequest> value)
            throws SQLException {
        return request == null ? null : value.of(request);
    }

    /** The parameters of the statement: one array for each column, with one element for each decision. */
    private static final class Columns {
        private final PreparedStatement insert;
        private final List<PendingDecision> group;
        private int column = 1;

        Columns(PreparedStatement insert, List<PendingDecision> group) {
            this.insert = insert;
            this.group = group;
        }

        void decision(String type, Value<Decision> value) throws SQLException {
            set(type, each -> value.of(each.decision()));
        }

        void set(String type, Value<PendingDecision> value) throws SQLException {
            @Nullable String[] values = new @Nullable String[group.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = value.of(group.get(i));
            }
            insert.setArray(next(), insert.getConnection().createArrayOf(type, values));
        }

        int next() {
            return column++;
        }
    }

    /** An array as text in the notation of PostgreSQL; an array of arrays would need rows of equal length. */
    private static String array(Connection connection, String[] texts) throws SQLException {
        return connection.createArrayOf("text", texts).toString();
    }

    private static String[] codes(Verdict verdict) {
        return verdict.grounds().stream().map(Ground::code).distinct().toArray(String[]::new);
    }
}
