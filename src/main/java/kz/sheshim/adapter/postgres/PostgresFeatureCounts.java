package kz.sheshim.adapter.postgres;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import kz.sheshim.access.Submitter;
import kz.sheshim.log.Feature;
import kz.sheshim.log.FeatureCounts;

/** Counts the bits of {@code feature_block}, and sets them. */
public final class PostgresFeatureCounts implements FeatureCounts {
    /** Number of entries in a block. */
    static final int BLOCK = 1_024;

    private static final String TAKE_TURN = "SELECT filled FROM feature_fill FOR UPDATE SKIP LOCKED";
    /** Waits for erasures, and lets none begin before the end of the transaction. */
    private static final String WITHOUT_ERASURES = "SELECT pg_advisory_xact_lock(hashtext('kz.sheshim.erasure'))";
    /** Entries become visible in the order of their numbers, so none is left out. */
    private static final String NEXT =
            """
            SELECT entry, outcome, grounds, sender, read, verdict FROM log_entry LEFT JOIN case_file USING (entry)
            WHERE entry > ? AND entry < ? ORDER BY entry
            """;
    /** Who has the turn is the only one to add features. */
    private static final String SET =
            """
            WITH given AS MATERIALIZED (SELECT * FROM unnest(?::text[], ?::text[], ?::text[]) AS given (kind, name, entries)),
                added AS (
                    INSERT INTO feature (kind, name)
                    SELECT kind, name FROM given WHERE NOT EXISTS (SELECT FROM feature WHERE feature.kind = given.kind AND feature.name = given.name)
                    RETURNING id, kind, name),
                known AS (SELECT id, kind, name FROM feature UNION ALL SELECT id, kind, name FROM added)
            INSERT INTO feature_block (feature, block, entries)
            SELECT id, ?, entries::bit(1024) FROM given JOIN known USING (kind, name)
            ON CONFLICT (feature, block) DO UPDATE SET entries = feature_block.entries | EXCLUDED.entries
            """;

    private static final String FILLED = "UPDATE feature_fill SET filled = ?";
    private static final String HAS = "SELECT FROM feature WHERE kind = ? AND name = ?";
    private static final String NAMES = "SELECT name FROM feature WHERE kind = ? ORDER BY name LIMIT ?";
    /** The number of entries of a block in a time. The first and the last block are in it in part. */
    private static final String IN_TIME =
            """
            bit_count(CASE WHEN block > begins / 1024 AND block < (ends - 1) / 1024 THEN entries ELSE substring(
                entries FROM greatest(1, begins - block * 1024 + 1)::integer
                FOR (least(1024, ends - block * 1024) - greatest(0, begins - block * 1024))::integer) END)
            """;

    private static final String BLOCKS_OF_TIME = "feature = id AND block BETWEEN begins / 1024 AND (ends - 1) / 1024";
    private static final String TIMES =
            "unnest(?::bigint[], ?::bigint[]) WITH ORDINALITY AS times (begins, ends, place)";
    /** LATERAL: for each feature only its own blocks of the time are read. */
    private static final String COUNT = "SELECT place, name, decisions FROM " + TIMES
            + ", feature, LATERAL (SELECT sum(" + IN_TIME + ") AS decisions FROM feature_block WHERE " + BLOCKS_OF_TIME
            + ") AS counted WHERE begins < ends AND kind = ? AND %s AND decisions > 0 ORDER BY place, decisions DESC, name";

    private static final String OCCURRING = "SELECT name FROM " + TIMES
            + ", feature, LATERAL (SELECT FROM feature_block WHERE " + IN_TIME + " > 0 AND " + BLOCKS_OF_TIME
            + " LIMIT 1) AS any_block WHERE begins < ends AND kind = ?";

    private final Transactions transactions;

    public PostgresFeatureCounts(DataSource database) {
        this.transactions = new Transactions(database);
    }

    @Override
    public boolean take(Function<Recorded, Set<Feature>> features) {
        return transactions.write(connection -> {
            try (PreparedStatement turn = Transactions.prepare(connection, TAKE_TURN);
                    ResultSet row = turn.executeQuery()) {
                if (!row.next()) {
                    return false;
                }
                long filled = row.getLong("filled");
                if (EntryMoments.last(connection) <= filled) {
                    return false;
                }
                try (PreparedStatement wait = Transactions.prepare(connection, WITHOUT_ERASURES)) {
                    wait.execute();
                }
                return take(connection, filled, features);
            }
        });
    }

    /** Takes the rest of the block that the next entry is in. */
    private static boolean take(Connection connection, long filled, Function<Recorded, Set<Feature>> features)
            throws SQLException {
        Map<Feature, BitSet> bits = new LinkedHashMap<>();
        long last = filled;
        long end = (filled + 1) / BLOCK * BLOCK + BLOCK;
        try (PreparedStatement select = Transactions.prepare(connection, NEXT, List.of(filled, end));
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                last = row.getLong("entry");
                int place = (int) (last % BLOCK);
                for (Feature feature : of(row, features)) {
                    bits.computeIfAbsent(feature, each -> new BitSet(BLOCK)).set(place);
                }
            }
        }
        if (last == filled) {
            last = end - 1; // no entry has one of these numbers
        }
        set(connection, bits, (end - 1) / BLOCK);
        try (PreparedStatement update = Transactions.prepare(connection, FILLED, List.of(last))) {
            update.executeUpdate();
        }
        return EntryMoments.last(connection) > last;
    }

    private static Set<Feature> of(ResultSet row, Function<Recorded, Set<Feature>> features) throws SQLException {
        Set<Feature> found = new LinkedHashSet<>();
        String outcome = row.getString("outcome");
        if (outcome != null) {
            found.add(Feature.outcome(outcome));
            for (String ground : (String[]) row.getArray("grounds").getArray()) {
                found.add(Feature.ground(ground));
            }
        }
        String verdict = row.getString("verdict");
        if (verdict != null) {
            found.add(Feature.submitter(new Submitter(row.getString("sender"))));
            found.addAll(features.apply(new Recorded(row.getString("read"), verdict)));
        }
        return found;
    }

    private static void set(Connection connection, Map<Feature, BitSet> bits, long block) throws SQLException {
        List<String> kinds = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<String> entries = new ArrayList<>();
        bits.forEach((feature, set) -> {
            kinds.add(kind(feature.kind()));
            names.add(feature.name());
            entries.add(text(set));
        });
        try (PreparedStatement insert = Transactions.prepare(connection, SET)) {
            insert.setArray(1, connection.createArrayOf("text", kinds.toArray()));
            insert.setArray(2, connection.createArrayOf("text", names.toArray()));
            insert.setArray(3, connection.createArrayOf("text", entries.toArray()));
            insert.setLong(4, block);
            insert.executeUpdate();
        }
    }

    private static String text(BitSet bits) {
        StringBuilder text = new StringBuilder("0".repeat(BLOCK));
        bits.stream().forEach(place -> text.setCharAt(place, '1'));
        return text.toString();
    }

    static String kind(Feature.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public List<List<Count>> of(Feature.Kind kind, String beginning, List<Instant> bounds) {
        return count(kind, "starts_with(name, ?)", beginning, bounds);
    }

    @Override
    public long of(Feature feature, Instant from, Instant until) {
        return count(feature.kind(), "name = ?", feature.name(), List.of(from, until)).get(0).stream()
                .mapToLong(Count::decisions)
                .sum();
    }

    private List<List<Count>> count(Feature.Kind kind, String condition, String name, List<Instant> bounds) {
        return in(bounds, COUNT.formatted(condition), List.of(kind(kind), name), row -> {
            List<List<Count>> counts = new ArrayList<>();
            for (int time = 1; time < bounds.size(); time++) {
                counts.add(new ArrayList<>());
            }
            while (row.next()) {
                counts.get(row.getInt("place") - 1).add(new Count(row.getString("name"), row.getLong("decisions")));
            }
            return counts.stream().map(List::copyOf).toList();
        });
    }

    @Override
    public Set<String> occurring(Feature.Kind kind, Instant from, Instant until) {
        return Set.copyOf(in(List.of(from, until), OCCURRING, List.of(kind(kind)), PostgresFeatureCounts::names));
    }

    private interface Rows<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Asks about the entries of times. */
    private <T> T in(List<Instant> bounds, String sql, List<String> further, Rows<T> rows) {
        return transactions.read(connection -> {
            long last = EntryMoments.last(connection);
            List<Long> entries = new ArrayList<>();
            for (Instant bound : bounds) {
                entries.add(EntryMoments.first(connection, bound, last));
            }
            try (PreparedStatement select = Transactions.prepare(connection, sql)) {
                select.setArray(1, numbers(connection, entries.subList(0, entries.size() - 1)));
                select.setArray(2, numbers(connection, entries.subList(1, entries.size())));
                for (int i = 0; i < further.size(); i++) {
                    select.setString(i + 3, further.get(i));
                }
                try (ResultSet row = select.executeQuery()) {
                    return rows.read(row);
                }
            }
        });
    }

    private static Array numbers(Connection connection, List<Long> numbers) throws SQLException {
        return connection.createArrayOf("bigint", numbers.toArray());
    }

    @Override
    public boolean has(Feature feature) {
        return transactions.read(connection -> {
            try (PreparedStatement select =
                            Transactions.prepare(connection, HAS, List.of(kind(feature.kind()), feature.name()));
                    ResultSet row = select.executeQuery()) {
                return row.next();
            }
        });
    }

    private static List<String> names(ResultSet row) throws SQLException {
        List<String> names = new ArrayList<>();
        while (row.next()) {
            names.add(row.getString("name"));
        }
        return List.copyOf(names);
    }

    @Override
    public List<String> names(Feature.Kind kind, int max) {
        return transactions.read(connection -> {
            try (PreparedStatement select = Transactions.prepare(connection, NAMES, List.of(kind(kind), max));
                    ResultSet row = select.executeQuery()) {
                return names(row);
            }
        });
    }
}
