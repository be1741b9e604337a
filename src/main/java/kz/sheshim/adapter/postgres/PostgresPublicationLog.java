package kz.sheshim.adapter.postgres;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import kz.sheshim.log.EntryNumber;
import kz.sheshim.log.LogUnavailable;
import kz.sheshim.log.OtherLawInForce;
import kz.sheshim.log.Publication;
import kz.sheshim.log.Statement;
import kz.sheshim.publication.PublicationLog;
import org.jspecify.annotations.Nullable;

/** Publications in the table {@code log_entry}. */
public final class PostgresPublicationLog implements PublicationLog {
    private static final String LIST =
            "SELECT entry, statement FROM log_entry WHERE kind = 'publication' AND entry < ? ORDER BY entry DESC LIMIT ?";
    private static final String PUBLISH = "SELECT publish(?, ?, ?, ?)";

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
        return transactions.read(connection -> {
            try (PreparedStatement select = Transactions.prepare(connection, LIST, List.of(end, limit));
                    ResultSet row = select.executeQuery()) {
                List<Published> published = new ArrayList<>();
                while (row.next()) {
                    published.add(new Published(
                            new EntryNumber(row.getLong("entry")),
                            Publication.of(new Statement(Objects.requireNonNull(row.getString("statement"))))));
                }
                return List.copyOf(published);
            }
        });
    }

    @Override
    public Published publish(Publication publication) {
        try {
            long entry = transactions.write(connection -> {
                try (PreparedStatement publish = Transactions.prepare(connection, PUBLISH)) {
                    publish.setString(1, publication.revision().value());
                    publish.setString(
                            2,
                            publication.replaced() == null
                                    ? null
                                    : publication.replaced().value());
                    publish.setObject(3, publication.at().atOffset(ZoneOffset.UTC));
                    publish.setString(4, publication.statement().text());
                    try (ResultSet row = publish.executeQuery()) {
                        row.next();
                        return row.getLong(1);
                    }
                }
            });
            return new Published(new EntryNumber(entry), publication);
        } catch (LogUnavailable failed) {
            throw isOtherLaw(failed) ? new OtherLawInForce() : failed;
        }
    }
}
