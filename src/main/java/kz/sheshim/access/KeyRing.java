package kz.sheshim.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The keys that open something, all held in memory: looking one up asks no database, whether it is right or invented. What other replicas do to keys counts here after the next {@link
 * #reload}.
 */
public final class KeyRing implements AutoCloseable {
    /** In the settings and not in the store; it only makes, lists and revokes other keys. */
    private static final ApiKey BOOTSTRAP = new ApiKey(
            new KeyId(new UUID(0, 0)),
            new Submitter("bootstrap"),
            Set.of(Role.OPERATOR),
            Instant.EPOCH,
            Instant.MAX,
            null);

    private final ApiKeyStore store;
    private final Clock clock;
    private final Map<KeyHash, ApiKey> always;
    private final ScheduledExecutorService reloading = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "api-keys");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Map<KeyHash, ApiKey> keys = Map.of();

    /**
     * @param bootstrap opens the service as its operator before there are other keys; null: nothing does
     */
    public KeyRing(ApiKeyStore store, Clock clock, @Nullable KeyHash bootstrap) {
        this.store = store;
        this.clock = clock;
        this.always = bootstrap == null ? Map.of() : Map.of(bootstrap, BOOTSTRAP);
    }

    /** The key with this text, if it opens something now. */
    public Optional<ApiKey> find(String text) {
        return KeyText.of(text).map(KeyText::hash).map(this::get).filter(key -> key.opens(clock.instant()));
    }

    /** By the hash, so the time that it takes says nothing about any key: who could choose a hash would have broken SHA-256. */
    private @Nullable ApiKey get(KeyHash hash) {
        ApiKey key = keys.get(hash);
        return key == null ? always.get(hash) : key;
    }

    /** Takes up what the store holds now. */
    public synchronized void reload() {
        keys = Map.copyOf(store.usable(clock.instant()));
    }

    /** Takes up a key that is in the store already: a reload that did not see it there ends before. */
    synchronized void add(KeyHash hash, ApiKey key) {
        Map<KeyHash, ApiKey> more = new HashMap<>(keys);
        more.put(hash, key);
        keys = Map.copyOf(more);
    }

    /** Drops a key that is revoked in the store already. */
    synchronized void remove(KeyId id) {
        Map<KeyHash, ApiKey> fewer = new HashMap<>(keys);
        fewer.values().removeIf(key -> key.id().equals(id));
        keys = Map.copyOf(fewer);
    }

    /**
     * Reloads again and again, so that a key that is revoked elsewhere opens nothing for longer than that. While the store cannot be asked, the keys that it
     * held last go on opening until they expire.
     *
     * @param failed told of the first reload that failed after one that did not
     */
    @SuppressWarnings("FutureReturnValueIgnored") // it ends with the ring
    public void reloadEvery(Duration pause, Consumer<Throwable> failed) {
        Runnable reload = new Runnable() {
            private boolean isAway;

            @Override
            public void run() {
                try {
                    reload();
                    isAway = false;
                } catch (RuntimeException | Error e) { // anything that is thrown would end the reloading
                    if (!isAway) {
                        failed.accept(e);
                    }
                    isAway = true;
                }
            }
        };
        reloading.scheduleWithFixedDelay(reload, pause.toNanos(), pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        reloading.shutdownNow();
    }
}
