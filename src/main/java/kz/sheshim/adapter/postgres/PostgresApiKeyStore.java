package kz.sheshim.adapter.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import kz.sheshim.access.ApiKey;
import kz.sheshim.access.ApiKeyStore;
import kz.sheshim.access.KeyHash;
import kz.sheshim.access.KeyId;
import kz.sheshim.access.Role;
import kz.sheshim.access.Submitter;
import org.jspecify.annotations.Nullable;

/** Stores API keys in the table {@code api_key}. */
public final class PostgresApiKeyStore implements ApiKeyStore {
    private static final String INSERT =
            "INSERT INTO api_key (id, hash, owner, roles, created_at, expires_at, revoked_at) VALUES (?, ?, ?, ?, ?, ?, ?)";
    private static final String SELECT =
            "SELECT id, hash, owner, roles, created_at, expires_at, revoked_at FROM api_key";
    private static final String REVOKE =
            "UPDATE api_key SET revoked_at = least(?, clock_timestamp()) WHERE id = ? AND revoked_at IS NULL";

    private static final String USED =
            """
            INSERT INTO api_key_use (key, last_used)
            SELECT * FROM unnest(?::uuid[], ?::timestamptz[]) AS used (key, last_used) ORDER BY key
            ON CONFLICT (key) DO UPDATE SET last_used = greatest(api_key_use.last_used, excluded.last_used)
            """;
    private static final String LAST_USES = "SELECT key, last_used FROM api_key_use";

    private final Transactions transactions;

    public PostgresApiKeyStore(DataSource database) {
        this.transactions = new Transactions(database);
    }

    @Override
    public void add(ApiKey key, KeyHash hash) {
        transactions.write(connection -> {
            try (PreparedStatement insert = Transactions.prepare(connection, INSERT)) {
                insert.setObject(1, key.id().value());
                insert.setString(2, hash.hex());
                insert.setString(3, key.submitter().name());
                insert.setArray(
                        4,
                        connection.createArrayOf(
                                "text", key.roles().stream().map(Role::code).toArray()));
                insert.setObject(5, time(key.created()));
                insert.setObject(6, time(key.expires()));
                insert.setObject(7, key.revoked() == null ? null : time(key.revoked()));
                return insert.executeUpdate();
            }
        });
    }

    @Override
    public List<ApiKey> list() {
        return List.copyOf(select(" ORDER BY created_at DESC, id", List.of()).values());
    }

    @Override
    public boolean revoke(KeyId id, Instant at) {
        boolean isNew = transactions.write(connection -> {
            try (PreparedStatement update = Transactions.prepare(connection, REVOKE)) {
                update.setObject(1, time(at));
                update.setObject(2, id.value());
                return update.executeUpdate() == 1;
            }
        });
        return isNew || !select(" WHERE id = ?", List.of(id.value())).isEmpty();
    }

    @Override
    public Map<KeyHash, ApiKey> valid(Instant now) {
        return select(" WHERE revoked_at IS NULL AND expires_at > ?", List.of(time(now)));
    }

    @Override
    public void used(Map<KeyId, Instant> last) {
        List<KeyId> keys = List.copyOf(last.keySet());
        transactions.write(connection -> {
            try (PreparedStatement insert = Transactions.prepare(connection, USED)) {
                insert.setArray(
                        1,
                        connection.createArrayOf(
                                "uuid", keys.stream().map(KeyId::value).toArray()));
                insert.setArray(
                        2,
                        connection.createArrayOf(
                                "text",
                                keys.stream()
                                        .map(last::get)
                                        .map(Object::toString)
                                        .toArray()));
                return insert.executeUpdate();
            }
        });
    }

    @Override
    public Map<KeyId, Instant> lastUses() {
        return transactions.read(connection -> {
            try (PreparedStatement select = Transactions.prepare(connection, LAST_USES);
                    ResultSet row = select.executeQuery()) {
                Map<KeyId, Instant> uses = new HashMap<>();
                while (row.next()) {
                    uses.put(
                            new KeyId(row.getObject("key", UUID.class)),
                            row.getObject("last_used", OffsetDateTime.class).toInstant());
                }
                return uses;
            }
        });
    }

    private Map<KeyHash, ApiKey> select(String rest, List<Object> values) {
        return transactions.read(connection -> select(connection, rest, values));
    }

    private static Map<KeyHash, ApiKey> select(Connection connection, String rest, List<Object> values)
            throws SQLException {
        try (PreparedStatement select = Transactions.prepare(connection, SELECT + rest, values)) {
            try (ResultSet row = select.executeQuery()) {
                Map<KeyHash, ApiKey> keys = new LinkedHashMap<>();
                while (row.next()) {
                    keys.put(new KeyHash(row.getString("hash")), key(row));
                }
                return keys;
            }
        }
    }

    private static ApiKey key(ResultSet row) throws SQLException {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String role : (String[]) row.getArray("roles").getArray()) {
            // a role of a later version of the service gives no access here
            Role.of(role).ifPresent(roles::add);
        }
        return new ApiKey(
                new KeyId(row.getObject("id", UUID.class)),
                new Submitter(row.getString("owner")),
                roles,
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("revoked_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
