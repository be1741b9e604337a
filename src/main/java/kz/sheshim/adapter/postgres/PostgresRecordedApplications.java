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

    /** Both tables have the bounds: PostgreSQL does not conclude those of one from those of the other. */
    private static final String SELECTED =
            """
            FROM log_entry JOIN case_file USING (entry)
            WHERE log_entry.kind = 'decision'
                AND log_entry.entry > ? AND log_entry.entry <= ? AND case_file.entry > ? AND case_file.entry <= ?
                AND (?::date IS NULL OR filed_on >= ?::date) AND (?::date IS NULL OR filed_on <= ?::date)
                AND (?::text IS NULL OR outcome = ?::text) AND (?::text IS NULL OR grounds @> ARRAY[?::text])
                AND (?::text IS NULL OR sender = ?::text)
            """;

    private static final String NEWEST = "SELECT count(*) AS number, min(entry) AS first FROM (SELECT entry " + SELECTED
            + " ORDER BY entry DESC LIMIT ?) newest";
    private static final String PAGE =
            "SELECT entry, decision, revision, received, verdict " + SELECTED + " ORDER BY entry LIMIT ?";

    private final Transactions transactions;

    public PostgresRecordedApplications(DataSource database) {
        this.transactions = new Transactions(database);
    }

    @Override
    public long before(Selection selection) {
        Integer newest = selection.newest();
        if (newest == null) {
            return 0;
        }
        long missing = newest;
        for (long end = last(); end > 0; end -= RANGE) {
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
        return in(end - RANGE, selection, NEWEST, most, row -> {
            row.next();
            return new Newest(row.getLong("number"), row.getLong("first"));
        });
    }

    @Override
    public List<Recorded> after(long entry, Selection selection, int most) {
        long last = last();
        for (long begin = entry; begin < last; begin += RANGE) {
            List<Recorded> page = in(begin, selection, PAGE, most, PostgresRecordedApplications::page);
            if (!page.isEmpty()) {
                return page;
            }
        }
        return List.of();
    }

    private static List<Recorded> page(ResultSet row) throws SQLException {
        List<Recorded> page = new ArrayList<>();
        while (row.next()) {
            page.add(new Recorded(
                    row.getLong("entry"),
                    new DecisionId(row.getObject("decision", UUID.class)),
                    new Revision(Objects.requireNonNull(row.getString("revision"))),
                    Objects.requireNonNull(row.getString("received")),
                    Objects.requireNonNull(row.getString("verdict"))));
        }
        return page;
    }

    private long last() {
        return transactions.read(EntryMoments::last);
    }

    private interface Rows<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Asks about the selected entries of the range after an entry. */
    private <T> T in(long entry, Selection selection, String sql, long most, Rows<T> rows) {
        List<@Nullable Object> values = new ArrayList<>(List.of(entry, entry + RANGE, entry, entry + RANGE));
        for (Object value : new @Nullable Object[] {
            selection.from(), selection.to(), selection.outcome(), selection.ground(), selection.submitter()
        }) {
            String text = value == null ? null : value.toString();
            values.add(text);
            values.add(text);
        }
        values.add(most);
        return transactions.read(connection -> {
            try (PreparedStatement select = Transactions.prepare(connection, sql, values);
                    ResultSet row = select.executeQuery()) {
                return rows.read(row);
            }
        });
    }
}
