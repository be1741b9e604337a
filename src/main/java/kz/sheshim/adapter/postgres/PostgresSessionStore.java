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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import kz.sheshim.access.KeyHash;
import kz.sheshim.access.KeyId;
import kz.sheshim.access.Person;
import kz.sheshim.access.Role;
import kz.sheshim.access.Session;
import kz.sheshim.access.SessionStore;
import org.jspecify.annotations.Nullable;

/** Stores sessions in the table {@code session}. */
public final class PostgresSessionStore implements SessionStore {
    private final Transactions transactions;

    public PostgresSessionStore(DataSource database) {
        this.transactions = new Transactions(database);
    }

    @Override
    public void add(KeyHash hash, Session session) {
        KeyId key = session.key();
        Person person = session.person();
        if (key != null) {
            write(
                    "INSERT INTO session (hash, begun_at, seen_at, key) VALUES (?, ?, ?, ?)",
                    hash.hex(),
                    time(session.begun()),
                    time(session.seen()),
                    key.value());
        } else if (person != null) {
            write(
                    "INSERT INTO session (hash, begun_at, seen_at, subject, name, roles) VALUES (?, ?, ?, ?, ?, string_to_array(?, ' '))",
                    hash.hex(),
                    time(session.begun()),
                    time(session.seen()),
                    person.subject(),
                    person.name(),
                    person.roles().stream().map(Role::code).collect(Collectors.joining(" ")));
        }
    }

    @Override
    public Optional<Session> find(KeyHash hash) {
        return transactions.read(connection -> find(connection, hash));
    }

    private static Optional<Session> find(Connection connection, KeyHash hash) throws SQLException {
        try (PreparedStatement select = Transactions.prepare(
                        connection,
                        "SELECT key, subject, name, array_to_string(roles, ' ') AS roles, begun_at, seen_at FROM session"
                                + " WHERE hash = ?",
                        List.of(hash.hex()));
                ResultSet row = select.executeQuery()) {
            return row.next()
                    ? Optional.of(new Session(
                            key(row),
                            person(row),
                            row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                            row.getObject("seen_at", OffsetDateTime.class).toInstant()))
                    : Optional.empty();
        }
    }

    private static @Nullable KeyId key(ResultSet row) throws SQLException {
        UUID key = row.getObject("key", UUID.class);
        return key == null ? null : new KeyId(key);
    }

    /** A role that this version does not know gives nothing. */
    private static @Nullable Person person(ResultSet row) throws SQLException {
        String subject = row.getString("subject");
        return subject == null
                ? null
                : new Person(
                        subject,
                        row.getString("name"),
                        Stream.of(row.getString("roles").split(" "))
                                .flatMap(code -> Role.of(code).stream())
                                .collect(Collectors.toSet()));
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
