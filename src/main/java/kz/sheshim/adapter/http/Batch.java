package kz.sheshim.adapter.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import kz.sheshim.log.LogOverloaded;
import org.jspecify.annotations.Nullable;

/**
 * A body of many applications, one a line, and an answer to each in the same order. It is read as fast as it can be decided and the answers are read, so it
 * may be of any length: there are at most {@value #MOST_UNDER_WAY} lines of it here at once, with no more bytes than a single body, and the one that comes next.
 * Everything happens on the context of the request.
 */
final class Batch implements Flow.Publisher<Object>, Flow.Subscription {
    /** Enough for the log to write in groups, and few enough that a single application is decided soon in spite of some batches. */
    static final int MOST_UNDER_WAY = 64;

    private static final int MILLIS_TO_WAIT_FOR_ROOM = 20;
    private static final int MILLIS_TO_HEAR_THE_END = 1_000;

    /** What is done with the lines. */
    interface Lines {
        /** Answers a line, or fails. */
        CompletionStage<?> decide(BatchLines.Line line);

        /** The answer to a line for which that failed. */
        Object problem(long line, Throwable failure);

        /** No more of the body came in time; the answer in place of the next line. */
        Object tooSlow(long line);

        /** Is told once, when nothing more will happen. */
        void over();
    }

    private final ContextInternal context;
    private final HttpServerRequest request;
    private final Lines work;
    private final long mostMillisStandingStill;
    private final BatchLines lines;
    private final LinesUnderWay underWay;
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
     * @param request paused, and nothing of its body read
     */
    Batch(ContextInternal context, HttpServerRequest request, HttpSettings settings, Lines work) {
        this.context = context;
        this.request = request;
        this.work = work;
        this.mostMillisStandingStill = settings.maxBodyTime().toMillis();
        this.lines = new BatchLines(settings.maxBytes());
        this.underWay = new LinesUnderWay(MOST_UNDER_WAY, settings.maxBytes());
    }

    @Override
    public void subscribe(Flow.Subscriber<? super Object> subscriber) {
        reader = subscriber;
        watch = context.owner().setPeriodic(mostMillisStandingStill, timer -> look());
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
        if (context.inThread()) {
            what.run();
        } else {
            context.runOnContext(nothing -> what.run());
        }
    }

    /** Does all that can be done now. */
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

    /** Where there is no room now, the line waits: whoever sent it cannot send less at once. */
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
            if (cause instanceof LogOverloaded) {
                context.owner().setTimer(MILLIS_TO_WAIT_FOR_ROOM, timer -> decide(line, answer));
            } else {
                answer.complete(cause == null ? given : work.problem(line.number(), cause));
                turn();
            }
        }));
    }

    /** Nobody may keep a batch open that stands still, be it that he sends nothing or that he reads nothing. */
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

    /** Of a line that broke off nothing is decided. What was written and is not read is not waited for, as a usual close would. */
    private void breakOff() {
        finish();
        ((ConnectionBase) request.connection()).channelHandlerContext().close();
    }

    private void finish() {
        if (!over) {
            over = true;
            context.owner().cancelTimer(watch);
            work.over();
        }
    }
}
