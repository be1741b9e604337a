package kz.sheshim.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private static final Instant START = Instant.parse("2026-11-29T08:00:00Z");

    private Instant now = START;
    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };
    private final Map<KeyHash, ApiKey> stored = new HashMap<>();
    private final KeyRing ring = new KeyRing(
            new ApiKeyStore() {
                @Override
                public void add(ApiKey key, KeyHash hash) {
                    stored.put(hash, key);
                }

                @Override
                public List<ApiKey> list() {
                    return List.copyOf(stored.values());
                }

                @Override
                public boolean revoke(KeyId id, Instant at) {
                    return stored.values().removeIf(key -> key.id().equals(id));
                }

                @Override
                public Map<KeyHash, ApiKey> valid(Instant at) {
                    return Map.copyOf(stored);
                }

                @Override
                public void used(Map<KeyId, Instant> last) {}

                @Override
                public Map<KeyId, Instant> lastUses() {
                    return Map.of();
                }
            },
            clock,
            null);
    private final KeyText text = KeyText.random(new SecureRandom());
    private final ApiKey key = new ApiKey(
            new KeyId(UUID.randomUUID()),
            new Submitter("aigul"),
            EnumSet.of(Role.ANALYST),
            START,
            START.plus(Duration.ofDays(30)),
            null);
    private final Map<KeyHash, Session> sessionsStored = new HashMap<>();
    private final Sessions sessions = new Sessions(
            new SessionStore() {
                @Override
                public void add(KeyHash hash, Session session) {
                    sessionsStored.put(hash, session);
                }

                @Override
                public Optional<Session> find(KeyHash hash) {
                    return Optional.ofNullable(sessionsStored.get(hash));
                }

                @Override
                public void saw(KeyHash hash, Instant at) {
                    sessionsStored.computeIfPresent(
                            hash, (any, session) -> new Session(session.key(), session.person(), session.begun(), at));
                }

                @Override
                public void end(KeyHash hash) {
                    sessionsStored.remove(hash);
                }

                @Override
                public void endAll(Instant begunBefore, Instant seenBefore) {
                    sessionsStored
                            .values()
                            .removeIf(session -> session.begun().isBefore(begunBefore)
                                    || session.seen().isBefore(seenBefore));
                }
            },
            ring,
            clock,
            Duration.ofHours(1),
            Duration.ofHours(12));

    SessionsTest() {
        stored.put(text.hash(), key);
        ring.reload();
    }

    private String begin() {
        return sessions.begin(text.reveal()).orElseThrow();
    }

    @Test
    void standsForTheKey() {
        assertThat(sessions.find(begin())).contains(key);
        assertThat(sessions.begin("sheshim_invented")).isEmpty();
        assertThat(sessions.find("invented")).isEmpty();
    }

    @Test
    void standsForAPersonWithoutAKey() {
        Person person = new Person("7f3c", "aigerim", EnumSet.of(Role.ANALYST));
        String session = sessions.begin(person);
        stored.clear();
        ring.reload();
        assertThat(sessions.find(session)).contains(person);
        now = START.plus(Duration.ofMinutes(61));
        assertThat(sessions.find(session)).isEmpty();
    }

    @Test
    void keepsNoSecretText() {
        String session = begin();
        assertThat(sessionsStored.keySet())
                .allSatisfy(hash -> assertThat(hash.hex()).isNotEqualTo(session));
    }

    @Test
    void endsWithoutRequests() {
        String session = begin();
        now = START.plus(Duration.ofMinutes(59));
        assertThat(sessions.find(session)).isPresent();
        now = START.plus(Duration.ofMinutes(118));
        assertThat(sessions.find(session)).isPresent();
        now = now.plus(Duration.ofMinutes(61));
        assertThat(sessions.find(session)).isEmpty();
    }

    @Test
    void endsAfterTheLongestTime() {
        String session = begin();
        for (now = START; now.isBefore(START.plus(Duration.ofHours(12))); now = now.plus(Duration.ofMinutes(30))) {
            assertThat(sessions.find(session)).as(now.toString()).isPresent();
        }
        assertThat(sessions.find(session)).isEmpty();
    }

    @Test
    void endsWithTheKeyAndBySigningOut() {
        String session = begin();
        String other = begin();
        sessions.end(session);
        assertThat(sessions.find(session)).isEmpty();
        assertThat(sessions.find(other)).isPresent();
        stored.clear();
        ring.reload();
        assertThat(sessions.find(other)).isEmpty();
    }

    @Test
    void endsWhenTheKeyExpires() {
        String session = begin();
        for (now = START; now.isBefore(key.expires()); now = now.plus(Duration.ofHours(11))) {
            session = sessions.begin(text.reveal()).orElseThrow();
        }
        assertThat(sessions.find(session)).isEmpty();
    }

    @Test
    void aLinkSignsInOnce() {
        String link = sessions.once(key);
        assertThat(sessions.beginOnce("invented")).isEmpty();
        assertThat(sessions.beginOnce(link)).isPresent();
        assertThat(sessions.beginOnce(link)).isEmpty();
    }

    @Test
    void aLinkIsVoidAfterAQuarterOfAnHourOrANewerOne() {
        String old = sessions.once(key);
        String link = sessions.once(key);
        assertThat(sessions.beginOnce(old)).isEmpty();
        now = START.plus(Duration.ofMinutes(15));
        assertThat(sessions.beginOnce(link)).isEmpty();
    }

    @Test
    void forgetsThoseThatEnded() {
        begin();
        now = START.plus(Duration.ofHours(2));
        begin();
        assertThat(sessionsStored).hasSize(1);
    }
}
