package kz.sheshim.adapter.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import kz.sheshim.access.Submitter;
import kz.sheshim.erasure.CaseFiles;
import kz.sheshim.erasure.CaseHeld;
import kz.sheshim.erasure.HoldStep;
import kz.sheshim.log.CaseErased;
import kz.sheshim.log.DecisionId;
import kz.sheshim.log.EntryNumber;
import kz.sheshim.log.Erasure;
import kz.sheshim.log.LogUnavailable;
import kz.sheshim.log.Order;
import kz.sheshim.log.Statement;
import org.jspecify.annotations.Nullable;

/** Erases rows of {@code case_file} through the function {@code erase_cases} of the database. */
public final class PostgresCaseFiles implements CaseFiles {
    private static final String ENTRY = "SELECT entry FROM log_entry WHERE decision = ?";
    private static final String ERASE = "SELECT entry FROM erase_cases(ARRAY[?::bigint], ARRAY[?::text], ?, ?, ?)";
    private static final String ERASURES =
            """
            SELECT log_entry.decision, erasure.erased, erasure.entry, erasing.at, erasing.statement, erasure.ordered_by, erasure.reason
            FROM erasure JOIN log_entry ON log_entry.entry = erasure.erased JOIN log_entry erasing ON erasing.entry = erasure.entry
            """;
    private static final String HOLD =
            "INSERT INTO hold_step (entry, kind, at, officer, basis, reason) VALUES (?, 'placed', ?, ?, ?, ?)";
    private static final String RELEASE =
            """
            INSERT INTO hold_step (entry, kind, at, officer, reason)
            SELECT entry, 'released', ?, ?, ? FROM legal_hold JOIN log_entry USING (entry) WHERE decision = ? AND placed_at < ?
            """;
    private static final String HOLD_STEPS =
            "SELECT kind, at, officer, basis, reason FROM hold_step WHERE entry = ? ORDER BY number";
    private static final String HELD = "SELECT FROM legal_hold WHERE entry = ?";
    private static final String EXISTING =
            """
            SELECT decision FROM unnest(?::uuid[]) AS decision JOIN log_entry USING (decision) JOIN case_file USING (entry)
            WHERE NOT EXISTS (SELECT FROM erasure WHERE erased = entry)
            """;
    private static final String KEPT =
            """
            SELECT entry, decision, at, outcome, EXISTS (SELECT FROM legal_hold WHERE legal_hold.entry = log_entry.entry) AS held
            FROM case_file JOIN log_entry USING (entry) WHERE entry > ? ORDER BY entry LIMIT ?
            """;
    private static final String ERASE_AGAIN = "SELECT last, removed FROM erase_again(?, ?)";

    /** Later than every hold. */
    private static final OffsetDateTime END_OF_TIME = OffsetDateTime.of(9999, 12, 31, 0, 0, 0, 0, ZoneOffset.UTC);

    /** SQLSTATE {@code restrict_violation}: a hold refuses the erasure, or an erasure the hold. */
    private static final String RESTRICTED = "23001";

    /** SQLSTATE {@code unique_violation}: another request erased the case file first. */
    private static final String ERASED_ALREADY = "23505";

    private final Transactions transactions;

    public PostgresCaseFiles(DataSource database) {
        this.transactions = new Transactions(database);
    }

    @Override
    public Optional<Erasure> erase(DecisionId decision, Order order, Instant at) {
        Optional<EntryNumber> entry = existing(decision);
        return entry.map(erased -> erase(decision, erased, order, at));
    }

    private Erasure erase(DecisionId decision, EntryNumber erased, Order order, Instant at) {
        Statement statement = Erasure.statement(decision, at, order.basis());
        try {
            long number = transactions.write(connection -> {
                try (PreparedStatement erase = Transactions.prepare(connection, ERASE)) {
                    erase.setLong(1, erased.value());
                    erase.setString(2, statement.text());
                    erase.setObject(3, at.atOffset(ZoneOffset.UTC));
                    erase.setString(4, order.officer().name());
                    erase.setString(5, order.reason());
                    try (ResultSet row = erase.executeQuery()) {
                        row.next();
                        return row.getLong(1);
                    }
                }
            });
            return new Erasure(decision, erased, new EntryNumber(number), at, order);
        } catch (LogUnavailable failed) {
            String state = state(failed);
            if (RESTRICTED.equals(state)) {
                throw new CaseHeld();
            }
            if (ERASED_ALREADY.equals(state)) {
                existing(decision);
            }
            throw failed;
        }
    }

    private static @Nullable String state(LogUnavailable failed) {
        return failed.getCause() instanceof SQLException cause ? cause.getSQLState() : null;
    }

    /**
     * The entry of a decision whose case file exists.
     *
     * @throws CaseErased if it was erased
     */
    private Optional<EntryNumber> existing(DecisionId decision) {
        return transactions.read(connection -> {
            erasure(connection, decision).ifPresent(erasure -> {
                throw new CaseErased(erasure);
            });
            return entry(connection, decision);
        });
    }

    private static Optional<EntryNumber> entry(Connection connection, DecisionId decision) throws SQLException {
        try (PreparedStatement select = Transactions.prepare(connection, ENTRY, List.of(decision.value()));
                ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(new EntryNumber(row.getLong("entry"))) : Optional.empty();
        }
    }

    /** The erasure of the case file of this decision, if there was one. */
    static Optional<Erasure> erasure(Connection connection, DecisionId decision) throws SQLException {
        return erasures(connection, ERASURES + " WHERE log_entry.decision = ?", List.of(decision.value())).stream()
                .findFirst();
    }

    @Override
    public List<Erasure> erasures(@Nullable EntryNumber before, int limit) {
        long end = before == null ? Long.MAX_VALUE : before.value();
        return transactions.read(connection -> erasures(
                connection,
                ERASURES + " WHERE erasure.entry < ? ORDER BY erasure.entry DESC LIMIT ?",
                List.of(end, limit)));
    }

    @Override
    public List<Erasure> erasuresFrom(EntryNumber first, int limit) {
        return transactions.read(connection -> erasures(
                connection,
                ERASURES + " WHERE erasure.entry >= ? ORDER BY erasure.entry LIMIT ?",
                List.of(first.value(), limit)));
    }

    @Override
    public List<DecisionId> existing(List<DecisionId> decisions) {
        return transactions.read(connection -> {
            try (PreparedStatement select = Transactions.prepare(connection, EXISTING)) {
                select.setArray(
                        1,
                        connection.createArrayOf(
                                "uuid",
                                decisions.stream().map(DecisionId::value).toArray()));
                try (ResultSet row = select.executeQuery()) {
                    List<DecisionId> existing = new ArrayList<>();
                    while (row.next()) {
                        existing.add(new DecisionId(row.getObject("decision", UUID.class)));
                    }
                    return existing;
                }
            }
        });
    }

    @Override
    public List<Kept> kept(@Nullable EntryNumber after, int limit) {
        return transactions.read(connection -> {
            long last = after == null ? 0 : after.value();
            try (PreparedStatement select = Transactions.prepare(connection, KEPT, List.of(last, limit));
                    ResultSet row = select.executeQuery()) {
                List<Kept> kept = new ArrayList<>();
                while (row.next()) {
                    kept.add(new Kept(
                            new EntryNumber(row.getLong("entry")),
                            new DecisionId(row.getObject("decision", UUID.class)),
                            row.getObject("at", OffsetDateTime.class).toInstant(),
                            row.getString("outcome"),
                            row.getBoolean("held")));
                }
                return kept;
            }
        });
    }

    @Override
    public Repeated eraseAgain(@Nullable EntryNumber after, int max) {
        return transactions.write(connection -> {
            long first = after == null ? 0 : after.value();
            try (PreparedStatement erase = Transactions.prepare(connection, ERASE_AGAIN, List.of(first, max));
                    ResultSet row = erase.executeQuery()) {
                row.next();
                long last = row.getLong("last");
                return new Repeated(row.wasNull() ? null : new EntryNumber(last), row.getInt("removed"));
            }
        });
    }

    private static List<Erasure> erasures(Connection connection, String sql, List<Object> values) throws SQLException {
        try (PreparedStatement select = Transactions.prepare(connection, sql, values);
                ResultSet row = select.executeQuery()) {
            List<Erasure> erasures = new ArrayList<>();
            while (row.next()) {
                erasures.add(new Erasure(
                        new DecisionId(row.getObject("decision", UUID.class)),
                        new EntryNumber(row.getLong("erased")),
                        new EntryNumber(row.getLong("entry")),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        new Order(
                                new Statement(Objects.requireNonNull(row.getString("statement")))
                                        .value(Erasure.BASIS)
                                        .orElse(""),
                                row.getString("reason"),
                                new Submitter(row.getString("ordered_by")))));
            }
            return erasures;
        }
    }

    @Override
    public boolean hold(DecisionId decision, Order order, Instant at) {
        Optional<EntryNumber> entry = existing(decision);
        try {
            entry.ifPresent(held -> DeliveryRow.update(
                    transactions,
                    HOLD,
                    held.value(),
                    at.atOffset(ZoneOffset.UTC),
                    order.officer().name(),
                    order.basis(),
                    order.reason()));
        } catch (LogUnavailable failed) {
            if (RESTRICTED.equals(state(failed))) {
                existing(decision);
            }
            throw failed;
        }
        return entry.isPresent();
    }

    @Override
    public boolean release(DecisionId decision, String reason, Submitter officer, Instant at) {
        return release(decision, END_OF_TIME, reason, officer, at) == 1;
    }

    @Override
    public void releaseOlder(DecisionId decision, Instant moment, Order order, Instant at) {
        release(decision, moment.atOffset(ZoneOffset.UTC), order.reason(), order.officer(), at);
    }

    private int release(DecisionId decision, OffsetDateTime before, String reason, Submitter officer, Instant at) {
        return DeliveryRow.update(
                transactions, RELEASE, at.atOffset(ZoneOffset.UTC), officer.name(), reason, decision.value(), before);
    }

    @Override
    public Optional<Hold> hold(DecisionId decision) {
        return transactions.read(connection -> {
            Optional<EntryNumber> entry = entry(connection, decision);
            return entry.isEmpty() ? Optional.empty() : Optional.of(hold(connection, entry.get()));
        });
    }

    private static Hold hold(Connection connection, EntryNumber entry) throws SQLException {
        List<HoldStep> steps = new ArrayList<>();
        try (PreparedStatement select = Transactions.prepare(connection, HOLD_STEPS, List.of(entry.value()));
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                String officer = row.getString("officer");
                steps.add(new HoldStep(
                        row.getString("kind").equals("placed"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        officer == null ? null : new Submitter(officer),
                        Objects.requireNonNullElse(row.getString("basis"), ""),
                        row.getString("reason")));
            }
        }
        try (PreparedStatement select = Transactions.prepare(connection, HELD, List.of(entry.value()));
                ResultSet row = select.executeQuery()) {
            return new Hold(row.next(), List.copyOf(steps));
        }
    }
}
