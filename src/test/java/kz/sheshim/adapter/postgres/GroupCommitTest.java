package kz.sheshim.adapter.postgres;

import static kz.sheshim.DoneFixture.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import kz.sheshim.log.LogOverloaded;
import kz.sheshim.log.LogUnavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class GroupCommitTest {
    private static final Duration MAX_WAIT = Duration.ofMinutes(2);

    private final List<List<Integer>> groups = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch disk = new CountDownLatch(1);

    private List<Integer> record(List<Integer> group) {
        groups.add(List.copyOf(group));
        return group.stream().map(item -> item * 10).toList();
    }

    @Test
    void thoseThatComeWhileTheDiskIsAwaitedShareTheNextTransaction() throws Exception {
        try (GroupCommit<Integer, Integer> commits = new GroupCommit<>(
                group -> {
                    if (groups.isEmpty()) {
                        awaitDisk();
                    }
                    return record(group);
                },
                8,
                item -> 1,
                1_000,
                100,
                MAX_WAIT)) {
            List<CompletableFuture<Integer>> results = new ArrayList<>();
            results.add(commits.write(0));
            begun.await();
            for (int item = 1; item <= 10; item++) {
                results.add(commits.write(item));
            }
            disk.countDown();

            for (int item = 0; item <= 10; item++) {
                assertThat(results.get(item))
                        .succeedsWithin(60, TimeUnit.SECONDS)
                        .isEqualTo(item * 10);
            }
            assertThat(groups.stream().map(List::size)).containsExactly(1, 8, 2);
        }
    }

    @Test
    void groupEndsWithTheOneThatMakesItHeavyEnough() throws Exception {
        try (GroupCommit<Integer, Integer> commits = new GroupCommit<>(
                group -> {
                    if (groups.isEmpty()) {
                        awaitDisk();
                    }
                    return record(group);
                },
                8,
                item -> item,
                10,
                100,
                MAX_WAIT)) {
            List<CompletableFuture<Integer>> results = new ArrayList<>();
            results.add(commits.write(1));
            begun.await();
            for (int item : List.of(5, 4, 7, 12, 3, 2, 1)) {
                results.add(commits.write(item));
            }
            disk.countDown();

            for (CompletableFuture<Integer> result : results) {
                assertThat(result).succeedsWithin(60, TimeUnit.SECONDS);
            }
            assertThat(groups).containsExactly(List.of(1), List.of(5, 4, 7), List.of(12), List.of(3, 2, 1));
        }
    }

    @Test
    void oneThatCannotBeWrittenHarmsNobodyElse() throws Exception {
        try (GroupCommit<Integer, Integer> commits = new GroupCommit<>(
                group -> {
                    awaitDisk();
                    if (group.contains(3)) {
                        throw new LogUnavailable(new SQLException("not that one", "23505"));
                    }
                    return record(group);
                },
                8,
                item -> 1,
                1_000,
                100,
                MAX_WAIT)) {
            List<CompletableFuture<Integer>> results = new ArrayList<>();
            for (int item = 0; item <= 5; item++) {
                results.add(commits.write(item));
            }
            disk.countDown();

            for (int item = 0; item <= 5; item++) {
                if (item == 3) {
                    assertThat(results.get(item)).failsWithin(60, TimeUnit.SECONDS);
                } else {
                    assertThat(results.get(item))
                            .succeedsWithin(60, TimeUnit.SECONDS)
                            .isEqualTo(item * 10);
                }
            }
            assertThat(groups.stream().flatMap(List::stream)).containsExactlyInAnyOrder(0, 1, 2, 4, 5);
        }
    }

    @Test
    void defectThatOneMeetsAloneHarmsNobodyElse() throws Exception {
        try (GroupCommit<Integer, Integer> commits = new GroupCommit<>(
                group -> {
                    awaitDisk();
                    if (group.size() > 1) {
                        throw new LogUnavailable(new SQLException("not together", "23505"));
                    }
                    if (group.contains(3)) {
                        throw new IllegalStateException("a defect");
                    }
                    return record(group);
                },
                8,
                item -> 1,
                1_000,
                100,
                MAX_WAIT)) {
            List<CompletableFuture<Integer>> results = new ArrayList<>();
            for (int item = 0; item <= 5; item++) {
                results.add(commits.write(item));
            }
            disk.countDown();

            for (int item : List.of(0, 1, 2, 4, 5)) {
                assertThat(results.get(item))
                        .succeedsWithin(60, TimeUnit.SECONDS)
                        .isEqualTo(item * 10);
            }
            assertThat(results.get(3)).failsWithin(60, TimeUnit.SECONDS);
        }
    }

    @Test
    void whenTheLogIsLostAllWhoWaitAreToldAtOnce() throws Exception {
        List<CompletableFuture<Integer>> results = new ArrayList<>();
        try (GroupCommit<Integer, Integer> commits = new GroupCommit<>(
                group -> {
                    awaitDisk();
                    groups.add(group);
                    throw new LogUnavailable(new SQLException("gone", "08006"));
                },
                1,
                item -> 1,
                1_000,
                100,
                MAX_WAIT)) {
            for (int item = 0; item <= 5; item++) {
                results.add(commits.write(item));
            }
            disk.countDown();

            assertThat(results).allSatisfy(result -> assertThat(result).failsWithin(60, TimeUnit.SECONDS));
            assertThat(groups).hasSize(1);
        }
    }

    @Test
    void whoFindsTheQueueFullIsTurnedAwayAndTheOthersAreWritten() throws Exception {
        List<CompletableFuture<Integer>> results = new ArrayList<>();
        try (GroupCommit<Integer, Integer> commits = new GroupCommit<>(
                group -> {
                    awaitDisk();
                    return record(group);
                },
                1,
                item -> 1,
                1_000,
                2,
                MAX_WAIT)) {
            for (int item = 0; item < 3; item++) {
                results.add(commits.write(item));
                begun.await();
            }

            assertThatThrownBy(() -> done(commits.write(99))).isInstanceOf(LogOverloaded.class);
            assertThat(commits.obstacle().map(Object::toString))
                    .hasValueSatisfying(full -> assertThat(full).contains("too many"));
            disk.countDown();
        }
        assertThat(results).allSatisfy(result -> assertThat(result).succeedsWithin(60, TimeUnit.SECONDS));
        assertThat(groups).hasSize(3);
    }

    @Test
    void whateverGoesWrongIsToldToThoseWhoWaitAndTheNextAreServed() {
        try (GroupCommit<Integer, Integer> commits = new GroupCommit<>(
                group -> {
                    if (group.contains(1)) {
                        throw new IllegalStateException("a defect");
                    }
                    return record(group);
                },
                8,
                item -> 1,
                1_000,
                100,
                MAX_WAIT)) {
            assertThatThrownBy(() -> done(commits.write(1)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("a defect");
            assertThat(done(commits.write(2))).isEqualTo(20);
        }
    }

    @Test
    void afterTheCloseNothingIsTaken() {
        GroupCommit<Integer, Integer> commits = new GroupCommit<>(this::record, 8, item -> 1, 1_000, 100, MAX_WAIT);
        commits.close();

        assertThatThrownBy(() -> done(commits.write(1))).isInstanceOf(LogUnavailable.class);
        assertThat(groups).isEmpty();
    }

    @Test
    void lossIsAnObstacleUntilSomethingIsWrittenAgain() {
        AtomicBoolean lost = new AtomicBoolean(true);
        GroupCommit<Integer, Integer> commits = new GroupCommit<>(
                group -> {
                    if (lost.get()) {
                        throw new LogUnavailable("no room", new SQLException("disk full", "53100"));
                    }
                    return record(group);
                },
                8,
                item -> 1,
                1_000,
                100,
                MAX_WAIT);
        assertThat(commits.obstacle()).isEmpty();
        assertThatThrownBy(() -> done(commits.write(1))).isInstanceOf(LogUnavailable.class);
        assertThat(commits.obstacle()).hasToString("Optional[no room]");
        lost.set(false);
        assertThat(done(commits.write(2))).isEqualTo(20);
        assertThat(commits.obstacle()).isEmpty();
        commits.close();
        assertThat(commits.obstacle()).isPresent();
    }

    @Test
    void writerOutlivesWhateverIsThrown() {
        try (GroupCommit<Integer, Integer> commits = new GroupCommit<>(
                group -> {
                    if (group.contains(1)) {
                        throw GroupCommitTest.<RuntimeException>unchecked(new SQLException("not declared"));
                    }
                    return record(group);
                },
                8,
                item -> 1,
                1_000,
                100,
                MAX_WAIT)) {
            assertThat(commits.write(1)).failsWithin(60, TimeUnit.SECONDS);
            assertThat(done(commits.write(2))).isEqualTo(20);
            assertThat(commits.isAlive()).isTrue();
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> E unchecked(Throwable failure) throws E {
        throw (E) failure;
    }

    @Test
    void waitEndsAndWhatNoTransactionHadTakenIsNotWritten() throws Exception {
        try (GroupCommit<Integer, Integer> commits = new GroupCommit<>(
                group -> {
                    awaitDisk();
                    return record(group);
                },
                1,
                item -> 1,
                1_000,
                100,
                Duration.ofMillis(50))) {
            CompletableFuture<Integer> taken = commits.write(1);
            begun.await();
            CompletableFuture<Integer> waiting = commits.write(2);
            assertThatThrownBy(() -> done(taken)).isInstanceOf(LogUnavailable.class);
            assertThatThrownBy(() -> done(waiting)).isInstanceOf(LogUnavailable.class);
            disk.countDown();
        }
        assertThat(groups).containsExactly(List.of(1));
    }

    private void awaitDisk() {
        begun.countDown();
        try {
            disk.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
