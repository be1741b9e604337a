package kz.sheshim.adapter.http;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import kz.sheshim.log.LogOverloaded;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.publication.Telemetry;
import kz.sheshim.verdict.Verdict;
import org.assertj.core.api.Assertions;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is said of an application on its way through the threads that decide. */
class DecidingThreadsTest {
    private static final int ROOM = 3;
    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    private final Vertx vertx = Vertx.vertx();
    private final Watch watch = new Watch();
    private final DecidingThreads threads =
            new DecidingThreads(vertx, HttpSettingsFixture.with("max-waiting", ROOM), watch);

    /** Remembers what it is told. */
    private static final class Watch implements Telemetry {
        private final List<String> told = java.util.Collections.synchronizedList(new ArrayList<>());
        private IntSupplier waiting = () -> -1;

        @Override
        public Course begin() {
            told.add("begun");
            return new Course() {
                @Override
                public void started() {
                    told.add("started");
                }

                @Override
                public void decided() {
                    told.add("decided");
                }

                @Override
                public void ended(boolean recorded) {
                    told.add(recorded ? "recorded" : "not recorded");
                }
            };
        }

        @Override
        public void recorded(Verdict verdict) {}

        @Override
        public void loaded(Ruleset ruleset, long nanos) {}

        @Override
        public void notLoaded(long nanos) {}

        @Override
        public void queue(String name, int most, IntSupplier size) {
            assertThat(most).isEqualTo(ROOM);
            waiting = size;
        }
    }

    @AfterEach
    void stop() {
        MDC.remove(RequestIds.NAME);
        threads.stop();
        vertx.close();
    }

    private <T> T run(Supplier<CompletionStage<T>> work) throws Exception {
        return threads.run(work, each -> each).toCompletableFuture().get(60, SECONDS);
    }

    private static CompletionStage<String> nameInLogs() {
        return CompletableFuture.completedStage(String.valueOf(MDC.get(RequestIds.NAME)));
    }

    @Test
    void linesThatAreLoggedWhileDecidingSayTheRequest() throws Exception {
        MDC.put(RequestIds.NAME, "mine");
        assertThat(run(DecidingThreadsTest::nameInLogs)).isEqualTo("mine");
        MDC.remove(RequestIds.NAME);
        for (int i = 0; i < 2 * PROCESSORS; i++) {
            assertThat(run(DecidingThreadsTest::nameInLogs))
                    .as("of the one before")
                    .isEqualTo("null");
        }
    }

    @Test
    void wayOfAnApplicationIsTold() throws Exception {
        run(() -> CompletableFuture.completedStage("x"));
        assertThat(watch.told).containsExactly("begun", "started", "decided", "recorded");
        watch.told.clear();
        Assertions.assertThatThrownBy(() -> run(() -> {
                    throw new IllegalStateException("refused");
                }))
                .hasMessageContaining("refused");
        assertThat(watch.told).containsExactly("begun", "started", "decided", "not recorded");
    }

    @Test
    void fullQueueIsSeen() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        List<CompletableFuture<String>> all = new ArrayList<>();
        for (int i = 0; i < PROCESSORS + ROOM; i++) {
            assertThat(threads.full()).isFalse();
            all.add(threads.run(
                            () -> {
                                try {
                                    held.await();
                                } catch (InterruptedException e) {
                                    Thread.currentThread().interrupt();
                                }
                                return nameInLogs();
                            },
                            each -> each)
                    .toCompletableFuture());
            while (i < PROCESSORS && watch.waiting.getAsInt() > 0) {
                Thread.sleep(1);
            }
        }
        assertThat(watch.waiting.getAsInt()).isEqualTo(ROOM);
        assertThat(threads.full()).isTrue();
        Assertions.assertThatThrownBy(() -> run(DecidingThreadsTest::nameInLogs))
                .isInstanceOf(LogOverloaded.class);
        held.countDown();
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get(60, SECONDS);
        assertThat(threads.full()).isFalse();
    }
}
