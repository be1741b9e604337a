package kz.sheshim.adapter.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import kz.sheshim.log.EntryNumber;
import kz.sheshim.log.Statement;
import kz.sheshim.log.TreeStore;
import kz.sheshim.log.tree.Hash;
import kz.sheshim.log.tree.NoteSignature;
import kz.sheshim.log.tree.Tile;

/**
 * The tree in the tables {@code tree_run}, {@code tree_tile}, {@code tree_edge} and {@code checkpoint}. The turn is an advisory lock of the transaction: when
 * a service dies, the database ends its transaction and the next service takes the turn.
 */
public final class PostgresTreeStore implements TreeStore {
    private static final String TAKE_TURN = "SELECT pg_try_advisory_xact_lock(hashtext('kz.sheshim.tree'))";
    private static final String CHECKPOINT =
            """
            SELECT size, root, note || coalesce(
                (SELECT string_agg(line || E'\\n', '' ORDER BY line) FROM cosignature WHERE cosignature.size = checkpoint.size), '') AS note
            FROM checkpoint
            """;
    private static final String NEWEST = CHECKPOINT + " ORDER BY size DESC LIMIT 1";
    private static final String COSIGNED = CHECKPOINT
            + " WHERE size IN (SELECT DISTINCT size FROM cosignature ORDER BY size DESC LIMIT ?) ORDER BY size DESC";
    private static final String COSIGN =
            "INSERT INTO cosignature (size, line) VALUES (?, ?) ON CONFLICT (size, line) DO NOTHING";
    private static final String LAST_ENTRY = "SELECT entry + length - 1 FROM tree_run ORDER BY index DESC LIMIT 1";
    private static final String NEWEST_KEY =
            "SELECT statement FROM log_entry WHERE kind = 'key' ORDER BY entry DESC LIMIT 1";
    private static final String APPEND = "INSERT INTO log_entry (kind, at, statement) VALUES (?, ?, ?)";
    private static final String RUN = "SELECT index, entry, length FROM tree_run ";
    private static final String WAITING =
            """
            SELECT entry, at, statement FROM log_entry
            WHERE entry > coalesce((SELECT entry + length - 1 FROM tree_run ORDER BY index DESC LIMIT 1), 0)
            ORDER BY entry LIMIT ?
            """;
    private static final String LEAVES =
            """
            SELECT log_entry.entry, statement
            FROM tree_run JOIN log_entry
                ON log_entry.entry >= tree_run.entry + greatest(?1 - index, 0)
                AND log_entry.entry < tree_run.entry + least(length, ?2 - index)
            WHERE index >= coalesce((SELECT max(index) FROM tree_run WHERE index <= ?1), 0) AND index < ?2
            ORDER BY log_entry.entry
            """
                    .replace("?1", "CAST(? AS bigint)")
                    .replace("?2", "CAST(? AS bigint)");
    private static final String TILES =
            """
            SELECT tile.level, tile.number, coalesce(tree_tile.hashes, tree_edge.hashes) AS hashes
            FROM unnest(?::smallint[], ?::bigint[]) AS tile (level, number)
                LEFT JOIN tree_tile ON (tree_tile.level, tree_tile.number) = (tile.level, tile.number)
                LEFT JOIN tree_edge ON (tree_edge.level, tree_edge.number) = (tile.level, tile.number)
            """;
    private static final String INSERT_RUN = "INSERT INTO tree_run (index, entry, length) VALUES (?, ?, ?)";
    private static final String INSERT_TILE = "INSERT INTO tree_tile (level, number, hashes) VALUES (?, ?, ?)";
    private static final String REPLACE_EDGE =
            """
            INSERT INTO tree_edge (level, number, hashes) VALUES (?, ?, ?)
            ON CONFLICT (level) DO UPDATE SET number = excluded.number, hashes = excluded.hashes
            """;
    private static final String INSERT_CHECKPOINT = "INSERT INTO checkpoint (size, root, note) VALUES (?, ?, ?)";

    private final Transactions transactions;

    public PostgresTreeStore(DataSource database) {
        this.transactions = new Transactions(database);
    }

    @Override
    public Optional<SignedTree> newest() {
        return transactions.read(PostgresTreeStore::newest);
    }

    @Override
    public List<SignedTree> cosigned(int max) {
        return transactions.read(connection -> {
            try (PreparedStatement select = Transactions.prepare(connection, COSIGNED, List.of(max));
                    ResultSet row = select.executeQuery()) {
                List<SignedTree> cosigned = new ArrayList<>();
                while (row.next()) {
                    cosigned.add(tree(row));
                }
                return cosigned;
            }
        });
    }

    @Override
    public void cosign(long size, NoteSignature cosignature) {
        transactions.writeInStatements(connection -> {
            try (PreparedStatement insert =
                    Transactions.prepare(connection, COSIGN, List.of(size, cosignature.line()))) {
                return insert.executeUpdate();
            }
        });
    }

    @Override
    public Optional<Statement> newestKey() {
        return transactions.read(PostgresTreeStore::newestKey);
    }

    @Override
    public Optional<Instant> waitingSince() {
        return transactions.read(connection -> {
            try (PreparedStatement select = Transactions.prepare(connection, WAITING, List.of(1));
                    ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(row.getObject("at", OffsetDateTime.class).toInstant())
                        : Optional.empty();
            }
        });
    }

    @Override
    public Optional<Long> index(EntryNumber entry) {
        return transactions.read(connection -> {
            String run = RUN + "WHERE entry <= ? ORDER BY entry DESC LIMIT 1";
            try (PreparedStatement select = Transactions.prepare(connection, run, List.of(entry.value()));
                    ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                long place = entry.value() - row.getLong("entry");
                return place < row.getLong("length") ? Optional.of(row.getLong("index") + place) : Optional.empty();
            }
        });
    }

    @Override
    public List<Leaf> leaves(long index, int count) {
        long end = index + count;
        return transactions.read(connection -> {
            try (PreparedStatement select = Transactions.prepare(connection, LEAVES, List.of(index, end, index, end))) {
                return leaves(select);
            }
        });
    }

    @Override
    public Map<Tile, byte[]> read(Set<Tile> tiles) {
        return transactions.read(connection -> read(connection, tiles));
    }

    @Override
    public <T> Optional<T> inTurn(Function<Turn, T> work) {
        return transactions.write(connection ->
                takesTurn(connection) ? Optional.of(work.apply(new InTransaction(connection))) : Optional.empty());
    }

    private static boolean takesTurn(Connection connection) throws SQLException {
        try (PreparedStatement take = Transactions.prepare(connection, TAKE_TURN);
                ResultSet row = take.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static Optional<SignedTree> newest(Connection connection) throws SQLException {
        try (PreparedStatement select = Transactions.prepare(connection, NEWEST);
                ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(tree(row)) : Optional.empty();
        }
    }

    private static Optional<Statement> newestKey(Connection connection) throws SQLException {
        try (PreparedStatement select = Transactions.prepare(connection, NEWEST_KEY);
                ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(new Statement(row.getString(1))) : Optional.empty();
        }
    }

    private static SignedTree tree(ResultSet row) throws SQLException {
        return new SignedTree(row.getLong("size"), Hash.of(row.getBytes("root")), row.getString("note"));
    }

    private static List<Leaf> leaves(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            List<Leaf> leaves = new ArrayList<>();
            while (row.next()) {
                leaves.add(new Leaf(new EntryNumber(row.getLong("entry")), new Statement(row.getString("statement"))));
            }
            return leaves;
        }
    }

    private static Map<Tile, byte[]> read(Connection connection, Set<Tile> tiles) throws SQLException {
        try (PreparedStatement select = Transactions.prepare(connection, TILES)) {
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "int2", tiles.stream().map(Tile::level).toArray()));
            select.setArray(
                    2,
                    connection.createArrayOf(
                            "int8", tiles.stream().map(Tile::index).toArray()));
            Map<Tile, byte[]> read = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    byte[] hashes = row.getBytes("hashes");
                    for (Tile tile : tiles) {
                        if (hashes != null
                                && tile.level() == row.getInt("level")
                                && tile.index() == row.getLong("number")
                                && tile.bytes() <= hashes.length) {
                            read.put(tile, Arrays.copyOf(hashes, tile.bytes()));
                        }
                    }
                }
            }
            return read;
        }
    }

    /** The turn of an integrator. */
    private record InTransaction(Connection connection) implements Turn {

        private interface Statements<T> {
            T run() throws SQLException;
        }

        /** The transaction sees the error again when it is told what failed. */
        private static <T> T run(Statements<T> statements) {
            try {
                return statements.run();
            } catch (SQLException failed) {
                throw new Transactions.Failed(failed);
            }
        }

        @Override
        public Optional<SignedTree> newest() {
            return run(() -> PostgresTreeStore.newest(connection));
        }

        @Override
        public long lastEntry() {
            return run(() -> {
                try (PreparedStatement select = Transactions.prepare(connection, LAST_ENTRY);
                        ResultSet row = select.executeQuery()) {
                    return row.next() ? row.getLong(1) : 0;
                }
            });
        }

        @Override
        public Optional<Statement> newestKey() {
            return run(() -> PostgresTreeStore.newestKey(connection));
        }

        @Override
        public void append(String kind, Instant at, Statement statement) {
            run(() -> {
                try (PreparedStatement insert = Transactions.prepare(
                        connection, APPEND, List.of(kind, at.atOffset(ZoneOffset.UTC), statement.text()))) {
                    return insert.executeUpdate();
                }
            });
        }

        @Override
        public List<Leaf> waiting(int max) {
            return run(() -> {
                try (PreparedStatement select = Transactions.prepare(connection, WAITING, List.of(max))) {
                    return leaves(select);
                }
            });
        }

        @Override
        public Map<Tile, byte[]> read(Set<Tile> tiles) {
            return run(() -> PostgresTreeStore.read(connection, tiles));
        }

        @Override
        public void store(long index, List<Leaf> leaves, Map<Tile, byte[]> tiles) {
            run(() -> {
                storeRuns(index, leaves);
                try (PreparedStatement full = Transactions.prepare(connection, INSERT_TILE);
                        PreparedStatement partial = Transactions.prepare(connection, REPLACE_EDGE)) {
                    for (Map.Entry<Tile, byte[]> each : tiles.entrySet()) {
                        PreparedStatement insert = each.getKey().width() == Tile.FULL ? full : partial;
                        insert.setInt(1, each.getKey().level());
                        insert.setLong(2, each.getKey().index());
                        insert.setBytes(3, each.getValue());
                        insert.addBatch();
                    }
                    full.executeBatch();
                    partial.executeBatch();
                }
                return tiles;
            });
        }

        /** Entries with consecutive numbers make one row. */
        private void storeRuns(long index, List<Leaf> leaves) throws SQLException {
            try (PreparedStatement insert = Transactions.prepare(connection, INSERT_RUN)) {
                int start = 0;
                for (int end = 1; end <= leaves.size(); end++) {
                    if (end == leaves.size() || number(leaves, end) != number(leaves, end - 1) + 1) {
                        insert.setLong(1, index + start);
                        insert.setLong(2, number(leaves, start));
                        insert.setInt(3, end - start);
                        insert.addBatch();
                        start = end;
                    }
                }
                insert.executeBatch();
            }
        }

        private static long number(List<Leaf> leaves, int place) {
            return leaves.get(place).entry().value();
        }

        @Override
        public void store(SignedTree checkpoint) {
            run(() -> {
                try (PreparedStatement insert = Transactions.prepare(connection, INSERT_CHECKPOINT)) {
                    insert.setLong(1, checkpoint.size());
                    insert.setBytes(2, checkpoint.root().bytes());
                    insert.setString(3, checkpoint.note());
                    return insert.executeUpdate();
                }
            });
        }
    }
}
