package kz.sheshim.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Creates, lists and revokes API keys. A change takes effect at once on this replica. A creation calls the store only once, so a stored key always reaches its
 * submitter.
 */
public final class ApiKeys {
    private final ApiKeyStore store;
    private final KeyRing ring;
    private final Supplier<KeyId> ids;
    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    public ApiKeys(ApiKeyStore store, KeyRing ring, Supplier<KeyId> ids, Clock clock) {
        this.store = store;
        this.ring = ring;
        this.ids = ids;
        this.clock = clock;
    }

    /** A new key and its secret text, which is stored nowhere. */
    public record NewKey(ApiKey key, KeyText text) {}

    public NewKey create(Submitter submitter, Set<Role> roles, Instant expires) {
        KeyText text = KeyText.random(random);
        ApiKey key = new ApiKey(ids.get(), submitter, roles, now(), expires.truncatedTo(ChronoUnit.MILLIS), null);
        store.add(key, text.hash());
        ring.add(text.hash(), key);
        return new NewKey(key, text);
    }

    public List<ApiKey> list() {
        return store.list();
    }

    /** When each key was used last, some seconds late and to the minute; without those that were never used. */
    public Map<KeyId, Instant> lastUses() {
        return store.lastUses();
    }

    /** The valid key with this text. */
    public Optional<ApiKey> find(String text) {
        return ring.find(text);
    }

    /** Revokes the key. Returns whether it exists. */
    public boolean revoke(KeyId id) {
        boolean exists = store.revoke(id, now());
        ring.remove(id);
        return exists;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
