package kz.sheshim.access;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * When keys were used last. Each use is noted in memory, which costs a look-up; the store is told in one go of the keys that were used since, and of one key at
 * most once a minute.
 */
final class KeyUses {
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final ApiKeyStore store;
    private final Map<KeyId, Instant> noted = new ConcurrentHashMap<>();
    private final Map<KeyId, Instant> written = new HashMap<>();

    KeyUses(ApiKeyStore store) {
        this.store = store;
    }

    /** Notes that the key is used. Uses in the minute after a noted one are not noted. */
    void note(KeyId key, Instant now) {
        Instant last = noted.get(key);
        if (last == null || !now.isBefore(last.plus(PAUSE))) {
            noted.put(key, now);
        }
    }

    /** Tells the store of what was noted since. What fails is told again the next time. */
    synchronized void write() {
        Map<KeyId, Instant> since = new HashMap<>(noted);
        since.entrySet().removeIf(use -> use.getValue().equals(written.get(use.getKey())));
        if (!since.isEmpty()) {
            store.used(since);
            written.putAll(since);
        }
    }
}
