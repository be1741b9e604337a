package kz.sheshim.adapter.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import kz.sheshim.log.LogOverloaded;
import kz.sheshim.log.LogUnavailable;
import org.jspecify.annotations.Nullable;

/**
 * Writes what many threads hand in, in as few transactions as there can be: while one waits for the disk, the next group gathers. Nobody waits for company: who comes alone is
 * written alone, at once.
 *
 * @param <T> what is written
 * @param <R> what each one that is written gets back
 */
final class GroupCommit<T, R> implements AutoCloseable {
    private static final long IDLE_MILLIS = 100;
    private static final String STOPPING = "the service is stopping";
    /** A loss that is older says nothing of what would come of the next group. */
    private static final long RECENTLY = TimeUnit.SECONDS.toNanos(10);

    private record Loss(String reason, long at) {}

    private record Waiting<T, R>(T item, CompletableFuture<R> result) {}

    private final Function<List<T>, List<R>> transaction;
    private final int mostInGroup;
    private final ToLongFunction<T> weight;
    private final long mostWeight;
    private final int mostWaiting;
    private final BlockingQueue<Waiting<T, R>> waiting;
    private final Thread writer = new Thread(this::write, "decision-log-writer");
    private volatile boolean closed;
    private volatile @Nullable Loss loss;

    /**
     * @param transaction writes all of a group durably and gives back a result for each, or throws {@link LogUnavailable} and has written nothing
     * @param mostInGroup so many are written in one transaction
     * @param mostWeight the last one of a group brings it to this weight at the earliest
     * @param mostWaiting so many wait; who comes then is turned away
     */
    GroupCommit(
            Function<List<T>, List<R>> transaction,
            int mostInGroup,
            ToLongFunction<T> weight,
            long mostWeight,
            int mostWaiting) {
        this.transaction = transaction;
        this.mostInGroup = mostInGroup;
        this.weight = weight;
        this.mostWeight = mostWeight;
        this.mostWaiting = mostWaiting;
        this.waiting = new ArrayBlockingQueue<>(mostWaiting);
        writer.setDaemon(true);
        writer.start();
    }

    /**
     * Completes when the item is durable: with {@link LogOverloaded} if too many wait, so that it was not written, and with {@link LogUnavailable} if it could
     * not be written.
     */
    CompletableFuture<R> write(T item) {
        Waiting<T, R> mine = new Waiting<>(item, new CompletableFuture<>());
        if (!waiting.offer(mine)) {
            mine.result().completeExceptionally(new LogOverloaded(mostWaiting));
        } else if (closed && waiting.remove(mine)) {
            mine.result().completeExceptionally(new LogUnavailable(STOPPING, new IllegalStateException(STOPPING)));
        }
        return mine.result();
    }

    /** So many wait that no transaction has taken yet. */
    int waiting() {
        return waiting.size();
    }

    /** Why an item that came now would not be written, as far as can be told without trying; empty when nothing is known against it. */
    Optional<String> obstacle() {
        Loss last = loss;
        if (closed || !writer.isAlive()) {
            return Optional.of(STOPPING);
        }
        if (waiting.remainingCapacity() == 0) {
            return Optional.of("too many decisions wait to be recorded");
        }
        return last != null && System.nanoTime() - last.at() < RECENTLY ? Optional.of(last.reason()) : Optional.empty();
    }

    private void write() {
        while (!closed || !waiting.isEmpty()) {
            try {
                Waiting<T, R> first = waiting.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    writeWith(first);
                }
            } catch (InterruptedException stop) {
                closed = true;
            }
        }
    }

    /** Whatever happens, nobody waits for ever, and the next group is written. */
    private void writeWith(Waiting<T, R> first) {
        List<Waiting<T, R>> group = new ArrayList<>(List.of(first));
        try {
            gather(group);
            write(group);
        } catch (RuntimeException | Error failed) {
            tell(group, failed);
        }
    }

    /** Those who wait behind the first one of a group join it. */
    private void gather(List<Waiting<T, R>> group) {
        long weighs = weight.applyAsLong(group.get(0).item());
        while (group.size() < mostInGroup && weighs < mostWeight) {
            Waiting<T, R> next = waiting.poll();
            if (next == null) {
                return;
            }
            group.add(next);
            weighs += weight.applyAsLong(next.item());
        }
    }

    /**
     * One that cannot be written must not keep the others from it: after a failure each is tried alone. But when the log itself is lost, all who wait are told at once, instead of
     * one group after the other.
     */
    private void write(List<Waiting<T, R>> group) {
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
            List<Waiting<T, R>> told = new ArrayList<>(group);
            if (Transactions.isLost(failed)) {
                loss = new Loss(failed.reason(), System.nanoTime());
                waiting.drainTo(told);
            }
            tell(told, failed);
        } catch (RuntimeException | Error failed) {
            tell(group, failed);
        }
    }

    private static <T, R> void tell(List<Waiting<T, R>> waiting, Throwable failed) {
        waiting.forEach(each -> each.result().completeExceptionally(failed));
    }

    /** Returns when all that wait are written. */
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
