package kz.sheshim.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kz.sheshim.background.RepeatedWork;
import org.jspecify.annotations.Nullable;

/**
 * Holds all valid API keys in memory, so a look-up never asks the database, not even for an invented key. Changes by other replicas take effect here with
 * the next {@link #reload}.
 */
public final class KeyRing implements AutoCloseable {
    /** Comes from the settings, not from the store. Its only role is operator, so it can create other keys. */
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
    private final KeyUses uses;
    private final RepeatedWork reloading = new RepeatedWork("api-keys");
    private final RepeatedWork writing = new RepeatedWork("api-key-uses");
    private volatile Map<KeyHash, ApiKey> keys = Map.of();

    /**
     * @param bootstrap hash of a key with the role operator, for a service that has no keys yet; null: there is none
     */
    public KeyRing(ApiKeyStore store, Clock clock, @Nullable KeyHash bootstrap) {
        this.store = store;
        this.clock = clock;
        this.uses = new KeyUses(store);
        this.always = bootstrap == null ? Map.of() : Map.of(bootstrap, BOOTSTRAP);
    }

    /** The key with this text, if it is valid now. It counts as used. */
    public Optional<ApiKey> use(String text) {
        Optional<ApiKey> key = find(text);
        key.ifPresent(this::note);
        return key;
    }

    /** The key with this id, if it is valid now. It counts as used. */
    public Optional<ApiKey> use(KeyId id) {
        Optional<ApiKey> key = find(id);
        key.ifPresent(this::note);
        return key;
    }

    /** The store does not have the one of the settings. */
    private void note(ApiKey key) {
        if (!key.id().equals(BOOTSTRAP.id())) {
            uses.note(key.id(), clock.instant());
        }
    }

    /** The key with this text, if it is valid now. */
    public Optional<ApiKey> find(String text) {
        return KeyText.of(text).map(KeyText::hash).map(this::get).filter(key -> key.isValidAt(clock.instant()));
    }

    /** The key with this id, if it is valid now. */
    public Optional<ApiKey> find(KeyId id) {
        return Stream.concat(keys.values().stream(), always.values().stream())
                .filter(key -> key.id().equals(id))
                .filter(key -> key.isValidAt(clock.instant()))
                .findFirst();
    }

    /** Looks the key up by its hash, so the time of the look-up reveals nothing about other keys: nobody can choose the hash of a text. */
    private @Nullable ApiKey get(KeyHash hash) {
        ApiKey key = keys.get(hash);
        return key == null ? always.get(hash) : key;
    }

    /** Reads the valid keys from the store. */
    public synchronized void reload() {
        keys = Map.copyOf(store.valid(clock.instant()));
    }

    /** Adds a key that is already stored. A concurrent reload that has not seen it ends first. */
    synchronized void add(KeyHash hash, ApiKey key) {
        Map<KeyHash, ApiKey> more = new HashMap<>(keys);
        more.put(hash, key);
        keys = Map.copyOf(more);
    }

    /** Removes a key that is already revoked in the store. */
    synchronized void remove(KeyId id) {
        Map<KeyHash, ApiKey> fewer = new HashMap<>(keys);
        fewer.values().removeIf(key -> key.id().equals(id));
        keys = Map.copyOf(fewer);
    }

    /**
     * Reloads at this interval, so that a key revoked on another replica is refused here after at most that time. While the store is unavailable, the keys
     * read last stay valid until they expire.
     *
     * @param failed told why a reload failed, unless the reload before it failed too
     */
    public void reloadEvery(Duration pause, Consumer<Throwable> failed) {
        reloading.every(pause, this::reload, failed);
    }

    /**
     * Writes at this interval which keys were used.
     *
     * @param failed told why it could not be written, unless the time before failed too
     */
    public void writeUsesEvery(Duration pause, Consumer<Throwable> failed) {
        writing.every(pause, uses::write, failed);
    }

    @Override
    public void close() {
        reloading.close();
        writing.close();
    }
}
