package kz.sheshim.adapter.postgres;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import kz.sheshim.delivery.Routes;
import kz.sheshim.log.Decision;

/**
 * Inserts the deliveries of some decisions, as part of the statement that records these decisions: either both are stored or neither. A decision that the
 * statement does not insert gets no deliveries.
 */
final class DeliveryInsert {
    private static final String DELIVERIES =
            """
            , delivery AS (
                INSERT INTO hand_over (entry, place, action, destination, application, due, look_at)
                SELECT entry, place, action, destination, md5(sender || E'\\n' || reference)::uuid, due, at
                FROM recorded JOIN entered USING (entry)
                    JOIN unnest(?::uuid[], ?::smallint[], ?::text[], ?::text[], ?::date[])
                        AS route (decision, place, action, destination, due) USING (decision)
                ORDER BY entry, place)
            """;

    private final List<String> ids = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();
    private final List<String> actions = new ArrayList<>();
    private final List<String> destinations = new ArrayList<>();
    private final List<LocalDate> due = new ArrayList<>();

    private DeliveryInsert() {}

    static DeliveryInsert of(List<Decision> decisions, Routes routes) {
        DeliveryInsert insert = new DeliveryInsert();
        for (Decision decision : decisions) {
            for (Routes.Route route : routes.of(decision.verdict().actions())) {
                insert.add(decision, route);
            }
        }
        return insert;
    }

    private void add(Decision decision, Routes.Route route) {
        ids.add(decision.id().toString());
        places.add(route.place());
        actions.add(route.action());
        destinations.add(route.destination());
        due.add(decision.verdict().due());
    }

    /** Common table expressions for the statement, which read {@code entered} and {@code recorded}; empty if there is nothing to deliver. */
    String sql() {
        return ids.isEmpty() ? "" : DELIVERIES;
    }

    /**
     * Sets the parameters, which come after all others.
     *
     * @param next gives the index of the next parameter
     */
    void set(PreparedStatement statement, IntSupplier next) throws SQLException {
        if (!ids.isEmpty()) {
            set(statement, next.getAsInt(), "uuid", ids);
            set(statement, next.getAsInt(), "int2", places);
            set(statement, next.getAsInt(), "text", actions);
            set(statement, next.getAsInt(), "text", destinations);
            set(statement, next.getAsInt(), "date", due);
        }
    }

    private static void set(PreparedStatement statement, int index, String type, List<?> values) throws SQLException {
        Object[] texts = values.stream()
                .map(value -> value == null ? null : value.toString())
                .toArray();
        statement.setArray(index, statement.getConnection().createArrayOf(type, texts));
    }
}
