package kz.sheshim.adapter.postgres;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import kz.sheshim.access.Submitter;
import kz.sheshim.log.CaseFile;
import kz.sheshim.log.RecordReader;
import kz.sheshim.log.Result;
import kz.sheshim.log.TreeStore.SignedTree;
import kz.sheshim.log.tree.Hash;
import kz.sheshim.log.tree.Tile;

/** Reads the record row by row, and believes nothing of it. */
public final class PostgresRecordReader implements RecordReader {
    private static final String LAST = "SELECT coalesce(max(entry), 0) FROM log_entry";
    private static final String ENTRIES =
            """
            SELECT own.entry, own.kind, own.at, own.statement, own.decision, own.revision, own.outcome, own.grounds, own.filed_on, own.secret,
                case_file.entry IS NOT NULL AS has_case_file, sender, reference, received, read, verdict, ground_cells,
                case_file.secret AS case_secret, erasure.entry AS erased_by, erasing.statement AS erasure
            FROM log_entry own
                LEFT JOIN case_file ON case_file.entry = own.entry
                LEFT JOIN erasure ON erasure.erased = own.entry
                LEFT JOIN log_entry erasing ON erasing.entry = erasure.entry
            WHERE own.entry BETWEEN ? AND ?
            ORDER BY own.entry
            """;
    private static final String RUNS =
            "SELECT index, entry, length FROM tree_run WHERE index >= ? ORDER BY index LIMIT ?";
    private static final String CHECKPOINTS =
            "SELECT size, root, note FROM checkpoint WHERE size > ? ORDER BY size LIMIT ?";
    private static final String STRAY =
            "SELECT entry FROM case_file WHERE NOT EXISTS (SELECT FROM log_entry WHERE log_entry.entry = case_file.entry) LIMIT 100";

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
        return transactions.read(connection -> {
            try (PreparedStatement select = Transactions.prepare(connection, sql, values);
                    ResultSet row = select.executeQuery()) {
                List<T> read = new ArrayList<>();
                while (row.next()) {
                    read.add(reader.read(row));
                }
                return read;
            }
        });
    }

    @Override
    public Map<Tile, byte[]> read(Set<Tile> tiles) {
        return tree.read(tiles);
    }

    @Override
    public long lastEntry() {
        return read(LAST, List.of(), row -> row.getLong(1)).get(0);
    }

    @Override
    public List<RecordedEntry> entries(long from, long to) {
        return read(ENTRIES, List.of(from, to), PostgresRecordReader::entry);
    }

    private static RecordedEntry entry(ResultSet row) throws SQLException {
        boolean isDecision = row.getObject("decision") != null && row.getString("outcome") != null;
        long erasedBy = row.getLong("erased_by");
        boolean isErased = !row.wasNull();
        return new RecordedEntry(
                row.getLong("entry"),
                row.getString("kind"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("statement"),
                row.getObject("decision", UUID.class),
                row.getString("revision"),
                isDecision
                        ? new Result(
                                row.getString("outcome"),
                                texts(row, "grounds"),
                                row.getObject("filed_on", LocalDate.class))
                        : null,
                row.getBytes("secret"),
                row.getBoolean("has_case_file") ? caseFile(row) : null,
                row.getBytes("case_secret"),
                isErased ? erasedBy : null,
                row.getString("erasure"));
    }

    private static CaseFile caseFile(ResultSet row) throws SQLException {
        return new CaseFile(
                new Submitter(row.getString("sender")),
                row.getString("reference"),
                row.getString("received"),
                row.getString("read"),
                row.getString("verdict"),
                texts(row, "ground_cells"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    @Override
    public List<Run> runs(long from, int max) {
        return read(
                RUNS,
                List.of(from, max),
                row -> new Run(row.getLong("index"), row.getLong("entry"), row.getInt("length")));
    }

    @Override
    public List<SignedTree> checkpoints(long largerThan, int max) {
        return read(
                CHECKPOINTS,
                List.of(largerThan, max),
                row -> new SignedTree(row.getLong("size"), Hash.of(row.getBytes("root")), row.getString("note")));
    }

    @Override
    public List<Long> strayCaseFiles() {
        return read(STRAY, List.of(), row -> row.getLong("entry"));
    }
}
