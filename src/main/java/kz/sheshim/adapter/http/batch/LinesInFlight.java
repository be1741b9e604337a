package kz.sheshim.adapter.http.batch;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/**
 * The lines of a batch that are being decided, in their order. Their number is limited, and so are their bytes: together no
 * more than one body may have.
 */
final class LinesInFlight {
    private final int max;
    private final int maxBytes;
    private final Queue<Taken> lines = new ArrayDeque<>();
    private long bytes;

    private record Taken(int bytes, CompletableFuture<Object> answer) {}

    LinesInFlight(int max, int maxBytes) {
        this.max = max;
        this.maxBytes = maxBytes;
    }

    /** Whether another line of this size may be decided now. A line alone may have any size. */
    boolean hasRoomFor(int more) {
        return lines.isEmpty() || lines.size() < max && bytes + more <= maxBytes;
    }

    /** Adds a line, and gives the future that its answer must complete. */
    CompletableFuture<Object> add(int more) {
        CompletableFuture<Object> answer = new CompletableFuture<>();
        lines.add(new Taken(more, answer));
        bytes += more;
        return answer;
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /** Whether the first line has its answer. */
    boolean isAnswered() {
        return !lines.isEmpty() && lines.element().answer().isDone();
    }

    /** Removes the first line, and gives its answer. */
    Object remove() {
        Taken first = lines.remove();
        bytes -= first.bytes();
        return first.answer().join();
    }
}
