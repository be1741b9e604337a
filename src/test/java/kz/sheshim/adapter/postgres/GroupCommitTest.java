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
    private final ExecutorService callers = Executors.newCachedThreadPool();

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
        CountDownLatch disk = new CountDownLatch(1);
        try (GroupCommit<Integer, Integer> commits = new GroupCommit<>(
                group -> {
                    if (groups.isEmpty()) {
                        await(disk);
                    }
                    return record(group);
                },
                8,
                100)) {
            List<CompletableFuture<Integer>> results = new ArrayList<>();
            results.add(CompletableFuture.supplyAsync(() -> commits.write(0), callers));
            TimeUnit.MILLISECONDS.sleep(300);
            for (int item = 1; item <= 10; item++) {
                int each = item;
                results.add(CompletableFuture.supplyAsync(() -> commits.write(each), callers));
            }
            TimeUnit.MILLISECONDS.sleep(300);
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
        CountDownLatch disk = new CountDownLatch(1);
        try (GroupCommit<Integer, Integer> commits = new GroupCommit<>(
                group -> {
                    await(disk);
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
            TimeUnit.MILLISECONDS.sleep(300);
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
    void whoFindsTheQueueFullIsTurnedAwayAndTheOthersAreWritten() throws Exception {
        CountDownLatch disk = new CountDownLatch(1);
        List<CompletableFuture<Integer>> results = new ArrayList<>();
        try (GroupCommit<Integer, Integer> commits = new GroupCommit<>(
                group -> {
                    await(disk);
                    return record(group);
                },
                1,
                2)) {
            for (int item = 0; item < 3; item++) {
                int each = item;
                results.add(CompletableFuture.supplyAsync(() -> commits.write(each), callers));
                TimeUnit.MILLISECONDS.sleep(200);
            }

            assertThatThrownBy(() -> commits.write(99)).isInstanceOf(LogOverloaded.class);
            disk.countDown();
        }
        assertThat(results).allSatisfy(result -> assertThat(result).isCompleted());
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

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
