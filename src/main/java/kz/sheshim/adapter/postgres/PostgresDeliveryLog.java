package kz.sheshim.adapter.postgres;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import kz.sheshim.delivery.Delivery;
import kz.sheshim.delivery.DeliveryLog;
import kz.sheshim.delivery.DeliveryNumber;
import kz.sheshim.log.EntryNumber;

/** The table {@code hand_over} as operators see it. */
public final class PostgresDeliveryLog implements DeliveryLog {
    private static final String SELECT = "SELECT " + DeliveryRow.COLUMNS + " FROM " + DeliveryRow.TABLES;

    private static final String RETRY =
            """
            UPDATE hand_over SET state = 'waiting', attempts = 0, failing_since = NULL, next_attempt = NULL, look_at = ?
            WHERE number = ? AND state IN ('waiting', 'dead')
            """;

    /**
     * What waits for the abandoned one is looked at now. It is changed even if it would be looked at anyway: who has found it blocked, and puts it off at this
     * moment, then finds it changed.
     */
    private static final String ABANDON =
            """
            WITH abandoned AS (
                UPDATE hand_over SET state = 'abandoned', next_attempt = NULL, settled_at = ?
                WHERE number = ? AND state IN ('waiting', 'dead')
                RETURNING number, destination, application),
            freed AS (
                UPDATE hand_over later SET look_at = ?
                FROM abandoned
                WHERE later.destination = abandoned.destination AND later.application = abandoned.application AND later.number <> abandoned.number
                    AND later.state = 'waiting' AND later.next_attempt IS NULL)
            SELECT number FROM abandoned
            """;

    private static final int MAX_COUNTED = 100_000;

    /** Finds one destination after the other in the index, and counts at most {@value #MAX_COUNTED} deliveries of each, so that the query stays fast. */
    private static final String UNSETTLED =
            """
            WITH RECURSIVE target (destination) AS (
                (SELECT destination FROM hand_over WHERE state IN ('waiting', 'dead') ORDER BY destination LIMIT 1)
                UNION ALL
                SELECT (SELECT destination FROM hand_over
                    WHERE state IN ('waiting', 'dead') AND destination > target.destination ORDER BY destination LIMIT 1)
                FROM target WHERE destination IS NOT NULL)
            SELECT destination, waiting, dead, least(
                (SELECT at FROM log_entry WHERE log_entry.entry = oldest), (SELECT at FROM law_event WHERE law_event.number = oldest_of_law)) AS oldest
            FROM target CROSS JOIN LATERAL (
                SELECT count(*) FILTER (WHERE state = 'waiting') AS waiting, count(*) FILTER (WHERE state = 'dead') AS dead,
                    min(entry) AS oldest, min(law_event) AS oldest_of_law
                FROM (SELECT state, entry, law_event FROM hand_over
                    WHERE hand_over.destination = target.destination AND state IN ('waiting', 'dead')
                    ORDER BY application, coalesce(entry, law_event) LIMIT %d) part) counted
            WHERE destination IS NOT NULL
            ORDER BY destination
            """
                    .formatted(MAX_COUNTED);

    private final Transactions transactions;

    public PostgresDeliveryLog(DataSource database) {
        this.transactions = new Transactions(database);
    }

    @Override
    public List<Delivery> list(Query query) {
        WhereClause filter = new WhereClause();
        if (query.state() != null) {
            filter.value("own.state = ?", query.state().code());
        }
        if (query.destination() != null) {
            filter.text("own.destination = ?", query.destination());
        }
        if (query.before() != null) {
            filter.value("own.number < ?", query.before().value());
        }
        return filter.matchesNothing()
                ? List.of()
                : select(filter.where() + " ORDER BY own.number DESC LIMIT " + query.limit(), filter.values());
    }

    @Override
    public Optional<Delivery> find(DeliveryNumber number) {
        return select(" WHERE own.number = ?", List.of(number.value())).stream().findFirst();
    }

    @Override
    public List<Delivery> of(EntryNumber decision) {
        return select(" WHERE own.entry = ? ORDER BY own.place, own.destination", List.of(decision.value()));
    }

    @Override
    public boolean retry(DeliveryNumber number, Instant at) {
        return DeliveryRow.update(transactions, RETRY, at.atOffset(ZoneOffset.UTC), number.value()) == 1;
    }

    @Override
    public boolean abandon(DeliveryNumber number, Instant at) {
        OffsetDateTime moment = at.atOffset(ZoneOffset.UTC);
        return transactions.writeInStatements(connection -> {
            try (PreparedStatement abandon =
                            Transactions.prepare(connection, ABANDON, List.of(moment, number.value(), moment));
                    ResultSet abandoned = abandon.executeQuery()) {
                return abandoned.next();
            }
        });
    }

    @Override
    public List<Unsettled> unsettled() {
        return transactions.read(connection -> {
            try (PreparedStatement select = Transactions.prepare(connection, UNSETTLED);
                    ResultSet row = select.executeQuery()) {
                List<Unsettled> unsettled = new ArrayList<>();
                while (row.next()) {
                    unsettled.add(new Unsettled(
                            row.getString("destination"),
                            row.getLong("waiting"),
                            row.getLong("dead"),
                            row.getObject("oldest", OffsetDateTime.class).toInstant()));
                }
                return List.copyOf(unsettled);
            }
        });
    }

    private List<Delivery> select(String rest, List<Object> values) {
        return transactions.read(connection -> {
            try (PreparedStatement select = Transactions.prepare(connection, SELECT + rest, values)) {
                try (ResultSet row = select.executeQuery()) {
                    List<Delivery> deliveries = new ArrayList<>();
                    while (row.next()) {
                        deliveries.add(DeliveryRow.read(row));
                    }
                    return List.copyOf(deliveries);
                }
            }
        });
    }
}
