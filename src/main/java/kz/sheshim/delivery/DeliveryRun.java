package kz.sheshim.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Delivers to one destination, in one thread: several attempts are in progress, and one statement records the results of many. The next delivery of an application
 * is attempted only when the one before was accepted. For one thread.
 */
final class DeliveryRun {
    private static final int MAX_LOOKED_AT = 128;
    private static final long LOOK_AGAIN = TimeUnit.SECONDS.toNanos(1);

    /** How long the result of an attempt waits for other results, so that one statement records them all. */
    private static final long RECORD_AFTER = TimeUnit.MILLISECONDS.toNanos(20);

    private static final Duration MIN_POSTPONEMENT = Duration.ofSeconds(1);
    private static final Duration MAX_POSTPONEMENT = Duration.ofMinutes(10);

    private final Outbox outbox;
    private final Transport transport;
    private final Retries retries;
    private final Clock clock;
    private final RandomGenerator random;
    private final String destination;
    private final int maxAttempts;

    /** By the application of their deliveries. */
    private final Map<String, Line> lines = new HashMap<>();
    /** Those whose first delivery is not attempted yet. */
    private final Deque<Line> ready = new ArrayDeque<>();

    private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
    private final List<Outbox.Result> results = new ArrayList<>();
    private int inProgress;
    private long firstResult;
    private long lastLook = System.nanoTime() - LOOK_AGAIN;
    private boolean sawAll;

    DeliveryRun(
            Outbox outbox,
            Transport transport,
            Retries retries,
            Clock clock,
            RandomGenerator random,
            String destination,
            int maxAttempts) {
        this.outbox = outbox;
        this.transport = transport;
        this.retries = retries;
        this.clock = clock;
        this.random = random;
        this.destination = destination;
        this.maxAttempts = maxAttempts;
    }

    /** Deliveries of one application, or of the law, in their order. */
    private static final class Line {
        final String application;
        final Deque<Delivery> waiting = new ArrayDeque<>();

        @Nullable
        Delivery attempted;

        @Nullable
        CompletableFuture<AttemptResult> attempt;

        Line(String application) {
            this.application = application;
        }
    }

    private record Answer(Line line, AttemptResult result) {}

    void until(BooleanSupplier stopping) {
        boolean interrupted = false;
        try {
            while (!stopping.getAsBoolean()) {
                lookIfItIsTime();
                begin();
                takeAll(answers.poll(untilNextStep(), TimeUnit.NANOSECONDS));
                recordIfItIsTime();
            }
        } catch (InterruptedException stopped) {
            interrupted = true;
        } finally {
            interrupted |= !awaitAnswers(interrupted);
            recordResults();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void lookIfItIsTime() {
        if (ready.isEmpty() && !sawAll || System.nanoTime() - lastLook >= LOOK_AGAIN) {
            recordResults();
            look();
        }
    }

    /** What is not attempted yet is forgotten and read anew, because an operator may have abandoned it. */
    private void look() {
        ready.clear();
        lines.values().removeIf(line -> line.attempted == null);
        lines.values().forEach(line -> line.waiting.clear());
        lastLook = System.nanoTime();
        Instant now = clock.instant();
        Outbox.Due due = outbox.due(destination, now, MAX_LOOKED_AT + inProgress);
        sawAll = due.isAll();
        due.free().forEach(this::lineUp);
        if (!due.blocked().isEmpty()) {
            outbox.postpone(due.blocked().stream()
                    .map(blocked -> new Outbox.Postponed(blocked, now.plus(postponement(blocked, now))))
                    .toList());
        }
    }

    private void lineUp(Delivery delivery) {
        Line line = lines.computeIfAbsent(delivery.event().application(), Line::new);
        if (line.attempted == null && line.waiting.isEmpty()) {
            ready.add(line);
        }
        if (line.attempted == null || !line.attempted.number().equals(delivery.number())) {
            line.waiting.add(delivery);
        }
    }

    private void begin() {
        while (inProgress < maxAttempts && !ready.isEmpty()) {
            Line line = ready.remove();
            Delivery delivery = line.waiting.remove();
            line.attempted = delivery;
            inProgress++;
            CompletableFuture<AttemptResult> attempt = transport.deliver(destination, delivery.event());
            line.attempt = attempt;
            var unused = attempt.whenComplete((result, broken) -> answers.add(new Answer(
                    line,
                    broken == null
                            ? result
                            : new AttemptResult.RetryLater(broken.getClass().getSimpleName(), null))));
        }
    }

    /** How long to wait for an answer. */
    private long untilNextStep() {
        long now = System.nanoTime();
        long look = ready.isEmpty() && !sawAll ? 0 : lastLook + LOOK_AGAIN - now;
        return Math.max(0, results.isEmpty() ? look : Math.min(look, firstResult + RECORD_AFTER - now));
    }

    private void takeAll(@Nullable Answer first) {
        for (Answer answer = first; answer != null; answer = answers.poll()) {
            take(answer);
        }
    }

    private void take(Answer answer) {
        Line line = answer.line();
        Delivery delivery = line.attempted;
        if (delivery == null) {
            throw new IllegalStateException("an attempt was answered twice");
        }
        inProgress--;
        line.attempted = null;
        line.attempt = null;
        if (results.isEmpty()) {
            firstResult = System.nanoTime();
        }
        Outbox.Result result = result(delivery, answer.result());
        results.add(result);
        if (result instanceof Outbox.Result.Delivered && !line.waiting.isEmpty()) {
            ready.addFirst(line);
        } else {
            lines.remove(line.application);
        }
    }

    private Outbox.Result result(Delivery delivery, AttemptResult result) {
        Instant now = clock.instant();
        DeliveryNumber number = delivery.number();
        if (result instanceof AttemptResult.Delivered) {
            return new Outbox.Result.Delivered(number, now);
        }
        if (result instanceof AttemptResult.Rejected rejected) {
            return new Outbox.Result.Dead(number, now, rejected.why());
        }
        AttemptResult.RetryLater later = (AttemptResult.RetryLater) result;
        Instant failingSince = delivery.failingSince() == null ? now : delivery.failingSince();
        return retries.isLast(failingSince, now)
                ? new Outbox.Result.Dead(number, now, later.why())
                : new Outbox.Result.Failed(
                        number, now, later.why(), now.plus(retries.delay(delivery.attempts(), later.after(), random)));
    }

    private void recordIfItIsTime() {
        if (inProgress == 0 && ready.isEmpty() || System.nanoTime() - firstResult >= RECORD_AFTER) {
            recordResults();
        }
    }

    private void recordResults() {
        if (!results.isEmpty()) {
            outbox.record(results, clock.instant());
            results.clear();
        }
    }

    /** Returns whether the attempts in progress came to their end; otherwise they are left, and made again some time. */
    private boolean awaitAnswers(boolean interrupted) {
        try {
            while (!interrupted && inProgress > 0) {
                take(answers.take());
            }
        } catch (InterruptedException stopped) {
            // what has come until now is recorded
        }
        boolean isAll = inProgress == 0;
        takeAll(answers.poll());
        for (Line line : lines.values()) {
            CompletableFuture<AttemptResult> attempt = line.attempt;
            if (attempt != null) {
                attempt.cancel(true);
            }
        }
        return isAll;
    }

    /**
     * What frees a blocked delivery says so. A service may die before, so a blocked one is also looked at from time to time; the older its event, the more rarely.
     */
    private static Duration postponement(Outbox.Blocked delivery, Instant now) {
        Duration half = Duration.between(delivery.since(), now).dividedBy(2);
        if (half.compareTo(MIN_POSTPONEMENT) < 0) {
            return MIN_POSTPONEMENT;
        }
        return half.compareTo(MAX_POSTPONEMENT) < 0 ? half : MAX_POSTPONEMENT;
    }
}
