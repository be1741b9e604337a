package kz.sheshim.adapter.postgres;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import kz.sheshim.access.Submitter;
import kz.sheshim.delivery.ActionEvent;
import kz.sheshim.delivery.Delivery;
import kz.sheshim.delivery.DeliveryNumber;
import kz.sheshim.delivery.Event;
import kz.sheshim.delivery.LawEvent;
import kz.sheshim.log.DecisionId;
import kz.sheshim.log.EntryNumber;
import kz.sheshim.policy.Revision;
import org.jspecify.annotations.Nullable;

/** Reads deliveries from rows of the table {@code hand_over}, joined with what their events tell of: a decision, or an event of the law. */
final class DeliveryRow {
    /** The columns to select; a query may add more. */
    static final String COLUMNS =
            """
            own.number, own.entry, own.place, own.action, own.destination, own.due, own.state, own.attempts, own.failing_since,
            own.next_attempt, own.failure, own.settled_at, own.law_event,
            log_entry.decision, log_entry.at, log_entry.revision, case_file.sender, case_file.reference,
            law.id, law.kind, law.at AS law_at, law.draft, law.title, law.revision AS law_revision, law.replaces, law.person, law.due AS law_due,
            law.entry AS law_entry, law.way
            """;

    /** To join with the rows of {@code hand_over}, which are called {@code own}. */
    static final String TOLD =
            """
            LEFT JOIN log_entry ON log_entry.entry = own.entry LEFT JOIN case_file ON case_file.entry = own.entry
            LEFT JOIN law_event law ON law.number = own.law_event
            """;

    static final String TABLES = "hand_over own " + TOLD;

    private DeliveryRow() {}

    static Delivery read(ResultSet row) throws SQLException {
        Event event = row.getObject("law_event") == null ? ofDecision(row) : ofLaw(row);
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

    private static ActionEvent ofDecision(ResultSet row) throws SQLException {
        return new ActionEvent(
                new DecisionId(row.getObject("decision", UUID.class)),
                new EntryNumber(row.getLong("entry")),
                row.getInt("place"),
                row.getString("action"),
                new Submitter(row.getString("sender")),
                row.getString("reference"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("due", LocalDate.class),
                new Revision(row.getString("revision")));
    }

    private static LawEvent ofLaw(ResultSet row) throws SQLException {
        long entry = row.getLong("law_entry");
        return new LawEvent(
                row.getString("id"),
                row.getLong("law_event"),
                LawEvent.Kind.of(row.getString("kind")),
                Objects.requireNonNull(instant(row, "law_at")),
                row.getString("draft"),
                row.getString("title"),
                revision(row, "law_revision"),
                revision(row, "replaces"),
                row.getString("person"),
                instant(row, "law_due"),
                entry == 0 ? null : new EntryNumber(entry),
                row.getString("way"));
    }

    private static @Nullable Revision revision(ResultSet row, String column) throws SQLException {
        String hash = row.getString(column);
        return hash == null ? null : new Revision(hash);
    }

    /** Runs an update and returns the number of changed rows. */
    static int update(Transactions transactions, String sql, @Nullable Object... values) {
        return transactions.writeInStatements(connection -> {
            try (PreparedStatement update = Transactions.prepare(connection, sql, Arrays.asList(values))) {
                return update.executeUpdate();
            }
        });
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
