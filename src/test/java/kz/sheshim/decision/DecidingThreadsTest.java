package kz.sheshim.decision;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import kz.sheshim.background.Callers;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.publication.Telemetry;
import kz.sheshim.verdict.Verdict;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What telemetry is told about an application that the threads decide, and what happens when too many wait. */
class DecidingThreadsTest {
    private static final int ROOM = 3;
    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    private final Watch watch = new Watch();
    private final Callers callers = new Callers();
    private final DecidingThreads threads = new DecidingThreads(ROOM, callers, watch);

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
        public void refusal(BooleanSupplier refused) {}

        @Override
        public void queue(String name, int most, IntSupplier size) {
            assertThat(most).isEqualTo(ROOM);
            waiting = size;
        }
    }

    @AfterEach
    void stop() {
        threads.close();
    }

    private <T> T run(Supplier<CompletionStage<T>> work) throws Exception {
        return threads.run(work).toCompletableFuture().get(60, SECONDS);
    }

    @Test
    void telemetryIsToldEachStepOfAnApplication() throws Exception {
        run(() -> CompletableFuture.completedStage("x"));
        assertThat(watch.told).containsExactly("begun", "started", "decided", "recorded");
        watch.told.clear();
        Assertions.assertThatThrownBy(() -> run(() -> {
                    throw new IllegalStateException("refused");
                }))
                .hasMessageContaining("refused");
        assertThat(watch.told).containsExactly("begun", "started", "decided", "not recorded");
        assertThat(callers.areWaiting()).isFalse();
    }

    @Test
    void applicationIsRefusedWhenTooManyWait() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        List<CompletableFuture<String>> all = new ArrayList<>();
        for (int i = 0; i < PROCESSORS + ROOM; i++) {
            assertThat(threads.isFull()).isFalse();
            all.add(threads.run(() -> {
                        try {
                            held.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                        return CompletableFuture.completedStage("x");
                    })
                    .toCompletableFuture());
            while (i < PROCESSORS && watch.waiting.getAsInt() > 0) {
                Thread.sleep(1);
            }
        }
        assertThat(watch.waiting.getAsInt()).isEqualTo(ROOM);
        assertThat(threads.isFull()).isTrue();
        assertThat(callers.areWaiting()).isTrue();
        Assertions.assertThatThrownBy(() -> run(() -> CompletableFuture.completedStage("x")))
                .isInstanceOf(DecidingOverloaded.class);
        held.countDown();
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get(60, SECONDS);
        assertThat(threads.isFull()).isFalse();
        assertThat(callers.areWaiting()).isFalse();
    }
}
