package kz.sheshim.adapter.postgres;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.UUID;
import kz.sheshim.access.Submitter;
import kz.sheshim.delivery.Delivery;
import kz.sheshim.delivery.DeliveryNumber;
import kz.sheshim.delivery.Event;
import kz.sheshim.log.DecisionId;
import kz.sheshim.log.EntryNumber;
import kz.sheshim.policy.Revision;
import org.jspecify.annotations.Nullable;

/** Reads deliveries from rows of the table {@code hand_over}, joined with the decision of their events. */
final class DeliveryRow {
    /** The columns to select; a query may add more. */
    static final String COLUMNS =
            """
            own.number, own.entry, own.place, own.action, own.destination, own.due, own.state, own.attempts, own.failing_since,
            own.next_attempt, own.failure, own.settled_at,
            log_entry.decision, log_entry.at, log_entry.revision, case_file.sender, case_file.reference
            """;

    static final String TABLES = "hand_over own JOIN log_entry USING (entry) JOIN case_file USING (entry)";

    private DeliveryRow() {}

    static Delivery read(ResultSet row) throws SQLException {
        Event event = new Event(
                new DecisionId(row.getObject("decision", UUID.class)),
                new EntryNumber(row.getLong("entry")),
                row.getInt("place"),
                row.getString("action"),
                new Submitter(row.getString("sender")),
                row.getString("reference"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("due", LocalDate.class),
                new Revision(row.getString("revision")));
        return new Delivery(
                new DeliveryNumber(row.getLong("number")),
                row.getString("destination"),
                event,
                Delivery.State.of(row.getString("state")).orElseThrow(),
                row.getInt("attempts"),
                instant(row, "failing_since"),
                instant(row, "next_attempt"),
                row.getString("failure"),
                instant(row, "settled_at"));
    }

    /** Runs an update and returns the number of changed rows. */
    static int update(Transactions transactions, String sql, @Nullable Object... values) {
        return transactions.writeInStatements(connection -> {
            try (PreparedStatement update = Transactions.prepare(connection, sql, Arrays.asList(values))) {
                return update.executeUpdate();
            }
        });
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
