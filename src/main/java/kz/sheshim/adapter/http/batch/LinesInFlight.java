package kz.sheshim.adapter.http.batch;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/**
 * The lines of a batch that were taken and whose answers were not given yet, in their order. They are few, and together they have no more bytes than one body may
 * have, which is what there is room for.
 */
final class LinesInFlight {
    private final int most;
    private final int mostBytes;
    private final Queue<Taken> lines = new ArrayDeque<>();
    private long bytes;

    private record Taken(int bytes, CompletableFuture<Object> answer) {}

    LinesInFlight(int most, int mostBytes) {
        this.most = most;
        this.mostBytes = mostBytes;
    }

    /** One alone may be as long as it likes. */
    boolean hasRoomFor(int more) {
        return lines.isEmpty() || lines.size() < most && bytes + more <= mostBytes;
    }

    /** The answer is to be completed. */
    CompletableFuture<Object> add(int more) {
        CompletableFuture<Object> answer = new CompletableFuture<>();
        lines.add(new Taken(more, answer));
        bytes += more;
        return answer;
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /** The first of them has its answer. */
    boolean isAnswered() {
        return !lines.isEmpty() && lines.element().answer().isDone();
    }

    /** The answer to the first of them, which is under way no longer. */
    Object remove() {
        Taken first = lines.remove();
        bytes -= first.bytes();
        return first.answer().join();
    }
}
