package kz.sheshim.adapter.postgres;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import kz.sheshim.delivery.Delivery;
import kz.sheshim.delivery.DeliveryNumber;
import kz.sheshim.delivery.DeliveryTask;
import kz.sheshim.delivery.LawEvent;
import kz.sheshim.delivery.Origin;
import kz.sheshim.delivery.Outbox;
import kz.sheshim.delivery.Routes;
import kz.sheshim.log.EntryNumber;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code hand_over} as delivery tasks see it. Entries become visible in the order of their numbers, so a transaction that sees an entry also sees
 * everything that blocks it; so do events of one draft, and publications.
 */
public final class PostgresOutbox implements Outbox {
    private static final Logger LOG = Logger.getLogger(PostgresOutbox.class);

    private static final String NEXT =
            """
            SELECT %s,
                EXISTS (
                    SELECT FROM hand_over earlier
                    WHERE earlier.destination = own.destination AND earlier.application = own.application
                        AND coalesce(earlier.entry, earlier.law_event) < coalesce(own.entry, own.law_event)
                        AND earlier.state IN ('waiting', 'dead')) AS blocked
            FROM %s
            WHERE own.destination = ? AND own.#origin = ? AND own.state IN ('waiting', 'dead')
            ORDER BY own.place LIMIT 1
            """
                    .formatted(DeliveryRow.COLUMNS, DeliveryRow.TABLES);

    /** Selects the application in a subquery of its own, so that the database always uses the index. */
    private static final String BLOCKED_BY =
            """
            SELECT later.#origin FROM hand_over later
            WHERE later.destination = ? AND coalesce(later.entry, later.law_event) > ? AND later.state IN ('waiting', 'dead')
                AND later.application = (SELECT application FROM hand_over own WHERE own.destination = ? AND own.#origin = ? LIMIT 1)
            ORDER BY coalesce(later.entry, later.law_event) LIMIT 1
            """;

    /** An operator may have abandoned the delivery during the attempt; if the attempt succeeded, the delivery counts as delivered. */
    private static final String DELIVERED =
            "UPDATE hand_over SET state = 'delivered', next_attempt = NULL, settled_at = ? WHERE number = ? AND state <> 'delivered'";

    private static final String FAILED =
            """
            UPDATE hand_over
            SET state = ?, attempts = attempts + 1, failing_since = coalesce(failing_since, ?), next_attempt = ?, failure = ?
            WHERE number = ? AND state = 'waiting'
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
    public Next next(DeliveryTask task, Instant now) {
        return transactions.read(connection -> {
            try (PreparedStatement select = Transactions.prepare(connection, of(task, NEXT), parameters(task));
                    ResultSet row = select.executeQuery()) {
                return row.next() ? next(row, now) : new Next.Done();
            }
        });
    }

    private static Next next(ResultSet row, Instant now) throws SQLException {
        Delivery delivery = DeliveryRow.read(row);
        if (row.getBoolean("blocked") || delivery.state() == Delivery.State.DEAD) {
            return new Next.Blocked(delivery.event().at());
        }
        Instant nextAttempt = delivery.nextAttempt();
        return nextAttempt == null || !nextAttempt.isAfter(now)
                ? new Next.Deliver(delivery)
                : new Next.Later(nextAttempt);
    }

    @Override
    public Optional<DeliveryTask> blockedBy(DeliveryTask task) {
        return transactions.read(connection -> {
            List<Object> twice = Stream.of(parameters(task), parameters(task))
                    .flatMap(List::stream)
                    .toList();
            try (PreparedStatement select = Transactions.prepare(connection, of(task, BLOCKED_BY), twice);
                    ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new DeliveryTask(task.destination(), like(task.origin(), row.getLong(1))))
                        : Optional.empty();
            }
        });
    }

    @Override
    public void delivered(DeliveryNumber number, Instant at) {
        update(DELIVERED, at.atOffset(ZoneOffset.UTC), number.value());
    }

    @Override
    public void failed(DeliveryNumber number, String why, Instant at, Instant nextAttempt) {
        update(
                FAILED,
                Delivery.State.WAITING.code(),
                at.atOffset(ZoneOffset.UTC),
                nextAttempt.atOffset(ZoneOffset.UTC),
                why,
                number.value());
    }

    @Override
    public void dead(DeliveryNumber number, String why, Instant at) {
        LOG.warnf("Hand-over %d is now a dead letter and waits for an operator: %s", number.value(), why);
        update(FAILED, Delivery.State.DEAD.code(), at.atOffset(ZoneOffset.UTC), null, why, number.value());
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

    /** The statement with the column that has the numbers of what the task tells of. */
    private static String of(DeliveryTask task, String sql) {
        return sql.replace("#origin", task.origin() instanceof Origin.OfLaw ? "law_event" : "entry");
    }

    private static List<Object> parameters(DeliveryTask task) {
        return List.of(task.destination(), number(task.origin()));
    }

    private static long number(Origin origin) {
        return origin instanceof Origin.OfDecision decision
                ? decision.entry().value()
                : ((Origin.OfLaw) origin).number();
    }

    private static Origin like(Origin origin, long number) {
        return origin instanceof Origin.OfLaw
                ? new Origin.OfLaw(number)
                : new Origin.OfDecision(new EntryNumber(number));
    }
}
