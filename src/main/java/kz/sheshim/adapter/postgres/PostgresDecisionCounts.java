package kz.sheshim.adapter.postgres;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import kz.sheshim.log.DecisionCounts;

/** Counts rows of {@code log_entry}. */
public final class PostgresDecisionCounts implements DecisionCounts {
    private static final String COUNT =
            """
            SELECT outcome, grounds, count(*) AS decisions FROM log_entry
            WHERE entry BETWEEN ? AND ? AND kind = 'decision' AND at >= ? AND at < ?
            GROUP BY outcome, grounds
            """;

    private final Transactions transactions;

    public PostgresDecisionCounts(DataSource database) {
        this.transactions = new Transactions(database);
    }

    @Override
    public List<Count> of(Instant from, Instant until) {
        return transactions.read(connection -> {
            long last = EntryMoments.last(connection);
            long begin = EntryMoments.first(connection, from, last);
            long end = EntryMoments.first(connection, until, last);
            List<Object> values = List.of(
                    begin - EntryMoments.MARGIN,
                    end + EntryMoments.MARGIN,
                    from.atOffset(ZoneOffset.UTC),
                    until.atOffset(ZoneOffset.UTC));
            try (PreparedStatement select = Transactions.prepare(connection, COUNT, values);
                    ResultSet row = select.executeQuery()) {
                List<Count> counts = new ArrayList<>();
                while (row.next()) {
                    counts.add(new Count(
                            row.getString("outcome"),
                            List.of((String[]) row.getArray("grounds").getArray()),
                            row.getLong("decisions")));
                }
                return List.copyOf(counts);
            }
        });
    }
}
