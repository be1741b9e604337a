package kz.sheshim.adapter.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import kz.sheshim.access.KeyId;
import kz.sheshim.log.EntryNumber;
import kz.sheshim.log.LogUnavailable;
import kz.sheshim.log.OtherLawInForce;
import kz.sheshim.log.Publication;
import kz.sheshim.log.Statement;
import kz.sheshim.policy.Revision;
import kz.sheshim.publication.DraftId;
import kz.sheshim.publication.PublicationLog;
import org.jspecify.annotations.Nullable;

/** Publications in the table {@code log_entry}. */
public final class PostgresPublicationLog implements PublicationLog {
    private static final String SELECT =
            """
            SELECT entry, statement, EXISTS (
                SELECT FROM log_entry before WHERE kind = 'publication' AND entry < log_entry.entry AND revision = log_entry.revision) AS is_roll_back
            FROM log_entry WHERE kind = 'publication' AND\s""";
    private static final String LIST = SELECT + "entry < ? ORDER BY entry DESC LIMIT ?";
    private static final String OF_ENTRY = SELECT + "entry = ?";
    private static final String PUBLISH = "SELECT publish(?, ?, ?, ?)";

    private static final String OF_DRAFT = SELECT + "strpos(statement, ?) > 0";
    private static final String HAS_PUBLISHED =
            "SELECT entry FROM log_entry WHERE kind = 'publication' AND revision = ? LIMIT 1";
    private static final String SCHEDULE =
            """
            INSERT INTO due_publication (draft, due, revision, replaced, stated, keys) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (draft) DO UPDATE SET due = excluded.due, revision = excluded.revision,
                replaced = excluded.replaced, stated = excluded.stated, keys = excluded.keys, void = NULL
            """;
    private static final String COUNT_BY_WAY =
            "SELECT substring(statement FROM '\\nway ([^\\n]*)') AS way, count(*) FROM log_entry WHERE kind = 'publication' GROUP BY way";
    private static final String NOW = "SELECT clock_timestamp()";

    /** Waits until nobody else appends, and says when that was. Until the transaction ends, nobody can. */
    private static final String TURN =
            "SELECT pg_advisory_xact_lock(hashtext('kz.sheshim.decision')), date_trunc('milliseconds', clock_timestamp()) AS now";

    private static final String MOVE = "UPDATE draft SET due = ? WHERE id = ? AND due = ? AND state = 'approved'";
    private static final String CANCEL = "DELETE FROM due_publication WHERE draft = ?";
    private static final String SCHEDULED =
            "SELECT draft, due, revision, void FROM due_publication ORDER BY due, draft";
    private static final String PUBLISH_DUE =
            "SELECT pg_advisory_xact_lock(hashtext('kz.sheshim.decision')), publish_due()";

    /** SQLSTATE of {@code publish} and of {@code refuse_other_law}. */
    private static final String OTHER_LAW = "SH001";

    private final Transactions transactions;

    public PostgresPublicationLog(DataSource database) {
        this.transactions = new Transactions(database);
    }

    /** Whether the database refused to record something because another revision is in force. */
    static boolean isOtherLaw(LogUnavailable failed) {
        return failed.getCause() instanceof SQLException cause && OTHER_LAW.equals(cause.getSQLState());
    }

    @Override
    public Optional<Published> last() {
        return list(null, 1).stream().findFirst();
    }

    @Override
    public List<Published> list(@Nullable EntryNumber before, int limit) {
        long end = before == null ? Long.MAX_VALUE : before.value();
        return published(LIST, List.of(end, limit));
    }

    @Override
    public Map<Publication.Way, Long> countByWay() {
        return transactions.read(connection -> {
            try (PreparedStatement select = Transactions.prepare(connection, COUNT_BY_WAY);
                    ResultSet row = select.executeQuery()) {
                Map<Publication.Way, Long> counts = new EnumMap<>(Publication.Way.class);
                while (row.next()) {
                    counts.put(Publication.Way.of(row.getString(1)), row.getLong(2));
                }
                return counts;
            }
        });
    }

    @Override
    public boolean hasPublished(Revision revision) {
        return transactions.read(connection -> {
            try (PreparedStatement select = Transactions.prepare(connection, HAS_PUBLISHED, List.of(revision.value()));
                    ResultSet row = select.executeQuery()) {
                return row.next();
            }
        });
    }

    @Override
    public Optional<Published> of(DraftId draft) {
        return published(OF_DRAFT, List.of("\n" + Publication.DRAFT + " " + draft + "\n")).stream()
                .findFirst();
    }

    private List<Published> published(String sql, List<Object> values) {
        return transactions.read(connection -> published(connection, sql, values));
    }

    private static List<Published> published(Connection connection, String sql, List<Object> values)
            throws SQLException {
        try (PreparedStatement select = Transactions.prepare(connection, sql, values);
                ResultSet row = select.executeQuery()) {
            List<Published> published = new ArrayList<>();
            while (row.next()) {
                published.add(new Published(
                        new EntryNumber(row.getLong("entry")),
                        Publication.of(new Statement(Objects.requireNonNull(row.getString("statement")))),
                        row.getBoolean("is_roll_back")));
            }
            return List.copyOf(published);
        }
    }

    @Override
    public Published publish(Publication publication) {
        try {
            return transactions.write(connection -> {
                Publication now = publication.movedTo(turn(connection));
                try (PreparedStatement publish = Transactions.prepare(connection, PUBLISH)) {
                    publish.setString(1, now.revision().value());
                    publish.setString(
                            2, now.replaced() == null ? null : now.replaced().value());
                    publish.setObject(3, now.at().atOffset(ZoneOffset.UTC));
                    publish.setString(4, now.statement().text());
                    try (ResultSet row = publish.executeQuery()) {
                        row.next();
                        return published(connection, OF_ENTRY, List.of(row.getLong(1)))
                                .get(0);
                    }
                }
            });
        } catch (LogUnavailable failed) {
            throw isOtherLaw(failed) ? new OtherLawInForce() : failed;
        }
    }

    private static Instant turn(Connection connection) throws SQLException {
        try (PreparedStatement select = Transactions.prepare(connection, TURN);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getObject("now", OffsetDateTime.class).toInstant();
        }
    }

    @Override
    public Instant now() {
        return transactions.read(connection -> {
            try (PreparedStatement select = Transactions.prepare(connection, NOW);
                    ResultSet row = select.executeQuery()) {
                row.next();
                return row.getObject(1, OffsetDateTime.class).toInstant();
            }
        });
    }

    @Override
    public void schedule(DraftId draft, Publication publication, List<KeyId> keys) {
        transactions.write(connection -> {
            Instant turn = turn(connection);
            Publication next = publication.at().isAfter(turn) ? publication : publication.movedTo(turn);
            return move(connection, draft, publication.at(), next.at()) ? insert(connection, draft, next, keys) : 0;
        });
    }

    /** @return false if the draft is not approved for this moment any more */
    private static boolean move(Connection connection, DraftId draft, Instant from, Instant to) throws SQLException {
        List<Object> values = List.of(to.atOffset(ZoneOffset.UTC), draft.value(), from.atOffset(ZoneOffset.UTC));
        try (PreparedStatement update = Transactions.prepare(connection, MOVE, values)) {
            return update.executeUpdate() == 1;
        }
    }

    private static int insert(Connection connection, DraftId draft, Publication publication, List<KeyId> keys)
            throws SQLException {
        try (PreparedStatement insert = Transactions.prepare(connection, SCHEDULE)) {
            insert.setObject(1, draft.value());
            insert.setObject(2, publication.at().atOffset(ZoneOffset.UTC));
            insert.setString(3, publication.revision().value());
            insert.setString(4, Objects.requireNonNull(publication.replaced()).value());
            insert.setString(5, publication.statement().text());
            insert.setArray(
                    6,
                    connection.createArrayOf(
                            "uuid", keys.stream().map(KeyId::value).toArray()));
            return insert.executeUpdate();
        }
    }

    @Override
    public void cancel(DraftId draft) {
        transactions.write(connection -> {
            try (PreparedStatement delete = Transactions.prepare(connection, CANCEL, List.of(draft.value()))) {
                return delete.executeUpdate();
            }
        });
    }

    @Override
    public List<Due> scheduled() {
        return transactions.read(connection -> {
            try (PreparedStatement select = Transactions.prepare(connection, SCHEDULED);
                    ResultSet row = select.executeQuery()) {
                List<Due> all = new ArrayList<>();
                while (row.next()) {
                    String reason = row.getString("void");
                    all.add(new Due(
                            new DraftId(row.getObject("draft", UUID.class)),
                            row.getObject("due", OffsetDateTime.class).toInstant(),
                            new Revision(row.getString("revision")),
                            reason != null,
                            reason == null ? "" : reason));
                }
                return List.copyOf(all);
            }
        });
    }

    @Override
    public void publishDue() {
        transactions.writeInStatements(connection -> {
            try (PreparedStatement publish = Transactions.prepare(connection, PUBLISH_DUE)) {
                return publish.execute();
            }
        });
    }
}
