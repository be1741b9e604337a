package kz.sheshim.adapter.postgres;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import kz.sheshim.log.LogOverloaded;
import kz.sheshim.log.LogUnavailable;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * Writes items of many threads in as few transactions as possible: while one transaction waits for the disk, the next group gathers. A single item is written
 * immediately; the writer never waits to fill a group.
 *
 * @param <T> type of the items
 * @param <R> type of the result that each item gets
 */
final class GroupCommit<T, R> implements AutoCloseable {
    private static final long IDLE_MILLIS = 100;
    private static final long STUCK = TimeUnit.MINUTES.toNanos(1);
    private static final String STOPPING = "the service is stopping";
    private static final String TOO_LONG = "a decision waited too long to be recorded";
    /** An older loss of the database says nothing about the next group. */
    private static final long RECENTLY = TimeUnit.SECONDS.toNanos(10);

    private record Loss(String reason, long at) {}

    private record Waiting<T, R>(T item, CompletableFuture<R> result) {}

    private final Function<List<T>, List<R>> transaction;
    private final int maxInGroup;
    private final ToLongFunction<T> weight;
    private final long maxWeight;
    private final int maxWaiting;
    private final Duration maxWait;
    private final BlockingQueue<Waiting<T, R>> waiting;
    private final Thread writer = new Thread(this::write, "decision-log-writer");
    private volatile boolean closed;
    private volatile @Nullable Loss loss;
    private volatile long moved = System.nanoTime();

    /**
     * @param transaction writes a whole group durably and returns a result for each item, or writes nothing and throws {@link LogUnavailable}
     * @param maxInGroup maximum number of items in one transaction
     * @param maxWeight no item is added to a group that has this weight or more
     * @param maxWaiting maximum number of items that wait; further items are refused
     * @param maxWait maximum time of an item from {@link #write} to its result
     */
    GroupCommit(
            Function<List<T>, List<R>> transaction,
            int maxInGroup,
            ToLongFunction<T> weight,
            long maxWeight,
            int maxWaiting,
            Duration maxWait) {
        this.maxWait = maxWait;
        this.transaction = transaction;
        this.maxInGroup = maxInGroup;
        this.weight = weight;
        this.maxWeight = maxWeight;
        this.maxWaiting = maxWaiting;
        this.waiting = new ArrayBlockingQueue<>(maxWaiting);
        writer.setDaemon(true);
        writer.start();
    }

    /**
     * Completes when the item is durable. Completes with {@link LogOverloaded} if too many items wait, so that this one was not written, and with {@link
     * LogUnavailable} if it could not be written, or is not known to be written after the maximum time.
     */
    CompletableFuture<R> write(T item) {
        Waiting<T, R> mine = new Waiting<>(item, new CompletableFuture<>());
        if (!waiting.offer(mine)) {
            mine.result().completeExceptionally(new LogOverloaded(maxWaiting));
        } else if (closed && waiting.remove(mine)) {
            mine.result().completeExceptionally(new LogUnavailable(STOPPING, new IllegalStateException(STOPPING)));
        }
        return mine.result()
                .orTimeout(maxWait.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionallyCompose(failed -> failedAfterWait(mine, failed));
    }

    /** An item that waited too long is not written if no transaction has taken it yet. */
    private CompletionStage<R> failedAfterWait(Waiting<T, R> item, Throwable failed) {
        if (failed instanceof TimeoutException) {
            waiting.remove(item);
            return CompletableFuture.failedStage(new LogUnavailable(TOO_LONG, failed));
        }
        return CompletableFuture.failedStage(failed);
    }

    /** Number of items that no transaction has taken yet. */
    int waiting() {
        return waiting.size();
    }

    /** Why an item handed in now would not be written, as far as is known without trying; empty if no reason is known. */
    Optional<Phrase> obstacle() {
        Loss last = loss;
        if (closed) {
            return Optional.of(Phrase.of("the service is stopping"));
        }
        if (!isAlive()) {
            return Optional.of(Phrase.of("the writer of the decision log has ended or hangs"));
        }
        if (waiting.remainingCapacity() == 0) {
            return Optional.of(Phrase.of("too many decisions wait to be recorded"));
        }
        return last != null && System.nanoTime() - last.at() < RECENTLY
                ? Optional.of(Phrase.of("{0}", last.reason()))
                : Optional.empty();
    }

    /** Whether the writer works: false if it has ended although it was not closed, or has not moved for a minute. */
    boolean isAlive() {
        return closed || writer.isAlive() && System.nanoTime() - moved < STUCK;
    }

    /** Ends only when it is closed, whatever fails, also for want of memory. */
    private void write() {
        while (!closed || !waiting.isEmpty()) {
            try {
                moved = System.nanoTime();
                Waiting<T, R> first = waiting.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    writeWith(first);
                }
            } catch (InterruptedException stop) {
                closed = true;
            } catch (Throwable failed) {
                moved = System.nanoTime();
            }
        }
    }

    /** Whatever fails, every item of the group gets a result, and the next group is written. */
    private void writeWith(Waiting<T, R> first) {
        List<Waiting<T, R>> group = new ArrayList<>(List.of(first));
        try {
            gather(group);
            write(group);
        } catch (Throwable failed) {
            fail(group, failed);
        }
    }

    /** Adds waiting items to the group. */
    private void gather(List<Waiting<T, R>> group) {
        long weighs = weight.applyAsLong(group.get(0).item());
        while (group.size() < maxInGroup && weighs < maxWeight) {
            Waiting<T, R> next = waiting.poll();
            if (next == null) {
                return;
            }
            group.add(next);
            weighs += weight.applyAsLong(next.item());
        }
    }

    /**
     * An item that cannot be written must not harm the others: after a failure each item is written alone. But if the database itself is lost, all waiting
     * items fail at once, instead of one group after the other.
     */
    private void write(List<Waiting<T, R>> group) {
        moved = System.nanoTime();
        try {
            List<R> results =
                    transaction.apply(group.stream().map(Waiting::item).toList());
            loss = null;
            for (int i = 0; i < group.size(); i++) {
                group.get(i).result().complete(results.get(i));
            }
        } catch (LogUnavailable failed) {
            if (group.size() > 1 && !Transactions.isLost(failed)) {
                group.forEach(each -> write(List.of(each)));
                return;
            }
            List<Waiting<T, R>> failing = new ArrayList<>(group);
            if (Transactions.isLost(failed)) {
                loss = new Loss(failed.reason(), System.nanoTime());
                waiting.drainTo(failing);
            }
            fail(failing, failed);
        } catch (Throwable failed) {
            fail(group, failed);
        }
    }

    private static <T, R> void fail(List<Waiting<T, R>> waiting, Throwable failed) {
        waiting.forEach(each -> each.result().completeExceptionally(failed));
    }

    /** Returns when all waiting items are written. */
    @Override
    public void close() {
        closed = true;
        try {
            writer.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
