package kz.sheshim.adapter.postgres;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import kz.sheshim.access.Submitter;
import kz.sheshim.log.CaseFile;
import kz.sheshim.log.RecordReader;
import kz.sheshim.log.Result;
import kz.sheshim.log.tree.Tile;
import org.jspecify.annotations.Nullable;

/** Reads the record row by row, and believes nothing of it. Each call reads a part that is small enough for the timeout of a statement. */
public final class PostgresRecordReader implements RecordReader {
    /** All statements of the transaction see the same moment. */
    private static final String AT_ONE_MOMENT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ";

    private static final String EXTENT =
            "SELECT coalesce((SELECT max(entry) FROM log_entry), 0) AS last, coalesce((SELECT max(size) FROM checkpoint), 0) AS size";
    private static final String EDGE = "SELECT level, number, hashes FROM tree_edge ORDER BY level";
    private static final String STRAYS =
            """
            (SELECT entry FROM case_file WHERE entry > ? ORDER BY entry LIMIT 100)
            UNION (SELECT erased FROM erasure WHERE erased > ? ORDER BY erased LIMIT 100)
            ORDER BY entry
            """;
    /** A tree of less than 2^63 leaves has no full tile of level 7. */
    private static final String SURPLUS =
            """
            WITH tree AS (SELECT CAST(? AS bigint) AS size)
            (SELECT 'tree_run ' || index FROM tree_run WHERE index >= (SELECT size FROM tree) ORDER BY index LIMIT 100)
            UNION ALL
            SELECT 'tree_tile ' || each.level || '/' || number
            FROM generate_series(0, 6) AS each (level) CROSS JOIN LATERAL (
                SELECT number FROM tree_tile
                WHERE level = each.level AND number >= (SELECT size FROM tree) >> 8 * (each.level + 1)
                ORDER BY number LIMIT 100) AS beyond
            UNION ALL
            (SELECT 'tree_tile ' || level || '/' || number FROM tree_tile WHERE level > 6 OR level < 0 OR number < 0 LIMIT 100)
            UNION ALL
            (SELECT 'cosignature ' || size FROM cosignature WHERE size > (SELECT size FROM tree) ORDER BY size LIMIT 100)
            """;

    private static final String END =
            "SELECT coalesce((SELECT entry FROM log_entry WHERE entry BETWEEN ? AND ? ORDER BY entry OFFSET ? LIMIT 1), ?) AS entry";
    private static final String RANGE =
            """
            SELECT coalesce(own.entry, case_file.entry, erasure.erased) AS entry, own.entry IS NULL AS stray,
                own.kind, own.at, own.statement, own.decision, own.revision, own.outcome, own.grounds, own.filed_on, own.secret,
                case_file.entry IS NOT NULL AS has_case_file, sender, reference, received, read, verdict, ground_cells,
                case_file.secret AS case_secret, erasure.entry AS erased_by, erasing.statement AS erasure
            FROM (SELECT * FROM log_entry WHERE entry BETWEEN ? AND ?) AS own
                FULL JOIN (SELECT * FROM case_file WHERE entry BETWEEN ? AND ?) AS case_file ON case_file.entry = own.entry
                FULL JOIN (SELECT * FROM erasure WHERE erased BETWEEN ? AND ?) AS erasure
                    ON erasure.erased = coalesce(own.entry, case_file.entry)
                LEFT JOIN log_entry erasing ON erasing.entry = erasure.entry
            ORDER BY 1
            """;
    private static final String KEPT =
            """
            SELECT own.decision, own.entry, case_file.entry IS NOT NULL AS has_case_file, erasure.entry AS erased_by
            FROM log_entry own
                LEFT JOIN case_file ON case_file.entry = own.entry
                LEFT JOIN erasure ON erasure.erased = own.entry
            WHERE own.decision = ANY (?)
            """;
    private static final String RUNS =
            "SELECT index, entry, length FROM tree_run WHERE index >= ? AND index < ? ORDER BY index LIMIT ?";
    private static final String CHECKPOINTS =
            """
            SELECT each.size, root, note, ARRAY(SELECT line FROM cosignature WHERE cosignature.size = each.size ORDER BY line) AS lines
            FROM (
                (SELECT size FROM checkpoint WHERE size > ? AND size <= ? ORDER BY size LIMIT ?)
                UNION (SELECT size FROM cosignature WHERE size > ? AND size <= ? ORDER BY size LIMIT ?)
                ORDER BY size LIMIT ?) AS each
                LEFT JOIN checkpoint ON checkpoint.size = each.size
            ORDER BY each.size
            """;
    /** Stands for NULL in a column that the service never leaves empty. No text of the database can be the same. */
    private static final String NULL = "\0";

    /** The columns that a decision fills. */
    private static final List<String> COLUMNS =
            List.of("decision", "revision", "outcome", "grounds", "filed_on", "secret");

    private final Transactions transactions;
    private final PostgresTreeStore tree;

    public PostgresRecordReader(DataSource database) {
        this.transactions = new Transactions(database);
        this.tree = new PostgresTreeStore(database);
    }

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> read(String sql, List<Object> values, RowReader<T> reader) {
        return transactions.read(connection -> read(connection, sql, values, reader));
    }

    private static <T> List<T> read(Connection connection, String sql, List<Object> values, RowReader<T> reader)
            throws SQLException {
        try (PreparedStatement select = Transactions.prepare(connection, sql, values);
                ResultSet row = select.executeQuery()) {
            List<T> read = new ArrayList<>();
            while (row.next()) {
                read.add(reader.read(row));
            }
            return read;
        }
    }

    @Override
    public Map<Tile, byte[]> read(Set<Tile> tiles) {
        return tree.read(tiles);
    }

    @Override
    public Extent extent() {
        return transactions.read(connection -> {
            try (PreparedStatement isolated = Transactions.prepare(connection, AT_ONE_MOMENT)) {
                isolated.execute();
            }
            long[] extent = read(
                            connection, EXTENT, List.of(), row -> new long[] {row.getLong("last"), row.getLong("size")})
                    .get(0);
            List<Edge> edge = read(
                    connection,
                    EDGE,
                    List.of(),
                    row -> new Edge(row.getInt("level"), row.getLong("number"), row.getBytes("hashes")));
            List<Long> strays = read(connection, STRAYS, List.of(extent[0], extent[0]), row -> row.getLong(1));
            List<String> surplus = read(connection, SURPLUS, List.of(extent[1]), row -> row.getString(1));
            return new Extent(extent[0], extent[1], edge, strays, surplus);
        });
    }

    @Override
    public long end(long from, int entries, long last) {
        return read(END, List.of(from, last, entries - 1, last), row -> row.getLong("entry"))
                .get(0);
    }

    @Override
    public Range range(long from, long to) {
        List<RecordedEntry> entries = new ArrayList<>();
        List<Long> strays = new ArrayList<>();
        read(
                RANGE,
                List.of(from, to, from, to, from, to),
                row -> row.getBoolean("stray") ? strays.add(row.getLong("entry")) : entries.add(entry(row)));
        return new Range(entries, strays);
    }

    private static RecordedEntry entry(ResultSet row) throws SQLException {
        Set<String> filled = new LinkedHashSet<>();
        for (String column : COLUMNS) {
            if (row.getObject(column) != null) {
                filled.add(column);
            }
        }
        return new RecordedEntry(
                row.getLong("entry"),
                text(row, "kind"),
                Objects.requireNonNullElse(row.getObject("at", OffsetDateTime.class), OffsetDateTime.MIN)
                        .toInstant(),
                text(row, "statement"),
                row.getObject("decision", UUID.class),
                row.getString("revision"),
                result(row),
                filled,
                row.getBytes("secret"),
                row.getBoolean("has_case_file") ? caseFile(row) : null,
                row.getBytes("case_secret"),
                number(row, "erased_by"),
                row.getString("erasure"));
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : number;
    }

    private static @Nullable Result result(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        List<String> grounds = texts(row, "grounds");
        LocalDate filedOn = row.getObject("filed_on", LocalDate.class);
        return outcome == null || grounds == null || filedOn == null ? null : new Result(outcome, grounds, filedOn);
    }

    /** What the service cannot have written becomes a case file that no entry commits to. */
    private static CaseFile caseFile(ResultSet row) throws SQLException {
        String sender = text(row, "sender");
        boolean isName = Submitter.isName(sender);
        return new CaseFile(
                isName ? new Submitter(sender) : Submitter.UNKNOWN,
                isName ? text(row, "reference") : NULL,
                text(row, "received"),
                text(row, "read"),
                text(row, "verdict"),
                Objects.requireNonNullElse(texts(row, "ground_cells"), List.of(NULL)));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), NULL);
    }

    /** Null unless it is a list of texts, as the service writes it. */
    private static @Nullable List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array != null
                        && array.getArray() instanceof String[] texts
                        && Stream.of(texts).allMatch(Objects::nonNull)
                ? List.of(texts)
                : null;
    }

    @Override
    public List<Kept> kept(Collection<UUID> decisions) {
        return transactions.read(connection -> read(
                connection,
                KEPT,
                List.of(connection.createArrayOf("uuid", decisions.toArray())),
                row -> new Kept(
                        row.getObject("decision", UUID.class),
                        row.getLong("entry"),
                        row.getBoolean("has_case_file"),
                        number(row, "erased_by"))));
    }

    @Override
    public List<Run> runs(long from, long end, int max) {
        return read(
                RUNS,
                List.of(from, end, max),
                row -> new Run(row.getLong("index"), row.getLong("entry"), row.getInt("length")));
    }

    @Override
    public List<RecordedCheckpoint> checkpoints(long largerThan, long to, int max) {
        return read(
                CHECKPOINTS,
                List.of(largerThan, to, max, largerThan, to, max, max),
                row -> new RecordedCheckpoint(
                        row.getLong("size"),
                        row.getBytes("root"),
                        row.getString("note"),
                        Objects.requireNonNullElse(texts(row, "lines"), List.of())));
    }
}
