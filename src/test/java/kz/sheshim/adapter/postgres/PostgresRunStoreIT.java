package kz.sheshim.adapter.postgres;

import static kz.sheshim.bulk.CountingKind.AUDITOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import kz.sheshim.AwaitFixture;
import kz.sheshim.bulk.AnotherRuns;
import kz.sheshim.bulk.BackgroundRun;
import kz.sheshim.bulk.CountingKind;
import kz.sheshim.bulk.Run;
import kz.sheshim.bulk.RunStore;
import kz.sheshim.bulk.RunStore.Reached;
import kz.sheshim.bulk.RunStore.Told;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Services on one database begin, cancel and take over runs. */
class PostgresRunStoreIT {
    private static final String KIND = "count";
    private static final Duration SILENCE = Duration.ofSeconds(30);

    @RegisterExtension
    static final PostgresFixture POSTGRES = new PostgresFixture();

    private final PostgresRunStore store = new PostgresRunStore(POSTGRES.database());
    private final Set<Throwable> failures = ConcurrentHashMap.newKeySet();

    @AfterEach
    void removeRuns() throws SQLException {
        POSTGRES.execute("TRUNCATE background_run");
    }

    private static void silence() throws SQLException {
        POSTGRES.execute("UPDATE background_run SET heard_at = now() - interval '31 seconds'");
    }

    private Run begin(UUID service, String asked) {
        return store.begin(UUID.randomUUID(), KIND, asked, AUDITOR, service);
    }

    @Test
    void oneOfManyServicesBegins() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Run>> begins = IntStream.range(0, 8)
                    .mapToObj(i -> (Callable<Run>) () -> begin(UUID.randomUUID(), "{\"i\":" + i + "}"))
                    .toList();
            Set<Run> runs = ConcurrentHashMap.newKeySet();
            for (Future<Run> run : pool.invokeAll(begins)) {
                runs.add(run.get());
            }
            assertThat(runs).hasSize(1);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void oneOfManyServicesTakesARunWhoseServiceIsSilent() throws Exception {
        UUID dead = UUID.randomUUID();
        Run run = begin(dead, "{}");
        assertThat(store.tell(run.id(), dead, new Reached(3, 9, "{\"next\":4}")))
                .isEqualTo(Told.GO_ON);
        assertThat(store.take(KIND, UUID.randomUUID(), SILENCE)).isEmpty();
        silence();
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Long>> takes = IntStream.range(0, 8)
                    .mapToObj(i -> (Callable<Long>) () -> store.take(KIND, UUID.randomUUID(), SILENCE).stream()
                            .filter(taken -> taken.taken() == 1 && "{\"next\":4}".equals(taken.mark()))
                            .count())
                    .toList();
            long taken = 0;
            for (Future<Long> take : pool.invokeAll(takes)) {
                taken += take.get();
            }
            assertThat(taken).isEqualTo(1);
        } finally {
            pool.shutdownNow();
        }
        assertThat(store.tell(run.id(), dead, new Reached(5, 9, null))).isEqualTo(Told.GONE);
        store.letGo(run.id(), dead, new Reached(5, 9, null));
        store.end(run.id(), dead, new Reached(9, 9, null), "{}", null);
        assertThat(store.find(KIND, run.id()))
                .get()
                .matches(Run::runs)
                .extracting(Run::done)
                .isEqualTo(3L);
    }

    @Test
    void newestHundredOfAKindAreKept() throws SQLException {
        UUID service = UUID.randomUUID();
        Run other = store.begin(UUID.randomUUID(), "other", "{}", AUDITOR, service);
        for (int i = 0; i < RunStore.KEPT + 2; i++) {
            store.end(begin(service, "{}").id(), service, new Reached(i, i, null), null, "failed");
        }
        assertThat(store.list(KIND, null, 1_000))
                .hasSize(RunStore.KEPT)
                .first()
                .extracting(Run::done)
                .isEqualTo(101L);
        assertThat(store.list(KIND, null, 1)).hasSize(1);
        List<Run> all = store.list(KIND, null, 1_000);
        assertThat(store.list(KIND, all.get(1).id(), 2)).isEqualTo(all.subList(2, 4));
        assertThat(store.list(KIND, UUID.randomUUID(), 2)).isEmpty();
        assertThat(store.find("other", other.id())).contains(other);
        assertThat(store.find(KIND, other.id())).isEmpty();
    }

    @Test
    void servicesCancelAndTakeOverWhatAnotherBegan() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        CountingKind stuck = new CountingKind(number -> {
            if (number == 4) {
                never.await();
            }
        });
        CountingKind quick = new CountingKind(number -> {});
        try (BackgroundRun<String, String> first = stuck.on(store, failures::add);
                BackgroundRun<String, String> second = quick.on(store, failures::add)) {
            first.start();
            second.start();
            UUID cancelled = first.begin("this", AUDITOR).id();
            assertThat(second.begin("this", AUDITOR).id()).isEqualTo(cancelled);
            assertThatThrownBy(() -> second.begin("that", AUDITOR)).isInstanceOf(AnotherRuns.class);
            AwaitFixture.await(
                    "progress", () -> second.find(cancelled).orElseThrow().done() == 3);
            second.cancel(cancelled);
            AwaitFixture.await(
                    "the end", () -> second.find(cancelled).orElseThrow().code().equals("cancelled"));

            UUID dead = UUID.randomUUID();
            Run run = store.begin(UUID.randomUUID(), KIND, "{\"what\":\"this\"}", AUDITOR, dead);
            store.tell(run.id(), dead, new Reached(8, 9, "{\"next\":9}"));
            silence();
            AwaitFixture.await(
                    "the end", () -> !second.find(run.id()).orElseThrow().runs());
            assertThat(second.last().orElseThrow().result()).isEqualTo("this from 9");
        }
        assertThat(failures).isEmpty();
    }
}
