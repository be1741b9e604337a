package kz.sheshim.adapter.http.batch;

import io.vertx.core.Context;
import io.vertx.core.http.HttpServerRequest;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import kz.sheshim.adapter.http.edge.HttpSettings;
import kz.sheshim.decision.DecidingOverloaded;
import kz.sheshim.log.LogOverloaded;
import org.jspecify.annotations.Nullable;

/**
 * Reads a body of many applications, one a line, and publishes an answer to each in the same order. It reads no faster than
 * lines are decided and answers are read, so the body may have any length: at most {@value #MAX_IN_FLIGHT} lines are in
 * memory at once, with no more bytes than a single body may have, and the line after them. Everything happens on the event
 * loop of the request.
 */
final class Batch implements Flow.Publisher<Object>, Flow.Subscription {
    /** Enough for the log to write in groups; few enough that a single application is decided soon beside some batches. */
    static final int MAX_IN_FLIGHT = 64;

    private static final int MILLIS_TO_WAIT_FOR_ROOM = 20;
    private static final int MILLIS_TO_HEAR_THE_END = 1_000;

    /** Answers the lines. */
    interface Lines {
        /** Answers a line, or fails. */
        CompletionStage<?> decide(BatchLines.Line line);

        /** The answer to a line whose decision failed. */
        Object problem(long line, Throwable failure);

        /** The answer in place of the next line when the rest of the body did not arrive in time. */
        Object tooSlow(long line);

        /** Called once, when the batch has ended in whatever way. */
        void over();
    }

    private final Context context;
    private final HttpServerRequest request;
    private final Lines work;
    private final long maxIdleMillis;
    private final BatchLines lines;
    private final LinesInFlight underWay;
    private BatchLines.@Nullable Line next;
    private Flow.@Nullable Subscriber<? super Object> reader;
    private long asked;
    private long watch;
    private boolean moved;
    private boolean arriving;
    private boolean ended;
    private boolean read;
    private boolean over;
    private boolean turning;

    /**
     * @param request paused, with nothing of its body read
     */
    Batch(Context context, HttpServerRequest request, HttpSettings settings, Lines work) {
        this.context = context;
        this.request = request;
        this.work = work;
        this.maxIdleMillis = settings.maxBodyTime().toMillis();
        this.lines = new BatchLines(settings.maxBytes());
        this.underWay = new LinesInFlight(MAX_IN_FLIGHT, settings.maxBytes());
    }

    @Override
    public void subscribe(Flow.Subscriber<? super Object> subscriber) {
        reader = subscriber;
        watch = context.owner().setPeriodic(maxIdleMillis, timer -> look());
        if (request.isEnded()) {
            end();
        } else {
            request.exceptionHandler(broken -> breakOff());
            request.endHandler(nothing -> end());
            request.handler(piece -> {
                arriving = false;
                lines.add(piece.getBytes());
                turn();
            });
        }
        subscriber.onSubscribe(this);
    }

    private void end() {
        arriving = false;
        ended = true;
        lines.end();
        turn();
    }

    @Override
    public void request(long more) {
        here(() -> {
            asked = asked + more < 0 ? Long.MAX_VALUE : asked + more;
            turn();
        });
    }

    @Override
    public void cancel() {
        here(this::finish);
    }

    private void here(Runnable what) {
        if (BorrowedVertx.isOnThread(context)) {
            what.run();
        } else {
            context.runOnContext(nothing -> what.run());
        }
    }

    /** Takes lines and gives answers as far as possible now. */
    private void turn() {
        if (turning) {
            return;
        }
        turning = true;
        boolean more;
        do {
            take();
            more = give();
        } while (more && !over);
        turning = false;
        if (read && underWay.isEmpty() && asked > 0 && !over) {
            finish();
            reader().onComplete();
        }
    }

    private void take() {
        while (!over && !read && !arriving) {
            if (next == null) {
                next = lines.next();
            }
            if (next == null) {
                wantMore();
            } else if (underWay.hasRoomFor(next.bytes())) {
                BatchLines.Line line = next;
                next = null;
                moved = true;
                decide(line, underWay.add(line.bytes()));
            } else {
                return;
            }
        }
    }

    private void wantMore() {
        if (ended) {
            read = true;
        } else {
            arriving = true;
            request.fetch(1);
        }
    }

    private boolean give() {
        boolean given = false;
        while (!over && asked > 0 && underWay.isAnswered()) {
            asked--;
            moved = true;
            given = true;
            reader().onNext(underWay.remove());
        }
        return given;
    }

    private Flow.Subscriber<? super Object> reader() {
        return Objects.requireNonNull(reader);
    }

    /** Decides a line. When a queue is full, the line waits and is decided later: its caller could not have sent it any slower. */
    private void decide(BatchLines.Line line, CompletableFuture<Object> answer) {
        if (over) {
            return;
        }
        CompletionStage<?> decided;
        try {
            decided = work.decide(line);
        } catch (RuntimeException refused) {
            decided = CompletableFuture.failedStage(refused);
        }
        decided.whenComplete((given, failed) -> here(() -> {
            Throwable cause =
                    failed instanceof CompletionException && failed.getCause() != null ? failed.getCause() : failed;
            if (cause instanceof DecidingOverloaded || cause instanceof LogOverloaded) {
                context.owner().setTimer(MILLIS_TO_WAIT_FOR_ROOM, timer -> decide(line, answer));
            } else {
                answer.complete(cause == null ? given : work.problem(line.number(), cause));
                turn();
            }
        }));
    }

    /** Ends a batch that stands still, because the caller sends no lines or reads no answers. */
    private void look() {
        if (moved) {
            moved = false;
        } else if (arriving && underWay.isEmpty()) {
            read = true;
            underWay.add(0).complete(work.tooSlow(lines.number()));
            context.owner().setTimer(MILLIS_TO_HEAR_THE_END, timer -> request.connection()
                    .close());
            turn();
        } else if (underWay.isEmpty() || underWay.isAnswered()) {
            breakOff();
        }
    }

    /** Ends the batch at once. A line that broke off is not decided. A usual close would wait until all answers are read. */
    private void breakOff() {
        finish();
        BorrowedVertx.closeAtOnce(request.connection());
    }

    private void finish() {
        if (!over) {
            over = true;
            context.owner().cancelTimer(watch);
            work.over();
        }
    }
}
