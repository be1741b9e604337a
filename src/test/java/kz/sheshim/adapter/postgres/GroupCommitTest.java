package kz.sheshim.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import kz.sheshim.log.LogOverloaded;
import kz.sheshim.log.LogUnavailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GroupCommitTest {
    private final List<List<Integer>> groups = Collections.synchronizedList(new ArrayList<>());
    private final List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
    private final ExecutorService callers = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work);
        threads.add(thread);
        return thread;
    });
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch disk = new CountDownLatch(1);

    @AfterEach
    void stop() {
        callers.shutdownNow();
    }

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
                100)) {
            List<CompletableFuture<Integer>> results = new ArrayList<>();
            results.add(CompletableFuture.supplyAsync(() -> commits.write(0), callers));
            begun.await();
            for (int item = 1; item <= 10; item++) {
                int each = item;
                results.add(CompletableFuture.supplyAsync(() -> commits.write(each), callers));
            }
            awaitWaiting(11);
            disk.countDown();

            for (int item = 0; item <= 10; item++) {
                assertThat(results.get(item))
                        .succeedsWithin(10, TimeUnit.SECONDS)
                        .isEqualTo(item * 10);
            }
            assertThat(groups.stream().map(List::size)).containsExactly(1, 8, 2);
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
                100)) {
            List<CompletableFuture<Integer>> results = new ArrayList<>();
            for (int item = 0; item <= 5; item++) {
                int each = item;
                results.add(CompletableFuture.supplyAsync(() -> commits.write(each), callers));
            }
            awaitWaiting(6);
            disk.countDown();

            for (int item = 0; item <= 5; item++) {
                if (item == 3) {
                    assertThat(results.get(item)).failsWithin(10, TimeUnit.SECONDS);
                } else {
                    assertThat(results.get(item))
                            .succeedsWithin(10, TimeUnit.SECONDS)
                            .isEqualTo(item * 10);
                }
            }
            assertThat(groups.stream().flatMap(List::stream)).containsExactlyInAnyOrder(0, 1, 2, 4, 5);
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
                100)) {
            for (int item = 0; item <= 5; item++) {
                int each = item;
                results.add(CompletableFuture.supplyAsync(() -> commits.write(each), callers));
            }
            awaitWaiting(6);
            disk.countDown();

            assertThat(results).allSatisfy(result -> assertThat(result).failsWithin(10, TimeUnit.SECONDS));
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
                2)) {
            for (int item = 0; item < 3; item++) {
                int each = item;
                results.add(CompletableFuture.supplyAsync(() -> commits.write(each), callers));
                begun.await();
            }
            awaitWaiting(3);

            assertThatThrownBy(() -> commits.write(99)).isInstanceOf(LogOverloaded.class);
            disk.countDown();
        }
        assertThat(results).allSatisfy(result -> assertThat(result).succeedsWithin(10, TimeUnit.SECONDS));
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
                100)) {
            assertThatThrownBy(() -> commits.write(1))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("a defect");
            assertThat(commits.write(2)).isEqualTo(20);
        }
    }

    @Test
    void afterTheCloseNothingIsTaken() {
        GroupCommit<Integer, Integer> commits = new GroupCommit<>(this::record, 8, 100);
        commits.close();

        assertThatThrownBy(() -> commits.write(1)).isInstanceOf(LogUnavailable.class);
        assertThat(groups).isEmpty();
    }

    /** Every caller has handed in what it has and waits. */
    private void awaitWaiting(int count) throws InterruptedException {
        while (threads.size() < count
                || threads.stream().anyMatch(thread -> thread.getState() != Thread.State.WAITING)) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
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
