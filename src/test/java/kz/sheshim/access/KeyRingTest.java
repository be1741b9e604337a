package kz.sheshim.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeyRingTest {
    private static final Instant START = Instant.parse("2026-11-20T05:00:00Z");

    private final KeysInMemory store = new KeysInMemory();
    private final MovingClock clock = new MovingClock();
    private final KeyText bootstrap = KeyText.random(new SecureRandom());
    private final KeyRing ring = new KeyRing(store, clock, bootstrap.hash());
    private final ApiKeys keys = new ApiKeys(store, ring, () -> new KeyId(UUID.randomUUID()), clock);

    @AfterEach
    void close() {
        ring.close();
    }

    private ApiKeys.NewKey make() {
        return keys.create(new Submitter("office"), Set.of(Role.INTAKE), START.plusSeconds(60));
    }

    @Test
    void keyOpensFromTheMomentItIsMadeUntilItExpires() {
        ApiKeys.NewKey made = make();
        assertThat(ring.find(made.text().reveal())).contains(made.key());
        clock.now = START.plusSeconds(59);
        assertThat(ring.find(made.text().reveal())).contains(made.key());
        clock.now = START.plusSeconds(60);
        assertThat(ring.find(made.text().reveal())).isEmpty();
    }

    @Test
    void revokedKeyOpensNothingAtOnce() {
        ApiKeys.NewKey made = make();
        assertThat(keys.revoke(made.key().id())).isTrue();
        assertThat(ring.find(made.text().reveal())).isEmpty();
        assertThat(keys.revoke(new KeyId(UUID.randomUUID()))).isFalse();
    }

    @Test
    void whatIsStoredCountsThoughTheStoreIsAwayThereupon() {
        store.isAway = true;
        ApiKeys.NewKey made = make();
        assertThat(ring.find(made.text().reveal())).contains(made.key());
        keys.revoke(made.key().id());
        assertThat(ring.find(made.text().reveal())).isEmpty();
    }

    @Test
    void whatAnotherReplicaRevokedOpensNothingAfterTheNextReload() throws Exception {
        ApiKeys.NewKey made = make();
        store.revoke(made.key().id(), START);
        assertThat(ring.find(made.text().reveal())).isPresent();
        ring.reloadEvery(Duration.ofMillis(20), failed -> {});
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (ring.find(made.text().reveal()).isPresent()) {
            assertThat(System.nanoTime()).isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    @Test
    void findingAKeyAsksTheStoreNothing() {
        String text = make().text().reveal();
        store.isAway = true;
        assertThat(ring.find(text)).isPresent();
        assertThat(ring.find(KeyText.random(new SecureRandom()).reveal())).isEmpty();
        assertThatIllegalStateException().isThrownBy(ring::reload);
        assertThat(ring.find(text)).isPresent();
    }

    @Test
    void reloadingGoesOnAfterFailuresAndTellsOfThemOnce() throws Exception {
        ApiKeys.NewKey made = make();
        store.isAway = true;
        AtomicInteger told = new AtomicInteger();
        ring.reloadEvery(Duration.ofMillis(5), failed -> told.incrementAndGet());
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (store.refusals.get() < 5) {
            assertThat(System.nanoTime()).isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(5);
        }
        assertThat(told).hasValue(1);

        store.revoke(made.key().id(), START);
        store.isAway = false;
        end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (ring.find(made.text().reveal()).isPresent()) {
            assertThat(System.nanoTime()).isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    @Test
    void bootstrapKeyIsAnOperatorAndNothingElse() {
        assertThat(ring.find(bootstrap.reveal()).orElseThrow().roles()).containsExactly(Role.OPERATOR);
        assertThat(keys.list()).isEmpty();
    }

    private static final class MovingClock extends Clock {
        private Instant now = START;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    static class KeysInMemory implements ApiKeyStore {
        private final Map<KeyHash, ApiKey> kept = new HashMap<>();
        private final AtomicInteger refusals = new AtomicInteger();
        private volatile boolean isAway;

        @Override
        public synchronized void add(ApiKey key, KeyHash hash) {
            kept.put(hash, key);
        }

        @Override
        public synchronized List<ApiKey> list() {
            return new ArrayList<>(kept.values());
        }

        @Override
        public synchronized boolean revoke(KeyId id, Instant at) {
            boolean[] found = {false};
            kept.replaceAll((hash, key) -> {
                found[0] |= key.id().equals(id);
                return key.id().equals(id)
                        ? new ApiKey(key.id(), key.submitter(), key.roles(), key.created(), key.expires(), at)
                        : key;
            });
            return found[0];
        }

        @Override
        public synchronized Map<KeyHash, ApiKey> valid(Instant now) {
            if (isAway) {
                refusals.incrementAndGet();
                throw new IllegalStateException("the store is away");
            }
            return new HashMap<>(kept);
        }

        @Override
        public void used(Map<KeyId, Instant> last) {}

        @Override
        public Map<KeyId, Instant> lastUses() {
            return Map.of();
        }
    }
}
