package kz.sheshim.adapter.postgres;

import static kz.sheshim.DoneFixture.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.sheshim.access.Submitter;
import kz.sheshim.facts.Facts;
import kz.sheshim.log.Decision;
import kz.sheshim.log.DecisionId;
import kz.sheshim.log.Entry;
import kz.sheshim.log.Fingerprint;
import kz.sheshim.log.IdempotencyKey;
import kz.sheshim.log.IdempotencyKeyReused;
import kz.sheshim.log.KeyedRequest;
import kz.sheshim.log.LogUnavailable;
import kz.sheshim.verdict.Verdict;
import kz.sheshim.verdict.VerdictCodec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Exactly one decision is recorded for each key. Two decision logs on one database stand for two replicas. */
@Timeout(120)
class IdempotencyKeysIT {
    @RegisterExtension
    static final PostgresFixture POSTGRES = new PostgresFixture();

    private static final LocalDate FILED_ON = LocalDate.of(2026, 11, 20);
    private static final Instant NOW = Instant.parse("2026-11-20T05:15:00.123Z");
    private static final Submitter SUBMITTER = new Submitter("front office");

    private final PostgresDecisionLog log = DecisionFixture.log(POSTGRES);
    private final PostgresDecisionLog replica = DecisionFixture.log(POSTGRES);
    private final PostgresDecisionLogReader reader =
            new PostgresDecisionLogReader(POSTGRES.database(), DecisionFixture.CODEC);

    @BeforeAll
    static void keepRevision() {
        new PostgresRevisionStore(POSTGRES.database())
                .store(DecisionFixture.REVISION, DecisionFixture.FILES, Instant.EPOCH);
    }

    @AfterEach
    void close() {
        log.close();
        replica.close();
    }

    private static KeyedRequest request(String key, String body) {
        return request(SUBMITTER, key, body);
    }

    private static KeyedRequest request(Submitter submitter, String key, String body) {
        return new KeyedRequest(
                submitter, new IdempotencyKey(key), Fingerprint.of(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static Decision decision(KeyedRequest request) {
        return decision(request, NOW);
    }

    private static Decision decision(KeyedRequest request, Instant at) {
        Decision decision = DecisionFixture.decision(request.key().text(), "granted", FILED_ON, "a-ground");
        return new Decision(
                new DecisionId(UUID.randomUUID()),
                request.submitter(),
                decision.reference(),
                at,
                decision.revision(),
                decision.engine(),
                decision.received(),
                decision.read(),
                decision.verdict(),
                decision.verdictText(),
                decision.groundCells());
    }

    private static Entry append(PostgresDecisionLog log, KeyedRequest request, Instant at) {
        return done(DecisionFixture.append(log, decision(request, at), request));
    }

    private static long recorded(String key) throws SQLException {
        return POSTGRES.numbers("SELECT count(*) FROM case_file WHERE reference = '" + key + "'")
                .get(0);
    }

    private static long keys() throws SQLException {
        return POSTGRES.numbers("SELECT count(*) FROM idempotency_key").get(0);
    }

    @Test
    void whatCannotBeFoundAgainHarmsNobodyElseInItsGroup() throws Exception {
        KeyedRequest kept = request("unreadable", "a body");
        KeyedRequest other = request("readable", "a body");
        done(DecisionFixture.append(log, decision(kept), kept));
        try (Connection lock = POSTGRES.owner().getConnection();
                PostgresDecisionLog forgetful = DecisionFixture.log(POSTGRES, new Forgetful())) {
            lock.setAutoCommit(false);
            lock.createStatement().execute("LOCK TABLE log_entry IN ACCESS EXCLUSIVE MODE");
            DecisionFixture.append(forgetful, DecisionFixture.decision("holds the writer", "granted", FILED_ON), null);
            while (forgetful.waiting() > 0) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            CompletionStage<Entry> recorded = DecisionFixture.append(forgetful, decision(other), other);
            CompletionStage<Entry> repeated = DecisionFixture.append(forgetful, decision(kept), kept);
            assertThat(forgetful.waiting()).isEqualTo(2);
            lock.rollback();

            assertThat(done(recorded).decision().reference()).isEqualTo("readable");
            assertThatThrownBy(() -> done(repeated)).hasMessage("forgotten");
        }
    }

    private static final class Forgetful implements VerdictCodec {
        @Override
        public String encode(Verdict verdict) {
            return DecisionFixture.CODEC.encode(verdict);
        }

        @Override
        public String encodeSubmitted(Facts facts) {
            return DecisionFixture.CODEC.encodeSubmitted(facts);
        }

        @Override
        public Verdict decode(String json) {
            throw new IllegalStateException("forgotten");
        }
    }

    @Test
    void repeatedRequestGetsTheEntryOfTheFirstOneOnEveryReplica() throws SQLException {
        KeyedRequest request = request("repeated", "a body");
        Entry first = append(log, request, NOW);

        assertThat(append(log, request, NOW.plusSeconds(1))).isEqualTo(first);
        assertThat(append(replica, request, NOW.plusSeconds(2))).isEqualTo(first);
        assertThat(reader.find(request)).contains(first);
        assertThat(recorded("repeated")).isEqualTo(1);
    }

    @Test
    void anotherRequestUnderTheKeyIsRefusedAndNotRecorded() throws SQLException {
        append(log, request("reused", "a body"), NOW);
        KeyedRequest other = request("reused", "another body");

        assertThatThrownBy(() -> append(log, other, NOW)).isInstanceOf(IdempotencyKeyReused.class);
        assertThatThrownBy(() -> append(replica, other, NOW)).isInstanceOf(IdempotencyKeyReused.class);
        assertThatThrownBy(() -> reader.find(other)).isInstanceOf(IdempotencyKeyReused.class);
        assertThat(recorded("reused")).isEqualTo(1);
    }

    @Test
    void submittersDoNotShareKeys() throws SQLException {
        KeyedRequest mine = request("shared", "my body");
        KeyedRequest theirs = request(new Submitter("mission"), "shared", "their body");

        assertThat(append(log, mine, NOW)).isNotEqualTo(append(log, theirs, NOW));
        assertThat(recorded("shared")).isEqualTo(2);
    }

    @Test
    void ofManyAtOnceOneIsRecordedAndAllGetItsEntry() throws Exception {
        for (int round = 0; round < 20; round++) {
            String key = "at-once-" + round;
            KeyedRequest request = request(key, "a body");
            KeyedRequest reused = request(key, "another body");
            List<CompletableFuture<Entry>> same = new ArrayList<>();
            List<CompletableFuture<Entry>> other = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                PostgresDecisionLog one = i % 2 == 0 ? log : replica;
                same.add(DecisionFixture.append(one, decision(request), request).toCompletableFuture());
                same.add(DecisionFixture.append(one, DecisionFixture.decision("no key", "granted", FILED_ON), null)
                        .toCompletableFuture());
                other.add(DecisionFixture.append(one, decision(reused), reused).toCompletableFuture());
            }
            Set<String> entries = Stream.concat(same.stream(), other.stream())
                    .map(result -> result.handle((entry, failure) -> failure == null
                                    ? entry.decision().reference().equals("no key")
                                            ? "no key"
                                            : entry.number().toString()
                                    : failure.getCause().getClass().getSimpleName())
                            .orTimeout(60, TimeUnit.SECONDS)
                            .join())
                    .collect(Collectors.toSet());

            assertThat(entries).hasSize(3).contains("no key", "IdempotencyKeyReused");
            assertThat(recorded(key)).isEqualTo(1);
        }
    }

    @Test
    void replicasThatTakeTheSameKeysInOppositeOrderDoNotHinderEachOther() throws SQLException {
        List<KeyedRequest> requests = IntStream.range(0, 500)
                .mapToObj(number -> request("opposite-" + number, "a body"))
                .toList();
        List<CompletableFuture<Entry>> results = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            KeyedRequest forth = requests.get(i);
            KeyedRequest back = requests.get(requests.size() - 1 - i);
            results.add(DecisionFixture.append(log, decision(forth), forth).toCompletableFuture());
            results.add(DecisionFixture.append(replica, decision(back), back).toCompletableFuture());
        }

        assertThat(results).allSatisfy(result -> assertThat(result).succeedsWithin(60, TimeUnit.SECONDS));
        assertThat(POSTGRES.numbers("SELECT count(*) FROM case_file WHERE reference LIKE 'opposite-%'"))
                .containsExactly(500L);
    }

    @Test
    void keyThatExpiredMayBeUsedAgain() throws SQLException {
        Instant lastMoment = NOW.plus(DecisionFixture.KEY_LIFETIME);
        Entry first = append(log, request("expired", "a body"), NOW);

        assertThat(append(log, request("expired", "a body"), lastMoment)).isEqualTo(first);
        Entry second = append(log, request("expired", "another body"), lastMoment.plusMillis(1));
        assertThat(append(replica, request("expired", "another body"), lastMoment.plusMillis(2)))
                .isEqualTo(second);
        assertThat(recorded("expired")).isEqualTo(2);
    }

    @Test
    void whatWasNotRecordedUsedNoKey() throws SQLException {
        KeyedRequest request = request("refused", "a body");
        Decision unkept = DecisionFixture.with(decision(request), DecisionFixture.revision(404));

        assertThatThrownBy(() -> done(DecisionFixture.append(log, unkept, request)))
                .isInstanceOf(LogUnavailable.class);
        assertThat(reader.find(request)).isEmpty();
        assertThat(append(log, request, NOW).decision().revision()).isEqualTo(DecisionFixture.REVISION);
    }

    @Test
    void expiredKeysAreRemovedWhileNewOnesCome() throws SQLException {
        POSTGRES.execute("INSERT INTO idempotency_key SELECT 'old', 'key ' || n, '', gen_random_uuid(),"
                + " timestamptz '2026-11-01' + n * interval '1 second' FROM generate_series(1, 1500) AS n");
        long before = keys();
        List<CompletableFuture<Entry>> results = new ArrayList<>();
        for (int i = 0; i < 800; i++) {
            KeyedRequest request = request("removes-" + i, "a body");
            results.add(DecisionFixture.append(log, decision(request), request).toCompletableFuture());
        }

        assertThat(results).allSatisfy(result -> assertThat(result).succeedsWithin(60, TimeUnit.SECONDS));
        assertThat(keys()).isEqualTo(before - 1_500 + 800);
        assertThat(POSTGRES.numbers("SELECT count(*) FROM idempotency_key WHERE kept_at < timestamptz '"
                        + NOW.minus(DecisionFixture.KEY_LIFETIME).minus(Duration.ofMillis(1)) + "'"))
                .containsExactly(0L);
    }
}
