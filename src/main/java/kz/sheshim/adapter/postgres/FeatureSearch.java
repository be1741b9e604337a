package kz.sheshim.adapter.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.sheshim.erasure.SearchIncomplete;
import kz.sheshim.log.DecisionLogReader.Query;
import kz.sheshim.log.EntryNumber;
import kz.sheshim.log.Feature;
import org.jspecify.annotations.Nullable;

/** The entries of a range that have all of some features, the newest first: the bits that are set in all their blocks. */
final class FeatureSearch {
    private static final int BLOCKS_AT_ONCE = 64;
    /** As many of the newest entries may not be searched yet. */
    private static final int MAX_BEHIND = 100_000;

    private static final String FILLED = "SELECT filled FROM feature_fill";
    private static final String ID = "SELECT id FROM feature WHERE kind = ? AND name = ?";

    private final Connection connection;
    private final List<Integer> ids;
    private final EntryRange range;
    private final List<Long> found = new ArrayList<>();
    /** The next block to look at. */
    private long block;

    private boolean more;
    private @Nullable Long last;

    /** @throws SearchIncomplete if the features of many entries are not taken yet */
    FeatureSearch(Connection connection, Set<Feature> features, EntryRange range) throws SQLException {
        if (filled(connection) < range.end() - MAX_BEHIND) {
            throw new SearchIncomplete();
        }
        this.connection = connection;
        this.range = range;
        this.block = (range.end() - 1) / PostgresFeatureCounts.BLOCK;
        this.ids = ids(connection, features);
        this.more = ids.size() == features.size();
    }

    private static long filled(Connection connection) throws SQLException {
        try (PreparedStatement select = Transactions.prepare(connection, FILLED);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The features of a search, with those that its other conditions ask for. */
    static Set<Feature> features(Query query) {
        Set<Feature> features = new HashSet<>(query.features());
        if (query.submitter() != null) {
            features.add(Feature.submitter(query.submitter()));
        }
        if (query.outcome() != null) {
            features.add(Feature.outcome(query.outcome()));
        }
        if (query.ground() != null) {
            features.add(Feature.ground(query.ground()));
        }
        return features;
    }

    private static List<Integer> ids(Connection connection, Set<Feature> features) throws SQLException {
        List<Integer> ids = new ArrayList<>();
        try (PreparedStatement select = Transactions.prepare(connection, ID)) {
            for (Feature feature : features) {
                if (StorableText.isStorable(feature.name())) {
                    select.setString(1, PostgresFeatureCounts.kind(feature.kind()));
                    select.setString(2, feature.name());
                    try (ResultSet row = select.executeQuery()) {
                        if (row.next()) {
                            ids.add(row.getInt(1));
                        }
                    }
                }
            }
        }
        return ids;
    }

    /** The next entries; empty: there are no more. */
    List<Long> next(int limit) throws SQLException {
        while (found.size() < limit && more) {
            readBlocks();
        }
        List<Long> next = List.copyOf(found.subList(0, Math.min(limit, found.size())));
        found.subList(0, next.size()).clear();
        if (!next.isEmpty()) {
            last = next.get(next.size() - 1);
        }
        return next;
    }

    /** The last of the entries that were given. */
    @Nullable
    EntryNumber last() {
        return last == null ? null : new EntryNumber(last);
    }

    private void readBlocks() throws SQLException {
        String all = IntStream.range(0, ids.size())
                .mapToObj(i -> "f" + i + ".entries")
                .collect(Collectors.joining(" & "));
        String sql = "SELECT f0.block, " + all + " AS entries FROM "
                + IntStream.range(0, ids.size())
                        .mapToObj(i -> "feature_block f" + i)
                        .collect(Collectors.joining(", "))
                + " WHERE "
                + IntStream.range(0, ids.size())
                        .mapToObj(i -> "f" + i + ".feature = ? AND f" + i + ".block = f0.block")
                        .collect(Collectors.joining(" AND "))
                + " AND bit_count(" + all + ") > 0 AND f0.block BETWEEN ? AND ? ORDER BY f0.block DESC LIMIT "
                + BLOCKS_AT_ONCE;
        List<Object> values = Stream.concat(ids.stream(), Stream.of(range.first() / PostgresFeatureCounts.BLOCK, block))
                .map(Object.class::cast)
                .toList();
        int blocks = 0;
        try (PreparedStatement select = Transactions.prepare(connection, sql, values);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                blocks++;
                block = row.getLong("block") - 1;
                add(row.getLong("block") * PostgresFeatureCounts.BLOCK, row.getString("entries"));
            }
        }
        more = blocks == BLOCKS_AT_ONCE;
    }

    private void add(long first, String bits) {
        for (int place = bits.length() - 1; place >= 0; place--) {
            long entry = first + place;
            if (bits.charAt(place) == '1' && entry >= range.first() && entry < range.end()) {
                found.add(entry);
            }
        }
    }
}
