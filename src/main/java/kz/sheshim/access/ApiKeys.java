package kz.sheshim.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Makes, lists and revokes keys. What is done here counts at once on this replica, and needs the store only once: a key that is kept is never lost on its way to its owner. */
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

    /** A new key, and its text, which is kept nowhere. */
    public record Made(ApiKey key, KeyText text) {}

    public Made make(Submitter owner, Set<Role> roles, Instant expires) {
        KeyText text = KeyText.random(random);
        ApiKey key = new ApiKey(ids.get(), owner, roles, now(), expires.truncatedTo(ChronoUnit.MILLIS), null);
        store.add(key, text.hash());
        ring.add(text.hash(), key);
        return new Made(key, text);
    }

    public List<ApiKey> list() {
        return store.list();
    }

    /** Whether there is such a key; if so, it is revoked now. */
    public boolean revoke(KeyId id) {
        boolean isThere = store.revoke(id, now());
        ring.remove(id);
        return isThere;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
