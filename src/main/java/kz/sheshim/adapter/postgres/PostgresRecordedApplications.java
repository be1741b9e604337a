package kz.sheshim.adapter.postgres;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import kz.sheshim.bulk.RecordedApplications;
import kz.sheshim.log.DecisionId;
import kz.sheshim.policy.Revision;

/** Reads case files in pages, each a short transaction, so that a long run holds back neither vacuum nor a connection. */
public final class PostgresRecordedApplications implements RecordedApplications {
    private static final String SELECTED =
            """
            FROM log_entry JOIN case_file USING (entry)
            WHERE log_entry.kind = 'decision'
                AND (?::date IS NULL OR filed_on >= ?::date) AND (?::date IS NULL OR filed_on <= ?::date)
                AND (?::text IS NULL OR outcome = ?::text) AND (?::text IS NULL OR grounds @> ARRAY[?::text])
                AND (?::text IS NULL OR sender = ?::text)
            """;
    private static final String FIRST =
            "SELECT min(entry) - 1 FROM (SELECT entry " + SELECTED + " ORDER BY entry DESC LIMIT ?) newest";
    private static final String PAGE =
            "SELECT entry, decision, revision, received, verdict " + SELECTED + " AND entry > ? ORDER BY entry LIMIT ?";

    private final Transactions transactions;

    public PostgresRecordedApplications(DataSource database) {
        this.transactions = new Transactions(database);
    }

    @Override
    public long before(Selection selection) {
        Integer newest = selection.newest();
        return newest == null
                ? 0
                : transactions.read(connection -> {
                    try (PreparedStatement select = Transactions.prepare(connection, FIRST)) {
                        select.setInt(set(select, selection), newest);
                        try (ResultSet row = select.executeQuery()) {
                            row.next();
                            return row.getLong(1);
                        }
                    }
                });
    }

    @Override
    public List<Recorded> after(long entry, Selection selection, int most) {
        return transactions.read(connection -> {
            try (PreparedStatement select = Transactions.prepare(connection, PAGE)) {
                int next = set(select, selection);
                select.setLong(next, entry);
                select.setInt(next + 1, most);
                try (ResultSet row = select.executeQuery()) {
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
            }
        });
    }

    /** Sets the parameters of the selection, each twice. Returns the number of the next parameter. */
    private static int set(PreparedStatement select, Selection selection) throws java.sql.SQLException {
        int next = 1;
        for (Object value : new Object[] {
            selection.from(), selection.to(), selection.outcome(), selection.ground(), selection.sender()
        }) {
            String text = value == null ? null : value.toString();
            select.setString(next++, text);
            select.setString(next++, text);
        }
        return next;
    }
}
