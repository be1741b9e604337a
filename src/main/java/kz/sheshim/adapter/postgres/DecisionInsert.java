package kz.sheshim.adapter.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.sheshim.delivery.Routes;
import kz.sheshim.log.Decision;
import kz.sheshim.log.EntryNumber;
import kz.sheshim.log.KeyedRequest;
import kz.sheshim.log.Result;
import kz.sheshim.log.SearchTerm;
import kz.sheshim.log.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Inserts a group of decisions, with their idempotency keys and deliveries, in one statement. The text of the statement does not depend on the size of the
 * group, so the database plans it only once.
 */
final class DecisionInsert {
    private static final String COLUMNS =
            """
            id, decided_at, revision, statement, outcome, grounds, filed_on, result_secret,
            sender, reference, received, read, verdict, ground_cells, secret, terms
            """;
    private static final String ARRAYS =
            """
            ?::uuid[], ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[], ?::date[], ?::bytea[],
            ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bytea[], ?::text[]
            """;

    private static final String NEW = "new AS MATERIALIZED (SELECT * FROM unnest(" + ARRAYS
            + ") WITH ORDINALITY AS new (" + COLUMNS + ", place))";

    /**
     * A decision whose key is already in use is not inserted. The statement waits for a concurrent insert of the same key and reuses an expired key. If several
     * decisions of the group have the same key, the first one gets it.
     */
    private static final String NEW_WITH_KEYS = "new AS MATERIALIZED (SELECT * FROM unnest(" + ARRAYS
            + ", ?::text[], ?::text[]) WITH ORDINALITY AS new (" + COLUMNS + ", key, fingerprint, place)),"
            + " taken AS (INSERT INTO idempotency_key AS used (sender, key, fingerprint, decision, kept_at)"
            + " SELECT DISTINCT ON (sender, key) sender, key, fingerprint, id, decided_at FROM new WHERE key IS NOT NULL"
            + " ORDER BY sender, key, place"
            + " ON CONFLICT (sender, key) DO UPDATE SET fingerprint = excluded.fingerprint,"
            + " decision = excluded.decision, kept_at = excluded.kept_at"
            + " WHERE used.kept_at < excluded.kept_at - ?::interval RETURNING decision)";

    /** The entries, and the case files with the numbers of their entries. */
    private static final String RECORDED =
            """
            , entered AS (
                INSERT INTO log_entry (kind, at, statement, decision, revision, outcome, grounds, filed_on, secret)
                SELECT 'decision', decided_at, statement, id, revision, outcome, grounds::text[], filed_on, result_secret
                FROM new %s ORDER BY place
                RETURNING entry, decision, at),
            recorded AS (
                INSERT INTO case_file (entry, sender, reference, received, read, verdict, ground_cells, secret, terms)
                SELECT entry, sender, reference, received, read, verdict, ground_cells::text[], secret, terms::bigint[]
                FROM entered JOIN new ON new.id = entered.decision ORDER BY entry
                RETURNING entry, sender, reference)
            """;

    private static final String INSERT = "WITH " + NEW + RECORDED.formatted("");
    private static final String INSERT_WITH_KEYS =
            "WITH " + NEW_WITH_KEYS + RECORDED.formatted("WHERE key IS NULL OR id IN (SELECT decision FROM taken)");
    private static final String NUMBERS = " SELECT decision AS id, entry FROM entered";

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
        String sql = (hasKeys ? INSERT_WITH_KEYS : INSERT) + deliveries.sql() + NUMBERS;
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
        columns.decision("timestamptz", decision -> decision.decidedAt().toString());
        columns.decision("text", decision -> decision.revision().value());
        columns.set("text", each -> each.seal().statement().text());
        columns.decision("text", decision -> decision.verdict().outcome());
        columns.decision(
                "text",
                decision -> array(connection, Result.of(decision.verdict()).grounds()));
        columns.decision("date", decision -> decision.verdict().filedOn().toString());
        columns.set("bytea", each -> hex(each.seal().result()));
        columns.decision("text", decision -> decision.submitter().name());
        columns.decision("text", Decision::reference);
        columns.decision("text", Decision::received);
        columns.decision("text", Decision::read);
        columns.decision("text", Decision::verdictText);
        columns.decision("text", decision -> array(connection, decision.groundCells()));
        columns.set("bytea", each -> hex(each.seal().caseFile()));
        columns.set("text", each -> array(each.terms()));
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
    private static String array(Connection connection, List<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray()).toString();
    }

    /** An array of numbers as text in the notation of PostgreSQL. */
    private static String array(Set<SearchTerm> terms) {
        return terms.stream().map(term -> Long.toString(term.number())).collect(Collectors.joining(",", "{", "}"));
    }

    /** Bytes as text in the notation of PostgreSQL. */
    private static String hex(Secret secret) {
        return "\\x" + HexFormat.of().formatHex(secret.bytes());
    }
}
