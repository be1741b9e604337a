package kz.sheshim.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import kz.sheshim.AwaitFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RepeatedWorkTest {
    private static final Duration SHORT = Duration.ofMillis(1);

    private final AtomicInteger turns = new AtomicInteger();
    private final List<String> told = new CopyOnWriteArrayList<>();

    private void tell(Throwable failed) {
        told.add(String.valueOf(failed));
    }

    static Stream<Throwable> failures() {
        return Stream.of(
                new IllegalStateException("broken"),
                new LinkageError("broken"),
                new StackOverflowError("broken"),
                new InterruptedException("broken"),
                new Throwable("broken"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void turnThatFailsInAnyWayIsToldOnceAndTakenAgain(Throwable failure) throws InterruptedException {
        try (RepeatedWork work = new RepeatedWork("test")) {
            work.whileMore(
                    SHORT,
                    () -> {
                        if (turns.incrementAndGet() <= 3) {
                            RepeatedWorkTest.<RuntimeException>fail(failure);
                        }
                        return false;
                    },
                    this::tell);
            AwaitFixture.await("further turns", () -> turns.get() >= 6);
        }
        assertThat(told).containsExactly(failure.toString());
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> void fail(Throwable failure) throws T {
        throw (T) failure;
    }

    @Test
    void eachKindOfFailureIsToldAgainAfterATurnThatSucceeded() throws InterruptedException {
        List<Error> failures = List.of(
                new LinkageError("1"), new StackOverflowError("2"), new LinkageError("3"), new LinkageError("5"));
        try (RepeatedWork work = new RepeatedWork("test")) {
            work.every(
                    SHORT,
                    () -> {
                        int turn = turns.incrementAndGet();
                        failures.stream()
                                .filter(each -> String.valueOf(turn).equals(each.getMessage()))
                                .forEach(RepeatedWorkTest::fail);
                    },
                    this::tell);
            AwaitFixture.await("all turns", () -> turns.get() >= 6);
        }
        assertThat(told)
                .containsExactly(
                        "java.lang.LinkageError: 1", "java.lang.StackOverflowError: 2", "java.lang.LinkageError: 5");
    }

    @Test
    void failureThatCannotBeToldEndsNothingEither() throws InterruptedException {
        try (RepeatedWork work = new RepeatedWork("test")) {
            work.every(
                    SHORT,
                    () -> {
                        turns.incrementAndGet();
                        throw new LinkageError();
                    },
                    failed -> {
                        throw new LinkageError();
                    });
            AwaitFixture.await("further turns", () -> turns.get() >= 3);
        }
    }

    @Test
    void nextTurnFollowsAtOnceWhileThereIsMore() throws InterruptedException {
        try (RepeatedWork work = new RepeatedWork("test")) {
            work.whileMore(Duration.ofDays(1), () -> turns.incrementAndGet() < 3, this::tell);
            AwaitFixture.await("three turns", () -> turns.get() == 3);
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertThat(turns).hasValue(3);
    }

    @Test
    void closingWaitsForTheTurnAndTellsNothingAnyMore() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        RepeatedWork work = new RepeatedWork("test");
        work.every(
                Duration.ZERO,
                () -> {
                    begun.countDown();
                    while (!work.isClosed()) {
                        Thread.onSpinWait();
                    }
                    turns.incrementAndGet();
                    throw new IllegalStateException("what it needs is closed");
                },
                this::tell);
        begun.await();
        work.close();
        assertThat(turns).hasValue(1);
        assertThat(told).isEmpty();
    }

    @Test
    void whatHasNotBegunCanBeClosed() {
        RepeatedWork work = new RepeatedWork("test");
        work.close();
        work.every(SHORT, turns::incrementAndGet, this::tell);
        work.close();
        assertThat(turns).hasValue(0);
    }
}
