package kz.sheshim.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kz.sheshim.access.ApiKey;
import kz.sheshim.access.KeyHash;
import kz.sheshim.access.KeyId;
import kz.sheshim.access.KeyText;
import kz.sheshim.access.Role;
import kz.sheshim.access.Submitter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresApiKeyStoreIT {
    @RegisterExtension
    static final PostgresFixture POSTGRES = new PostgresFixture();

    private static final Instant NOW = Instant.parse("2026-11-20T05:00:00Z");

    private final PostgresApiKeyStore store = new PostgresApiKeyStore(POSTGRES.database());

    private static ApiKey key(Instant expires, @Nullable Instant revoked) {
        return new ApiKey(
                new KeyId(UUID.randomUUID()),
                new Submitter("office"),
                Set.of(Role.INTAKE, Role.AUDITOR),
                NOW,
                expires,
                revoked);
    }

    private static KeyHash hash() {
        return KeyText.random(new SecureRandom()).hash();
    }

    @Test
    void usableAreThoseThatAreNeitherExpiredNorRevoked() {
        ApiKey good = key(NOW.plusSeconds(1), null);
        ApiKey expired = key(NOW, null);
        ApiKey revoked = key(NOW.plusSeconds(1), null);
        KeyHash hash = hash();
        store.add(good, hash);
        store.add(expired, hash());
        store.add(revoked, hash());
        assertThat(store.revoke(revoked.id(), NOW)).isTrue();

        assertThat(store.valid(NOW)).containsEntry(hash, good).doesNotContainValue(expired);
        assertThat(store.valid(NOW).values()).extracting(ApiKey::id).doesNotContain(revoked.id());
        assertThat(store.list())
                .contains(good, expired)
                .filteredOn(key -> key.id().equals(revoked.id()))
                .extracting(ApiKey::revoked)
                .containsExactly(NOW);
    }

    @Test
    void theLastUseOfAKeyIsKept() {
        ApiKey first = key(NOW.plusSeconds(1), null);
        ApiKey second = key(NOW.plusSeconds(1), null);
        ApiKey never = key(NOW.plusSeconds(1), null);
        for (ApiKey each : List.of(first, second, never)) {
            store.add(each, hash());
        }
        store.used(Map.of(first.id(), NOW, second.id(), NOW));
        store.revoke(second.id(), NOW);
        store.used(Map.of(first.id(), NOW.plusSeconds(60), second.id(), NOW.minusSeconds(60)));
        assertThat(store.lastUses())
                .containsEntry(first.id(), NOW.plusSeconds(60))
                .containsEntry(second.id(), NOW)
                .doesNotContainKey(never.id());
    }

    @Test
    void revokedKeyStaysAsItIs() {
        ApiKey key = key(NOW.plusSeconds(1), null);
        store.add(key, hash());
        store.revoke(key.id(), NOW);
        assertThat(store.revoke(key.id(), NOW.plusSeconds(1))).isTrue();
        assertThat(store.list())
                .filteredOn(each -> each.id().equals(key.id()))
                .extracting(ApiKey::revoked)
                .containsExactly(NOW);
        assertThat(store.revoke(new KeyId(new UUID(0, 0)), NOW)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE api_key SET revoked_at = NULL",
                "UPDATE api_key SET roles = '{operator}'",
                "UPDATE api_key SET expires_at = 'infinity', revoked_at = now()",
                "DELETE FROM api_key",
                "TRUNCATE api_key"
            })
    void databaseRefusesEveryChangeButARevocation(String statement) throws SQLException {
        store.add(key(NOW, null), hash());
        try (var connection = POSTGRES.owner().getConnection();
                var change = connection.createStatement()) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> change.execute(statement))
                    .withMessageContaining("a key can only be revoked, once");
        }
    }
}
