package kz.sheshim.adapter.postgres;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import kz.sheshim.log.DecisionCounts;

/** Counts rows of {@code log_entry}. */
public final class PostgresDecisionCounts implements DecisionCounts {
    private static final String COUNT =
            """
            SELECT (at AT TIME ZONE ?)::date AS day, outcome, grounds, count(*) AS decisions FROM log_entry
            WHERE entry BETWEEN ? AND ? AND kind = 'decision' AND at >= ? AND at < ?
            GROUP BY day, outcome, grounds
            """;

    private final Transactions transactions;

    public PostgresDecisionCounts(DataSource database) {
        this.transactions = new Transactions(database);
    }

    @Override
    public Map<LocalDate, List<Count>> of(LocalDate first, LocalDate last, ZoneId zone) {
        Instant from = first.atStartOfDay(zone).toInstant();
        Instant until = last.plusDays(1).atStartOfDay(zone).toInstant();
        return transactions.read(connection -> {
            long end = EntryMoments.last(connection);
            List<Object> values = List.of(
                    zone.getId(),
                    EntryMoments.first(connection, from, end) - EntryMoments.MARGIN,
                    EntryMoments.first(connection, until, end) + EntryMoments.MARGIN,
                    from.atOffset(ZoneOffset.UTC),
                    until.atOffset(ZoneOffset.UTC));
            try (PreparedStatement select = Transactions.prepare(connection, COUNT, values);
                    ResultSet row = select.executeQuery()) {
                Map<LocalDate, List<Count>> counts = new HashMap<>();
                while (row.next()) {
                    counts.computeIfAbsent(row.getObject("day", LocalDate.class), day -> new ArrayList<>())
                            .add(new Count(
                                    row.getString("outcome"),
                                    List.of((String[]) row.getArray("grounds").getArray()),
                                    row.getLong("decisions")));
                }
                return counts;
            }
        });
    }
}
