package kz.sheshim.adapter.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import kz.sheshim.access.KeyHash;
import kz.sheshim.access.KeyId;
import kz.sheshim.access.Session;
import kz.sheshim.access.SessionStore;

/** Stores sessions in the table {@code session}. */
public final class PostgresSessionStore implements SessionStore {
    private final Transactions transactions;

    public PostgresSessionStore(DataSource database) {
        this.transactions = new Transactions(database);
    }

    @Override
    public void add(KeyHash hash, Session session) {
        write(
                "INSERT INTO session (hash, key, begun_at, seen_at) VALUES (?, ?, ?, ?)",
                hash.hex(),
                session.key().value(),
                time(session.begun()),
                time(session.seen()));
    }

    @Override
    public Optional<Session> find(KeyHash hash) {
        return transactions.read(connection -> find(connection, hash));
    }

    private static Optional<Session> find(Connection connection, KeyHash hash) throws SQLException {
        try (PreparedStatement select = Transactions.prepare(
                        connection, "SELECT key, begun_at, seen_at FROM session WHERE hash = ?", List.of(hash.hex()));
                ResultSet row = select.executeQuery()) {
            return row.next()
                    ? Optional.of(new Session(
                            new KeyId(row.getObject("key", UUID.class)),
                            row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                            row.getObject("seen_at", OffsetDateTime.class).toInstant()))
                    : Optional.empty();
        }
    }

    @Override
    public void saw(KeyHash hash, Instant at) {
        write("UPDATE session SET seen_at = ? WHERE hash = ?", time(at), hash.hex());
    }

    @Override
    public void end(KeyHash hash) {
        write("DELETE FROM session WHERE hash = ?", hash.hex());
    }

    @Override
    public void endAll(Instant begunBefore, Instant seenBefore) {
        write("DELETE FROM session WHERE begun_at < ? OR seen_at < ?", time(begunBefore), time(seenBefore));
    }

    private void write(String statement, Object... values) {
        transactions.write(connection -> {
            try (PreparedStatement write = Transactions.prepare(connection, statement, List.of(values))) {
                return write.executeUpdate();
            }
        });
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
