package kz.sheshim.adapter.postgres;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import kz.sheshim.delivery.Delivery;
import kz.sheshim.delivery.LawEvent;
import kz.sheshim.delivery.Outbox;
import kz.sheshim.delivery.Routes;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code hand_over} as those see it who deliver. Entries become visible in the order of their numbers, so a transaction that sees an entry also sees
 * everything that blocks it; so do events of one draft, and publications.
 */
public final class PostgresOutbox implements Outbox {
    private static final Logger LOG = Logger.getLogger(PostgresOutbox.class);

    /** Columns of its own are selected first, so that the database always uses the index. */
    private static final String DUE =
            """
            WITH own AS MATERIALIZED (
                SELECT * FROM hand_over WHERE destination = ? AND state = 'waiting' AND look_at <= ? ORDER BY look_at, number LIMIT ?)
            SELECT %s, own.look_at,
                EXISTS (
                    SELECT FROM hand_over earlier
                    WHERE earlier.destination = own.destination AND earlier.application = own.application
                        AND coalesce(earlier.entry, earlier.law_event) <= coalesce(own.entry, own.law_event)
                        AND (coalesce(earlier.entry, earlier.law_event), earlier.place) < (coalesce(own.entry, own.law_event), own.place)
                        AND earlier.state IN ('waiting', 'dead') AND earlier.number NOT IN (SELECT number FROM own)) AS blocked
            FROM own %s
            ORDER BY coalesce(own.entry, own.law_event), own.place
            """
                    .formatted(DeliveryRow.COLUMNS, DeliveryRow.TOLD);

    /** What frees a delivery changes when it is looked at; then it is not put off. */
    private static final String POSTPONE =
            """
            UPDATE hand_over SET look_at = postponed.until
            FROM unnest(?::bigint[], ?::timestamptz[], ?::timestamptz[]) AS postponed (number, look_at, until)
            WHERE hand_over.number = postponed.number AND hand_over.look_at = postponed.look_at AND state = 'waiting'
            """;

    /**
     * An operator may have abandoned the delivery during the attempt; if the attempt succeeded, the delivery counts as delivered. Later ones of the same
     * application that were put off are freed.
     */
    private static final String DELIVERED =
            """
            WITH delivered AS (
                UPDATE hand_over SET state = 'delivered', next_attempt = NULL, settled_at = result.at
                FROM unnest(?::bigint[], ?::timestamptz[]) AS result (number, at)
                WHERE hand_over.number = result.number AND state <> 'delivered'
                RETURNING destination, application)
            UPDATE hand_over later SET look_at = ?
            FROM delivered
            WHERE later.destination = delivered.destination AND later.application = delivered.application
                AND later.state = 'waiting' AND later.next_attempt IS NULL AND later.look_at > ?
            """;

    private static final String FAILED =
            """
            UPDATE hand_over
            SET state = result.state, attempts = attempts + 1, failing_since = coalesce(failing_since, result.at), next_attempt = result.next_attempt,
                look_at = coalesce(result.next_attempt, look_at), failure = result.why
            FROM unnest(?::bigint[], ?::text[], ?::timestamptz[], ?::timestamptz[], ?::text[]) AS result (number, state, at, next_attempt, why)
            WHERE hand_over.number = result.number AND hand_over.state = 'waiting'
            """;

    private static final String FORGET_DESTINATIONS = "DELETE FROM law_destination WHERE name <> ALL (?)";
    private static final String KNOW_DESTINATION =
            "INSERT INTO law_destination (name, kinds) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET kinds = excluded.kinds";

    private static final String REMOVE_LAW_EVENTS =
            "DELETE FROM law_event WHERE NOT EXISTS (SELECT FROM hand_over WHERE hand_over.law_event = law_event.number)";

    private static final int MAX_REMOVED_AT_ONCE = 5_000;
    private static final String REMOVE =
            "DELETE FROM hand_over WHERE number IN (SELECT number FROM hand_over WHERE settled_at < ? LIMIT "
                    + MAX_REMOVED_AT_ONCE + ")";

    private final Transactions transactions;

    public PostgresOutbox(DataSource database) {
        this.transactions = new Transactions(database);
    }

    @Override
    public void routeLaw(Routes routes) {
        List<Routes.Destination> takers = routes.destinations().stream()
                .filter(destination -> !destination.law().isEmpty())
                .toList();
        transactions.write(connection -> {
            try (PreparedStatement forget = Transactions.prepare(connection, FORGET_DESTINATIONS);
                    PreparedStatement know = Transactions.prepare(connection, KNOW_DESTINATION)) {
                forget.setArray(
                        1,
                        texts(
                                forget,
                                takers.stream().map(Routes.Destination::name).toList()));
                forget.executeUpdate();
                for (Routes.Destination taker : takers) {
                    know.setString(1, taker.name());
                    know.setArray(
                            2,
                            texts(
                                    know,
                                    taker.law().stream()
                                            .map(LawEvent.Kind::code)
                                            .toList()));
                    know.executeUpdate();
                }
                return takers.size();
            }
        });
    }

    private static Array texts(PreparedStatement statement, Collection<String> texts) throws SQLException {
        return statement.getConnection().createArrayOf("text", texts.toArray());
    }

    @Override
    public Due due(String destination, Instant now, int limit) {
        List<Object> values = List.of(destination, now.atOffset(ZoneOffset.UTC), limit);
        return transactions.read(connection -> {
            try (PreparedStatement select = Transactions.prepare(connection, DUE, values);
                    ResultSet row = select.executeQuery()) {
                List<Delivery> free = new ArrayList<>();
                List<Blocked> blocked = new ArrayList<>();
                while (row.next()) {
                    Delivery delivery = DeliveryRow.read(row);
                    if (row.getBoolean("blocked")) {
                        Instant lookAt =
                                row.getObject("look_at", OffsetDateTime.class).toInstant();
                        blocked.add(new Blocked(
                                delivery.number(), lookAt, delivery.event().at()));
                    } else {
                        free.add(delivery);
                    }
                }
                return new Due(free, blocked, free.size() + blocked.size() < limit);
            }
        });
    }

    @Override
    public void postpone(Collection<Postponed> deliveries) {
        updateAll(
                POSTPONE,
                column("int8", deliveries, each -> each.delivery().number().value()),
                column("timestamptz", deliveries, each -> each.delivery().lookAt()),
                column("timestamptz", deliveries, Postponed::until));
    }

    @Override
    public void record(Collection<Result> results, Instant now) {
        List<Result> delivered =
                results.stream().filter(Result.Delivered.class::isInstance).toList();
        if (!delivered.isEmpty()) {
            OffsetDateTime moment = now.atOffset(ZoneOffset.UTC);
            updateAll(DELIVERED, numbers(delivered), moments(delivered), in -> moment, in -> moment);
        }
        List<Result> failed = results.stream()
                .filter(result -> !(result instanceof Result.Delivered))
                .toList();
        if (!failed.isEmpty()) {
            updateAll(
                    FAILED,
                    numbers(failed),
                    column("text", failed, result -> stateAfter(result).code()),
                    moments(failed),
                    column(
                            "timestamptz",
                            failed,
                            result -> result instanceof Result.Failed later ? later.nextAttempt() : null),
                    column("text", failed, PostgresOutbox::why));
        }
        failed.stream()
                .filter(Result.Dead.class::isInstance)
                .forEach(dead -> LOG.warnf(
                        "Hand-over %d is now a dead letter and waits for an operator: %s",
                        dead.number().value(), why(dead)));
    }

    private static Delivery.State stateAfter(Result failure) {
        return failure instanceof Result.Dead ? Delivery.State.DEAD : Delivery.State.WAITING;
    }

    private static @Nullable String why(Result failure) {
        if (failure instanceof Result.Failed later) {
            return later.why();
        }
        return failure instanceof Result.Dead dead ? dead.why() : null;
    }

    private interface Parameter {
        Object in(Connection connection) throws SQLException;
    }

    private static Parameter numbers(Collection<Result> results) {
        return column("int8", results, result -> result.number().value());
    }

    private static Parameter moments(Collection<Result> results) {
        return column("timestamptz", results, Result::at);
    }

    /** One value of each row, as an array. */
    private static <T> Parameter column(String type, Collection<T> rows, Function<T, @Nullable Object> value) {
        @Nullable
        Object[] texts = rows.stream()
                .map(value)
                .map(each -> each == null ? null : each.toString())
                .toArray();
        return connection -> connection.createArrayOf(type, texts);
    }

    private void updateAll(String sql, Parameter... parameters) {
        transactions.writeInStatements(connection -> {
            try (PreparedStatement update = Transactions.prepare(connection, sql)) {
                int index = 1;
                for (Parameter parameter : parameters) {
                    update.setObject(index++, parameter.in(connection));
                }
                return update.executeUpdate();
            }
        });
    }

    @Override
    public int removeSettledBefore(Instant moment) {
        int removed = 0;
        int last;
        do {
            last = update(REMOVE, moment.atOffset(ZoneOffset.UTC));
            removed += last;
        } while (last == MAX_REMOVED_AT_ONCE);
        update(REMOVE_LAW_EVENTS);
        return removed;
    }

    private int update(String sql, @Nullable Object... values) {
        return DeliveryRow.update(transactions, sql, values);
    }
}
