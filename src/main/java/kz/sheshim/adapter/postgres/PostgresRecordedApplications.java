package kz.sheshim.adapter.postgres;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import kz.sheshim.bulk.RecordedApplications;
import kz.sheshim.log.DecisionId;
import kz.sheshim.policy.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Reads case files in pages, each a short transaction, so that a long run holds back neither vacuum nor a connection. A statement looks at a range of entries, so
 * that none takes long, however few of a large record are selected.
 */
public final class PostgresRecordedApplications implements RecordedApplications {
    /** Number of entries that one statement looks at. */
    private static final long RANGE = 50_000;

    /**
     * Entries are bounded on both tables: PostgreSQL does not conclude the bounds of one from those of the other. The submitter of a decision whose case file is
     * gone is not known.
     */
    private static final String SELECTED =
            """
            FROM log_entry LEFT JOIN case_file
                ON case_file.entry = log_entry.entry AND case_file.entry > ? AND case_file.entry <= ?
            WHERE log_entry.kind = 'decision' AND log_entry.entry > ? AND log_entry.entry <= ?
                AND (?::date IS NULL OR filed_on >= ?::date) AND (?::date IS NULL OR filed_on <= ?::date)
                AND (?::text IS NULL OR outcome = ?::text) AND (?::text IS NULL OR grounds @> ARRAY[?::text])
                AND (?::text IS NULL OR sender IS NULL OR sender = ?::text)
            """;

    private static final String NEWEST = "SELECT count(*) AS number, min(entry) AS first FROM (SELECT log_entry.entry "
            + SELECTED + " AND case_file.entry IS NOT NULL ORDER BY log_entry.entry DESC LIMIT ?) newest";

    /** The length of a text is known without reading it. */
    private static final String PAGE =
            """
            SELECT entry, decision, revision, received, verdict, erased FROM (
                SELECT *, sum(length) OVER (ORDER BY entry) - length AS before FROM (
                    SELECT log_entry.entry, decision, revision, received, verdict,
                        coalesce(octet_length(received) + octet_length(verdict), 0) AS length,
                        CASE WHEN case_file.entry IS NULL
                            THEN EXISTS (SELECT FROM erasure WHERE erasure.erased = log_entry.entry) END AS erased
            """
                    + SELECTED + " ORDER BY log_entry.entry LIMIT ?) page) sized WHERE before < ? ORDER BY entry";

    private static final String AFTER =
            "SELECT count(*) FROM (SELECT FROM log_entry WHERE entry > ? AND kind = 'decision' ORDER BY entry LIMIT ?)"
                    + " later";

    private final Transactions transactions;

    public PostgresRecordedApplications(DataSource database) {
        this.transactions = new Transactions(database);
    }

    @Override
    public Range range(Selection selection) {
        long last = last();
        Integer newest = selection.newest();
        return new Range(newest == null ? 0 : before(selection, last, newest), last);
    }

    /** The entry before the newest ones up to the last. */
    private long before(Selection selection, long last, int number) {
        long missing = number;
        for (long end = last; end > 0; end -= RANGE) {
            Newest found = newest(selection, end, missing);
            missing -= found.number();
            if (missing == 0) {
                return found.first() - 1;
            }
        }
        return 0;
    }

    /** The newest ones of a range. */
    private record Newest(long number, long first) {}

    private Newest newest(Selection selection, long end, long most) {
        return in(new Range(end - RANGE, end), selection, NEWEST, List.of(most), row -> {
            row.next();
            return new Newest(row.getLong("number"), row.getLong("first"));
        });
    }

    @Override
    public Page page(Range range, Selection selection, int most, long mostBytes) {
        Range looked = new Range(range.after(), Math.min(range.after() + RANGE, range.last()));
        return in(looked, selection, PAGE, List.of(most, mostBytes), row -> {
            List<Recorded> applications = new ArrayList<>();
            List<Gone> gone = new ArrayList<>();
            long last = looked.last();
            while (row.next()) {
                last = row.getLong("entry");
                DecisionId id = new DecisionId(row.getObject("decision", UUID.class));
                boolean erased = row.getBoolean("erased");
                if (row.wasNull()) {
                    applications.add(new Recorded(
                            last,
                            id,
                            new Revision(Objects.requireNonNull(row.getString("revision"))),
                            Objects.requireNonNull(row.getString("received")),
                            Objects.requireNonNull(row.getString("verdict"))));
                } else {
                    gone.add(new Gone(last, id, erased));
                }
            }
            return new Page(applications, gone, new Range(last, range.last()));
        });
    }

    @Override
    public int countAfter(long entry, int most) {
        return transactions.read(connection -> {
            try (PreparedStatement select = Transactions.prepare(connection, AFTER, List.of(entry, most));
                    ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        });
    }

    private long last() {
        return transactions.read(EntryMoments::last);
    }

    private interface Rows<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Asks about the selected entries of a range. */
    private <T> T in(Range range, Selection selection, String sql, List<?> limits, Rows<T> rows) {
        List<@Nullable Object> values =
                new ArrayList<>(List.of(range.after(), range.last(), range.after(), range.last()));
        for (Object value : new @Nullable Object[] {
            selection.from(), selection.to(), selection.outcome(), selection.ground(), selection.submitter()
        }) {
            String text = value == null ? null : value.toString();
            values.add(text);
            values.add(text);
        }
        values.addAll(limits);
        return transactions.read(connection -> {
            try (PreparedStatement select = Transactions.prepare(connection, sql, values);
                    ResultSet row = select.executeQuery()) {
                return rows.read(row);
            }
        });
    }
}
