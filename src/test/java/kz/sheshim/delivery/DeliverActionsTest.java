package kz.sheshim.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import kz.sheshim.access.Submitter;
import kz.sheshim.log.EntryNumber;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeliverActionsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");

    /** What the outbox says, one look after the other. Then the run is stopped. */
    private final Deque<Outbox.Due> looks = new ArrayDeque<>();

    private final Map<String, AttemptResult> answers = new TreeMap<>();
    private final List<String> attempted = new ArrayList<>();
    private final List<Outbox.Result> recorded = new ArrayList<>();
    private final List<Integer> recordedTogether = new ArrayList<>();
    private final List<Outbox.Postponed> postponed = new ArrayList<>();
    private final Retries retries = new Retries(Duration.ofSeconds(5), Duration.ofHours(1), Duration.ofDays(3));
    private int maxInProgress;
    private int inProgress;

    private class Scripted implements Outbox {
        @Override
        public void routeLaw(Routes routes) {
            throw new UnsupportedOperationException("not part of a delivery");
        }

        @Override
        public Due due(String destination, Instant now, int limit) {
            return looks.remove();
        }

        @Override
        public void postpone(Collection<Postponed> deliveries) {
            postponed.addAll(deliveries);
        }

        @Override
        public void record(Collection<Result> results, Instant now) {
            recorded.addAll(results);
            recordedTogether.add(results.size());
        }

        @Override
        public int removeSettledBefore(Instant moment) {
            throw new UnsupportedOperationException("not part of a delivery");
        }
    }

    private CompletableFuture<AttemptResult> answer(String destination, Event event) {
        ActionEvent action = (ActionEvent) event;
        String name = action.reference() + "/" + action.place();
        attempted.add(name);
        maxInProgress = Math.max(maxInProgress, ++inProgress);
        return CompletableFuture.supplyAsync(() -> {
            inProgress--;
            return answers.getOrDefault(name, new AttemptResult.Delivered());
        });
    }

    private DeliverActions actions(Outbox outbox) {
        return new DeliverActions(outbox, this::answer, retries, Clock.fixed(NOW, ZoneOffset.UTC), new Random(1));
    }

    private void run(int maxAttempts) {
        actions(new Scripted()).run("tower", maxAttempts, looks::isEmpty);
    }

    private static Delivery delivery(int number, String reference, int place, @Nullable Instant failingSince) {
        ActionEvent like = EventFixture.event(place);
        return new Delivery(
                new DeliveryNumber(number),
                "tower",
                new ActionEvent(
                        like.decision(),
                        new EntryNumber(17),
                        place,
                        like.action(),
                        new Submitter("front office"),
                        reference,
                        like.decidedAt(),
                        like.due(),
                        like.revision()),
                Delivery.State.WAITING,
                0,
                failingSince,
                null,
                null,
                null);
    }

    private static Outbox.Due free(Delivery... deliveries) {
        return new Outbox.Due(List.of(deliveries), List.of(), true);
    }

    /** Nothing, twice: the second look is a second after the first, and until then everything is answered. */
    private static final Outbox.Due NOTHING = free();

    @Test
    void deliveriesOfAnApplicationAreMadeInTurnAndRecordedTogether() {
        looks.addAll(List.of(
                free(delivery(1, "SC-1", 1, null), delivery(2, "SC-1", 2, null), delivery(3, "SC-2", 1, null)),
                NOTHING));

        run(1);
        assertThat(attempted).containsExactlyInAnyOrder("SC-1/1", "SC-1/2", "SC-2/1");
        assertThat(attempted.indexOf("SC-1/1")).isLessThan(attempted.indexOf("SC-1/2"));
        assertThat(recorded)
                .containsExactlyInAnyOrder(
                        new Outbox.Result.Delivered(new DeliveryNumber(1), NOW),
                        new Outbox.Result.Delivered(new DeliveryNumber(2), NOW),
                        new Outbox.Result.Delivered(new DeliveryNumber(3), NOW));
        assertThat(recordedTogether).hasSizeLessThan(3);
        assertThat(maxInProgress).isEqualTo(1);
    }

    @Test
    void failureIsTriedAgainLaterAndHoldsUpItsApplicationOnly() {
        answers.put("SC-1/1", new AttemptResult.RetryLater("HTTP status 503", null));
        looks.addAll(List.of(
                free(delivery(1, "SC-1", 1, null), delivery(2, "SC-1", 2, null), delivery(3, "SC-2", 1, null)),
                NOTHING));

        run(8);
        assertThat(attempted).containsExactlyInAnyOrder("SC-1/1", "SC-2/1");
        assertThat(recorded)
                .filteredOn(Outbox.Result.Failed.class::isInstance)
                .singleElement()
                .satisfies(result -> {
                    Outbox.Result.Failed failed = (Outbox.Result.Failed) result;
                    assertThat(failed.number()).isEqualTo(new DeliveryNumber(1));
                    assertThat(failed.why()).isEqualTo("HTTP status 503");
                    assertThat(failed.nextAttempt()).isBetween(NOW, NOW.plusSeconds(5));
                });
    }

    @Test
    void failureAfterTheTimeLimitIsADeadLetter() {
        answers.put("SC-1/1", new AttemptResult.RetryLater("HTTP status 503", null));
        looks.addAll(List.of(free(delivery(1, "SC-1", 1, NOW.minus(Duration.ofDays(3)))), NOTHING));

        run(8);
        assertThat(recorded).containsExactly(new Outbox.Result.Dead(new DeliveryNumber(1), NOW, "HTTP status 503"));
    }

    @Test
    void rejectedEventIsADeadLetterAtOnceAndHoldsUpItsApplication() {
        answers.put("SC-1/1", new AttemptResult.Rejected("HTTP status 422"));
        looks.addAll(List.of(free(delivery(1, "SC-1", 1, null), delivery(2, "SC-1", 2, null)), NOTHING));

        run(8);
        assertThat(recorded).containsExactly(new Outbox.Result.Dead(new DeliveryNumber(1), NOW, "HTTP status 422"));
    }

    @Test
    void blockedDeliveryIsLookedAtMoreRarelyTheOlderItIs() {
        Outbox.Blocked young = new Outbox.Blocked(new DeliveryNumber(1), NOW, NOW);
        Outbox.Blocked older = new Outbox.Blocked(new DeliveryNumber(2), NOW, NOW.minusSeconds(60));
        Outbox.Blocked old = new Outbox.Blocked(new DeliveryNumber(3), NOW, NOW.minus(Duration.ofDays(9)));
        looks.add(new Outbox.Due(List.of(), List.of(young, older, old), true));

        run(8);
        assertThat(postponed)
                .containsExactly(
                        new Outbox.Postponed(young, NOW.plusSeconds(1)),
                        new Outbox.Postponed(older, NOW.plusSeconds(30)),
                        new Outbox.Postponed(old, NOW.plus(Duration.ofMinutes(10))));
    }

    @Test
    void moreIsReadAtOnceWhenNotAllWasRead() {
        looks.addAll(List.of(
                new Outbox.Due(List.of(delivery(1, "SC-1", 1, null)), List.of(), false),
                free(delivery(2, "SC-2", 1, null))));
        long begun = System.nanoTime();

        run(8);
        assertThat(attempted).containsExactly("SC-1/1", "SC-2/1");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(900));
    }

    /** The outbox says of what is in progress that it waits. */
    @Test
    void whatIsInProgressIsNotAttemptedTwice() {
        CompletableFuture<AttemptResult> first = new CompletableFuture<>();
        Delivery slow = delivery(1, "SC-1", 1, null);
        looks.addAll(List.of(free(slow), free(slow, delivery(2, "SC-1", 2, null))));
        new DeliverActions(
                        new Scripted(),
                        (destination, event) -> {
                            attempted.add(event.id());
                            return first;
                        },
                        retries,
                        Clock.fixed(NOW, ZoneOffset.UTC),
                        new Random(1))
                .run("tower", 8, () -> {
                    if (looks.isEmpty()) {
                        first.complete(new AttemptResult.Delivered());
                        return true;
                    }
                    return false;
                });

        assertThat(attempted).hasSize(1);
        assertThat(recorded).hasSize(1);
    }

    @Test
    void nothingIsBegunWhenTheServiceStops() {
        actions(new Scripted()).run("tower", 8, () -> true);

        assertThat(attempted).isEmpty();
        assertThat(recorded).isEmpty();
    }

    @Test
    void resultsAreRecordedThoughTheNextLookFails() {
        Outbox failing = new Scripted() {
            @Override
            public Due due(String destination, Instant now, int limit) {
                if (looks.isEmpty()) {
                    throw new IllegalStateException("no database");
                }
                return super.due(destination, now, limit);
            }
        };
        looks.add(new Outbox.Due(List.of(delivery(1, "SC-1", 1, null)), List.of(), false));

        assertThatThrownBy(() -> actions(failing).run("tower", 8, () -> false)).hasMessage("no database");
        assertThat(recorded).hasSize(1);
    }

    @Test
    void attemptsInProgressAreLeftWhenTheServiceMustEndNow() {
        CompletableFuture<AttemptResult> endless = new CompletableFuture<>();
        looks.add(free(delivery(1, "SC-1", 1, null)));
        Thread service = Thread.currentThread();
        new DeliverActions(
                        new Scripted(),
                        (destination, event) -> {
                            service.interrupt();
                            return endless;
                        },
                        retries,
                        Clock.fixed(NOW, ZoneOffset.UTC),
                        new Random(1))
                .run("tower", 8, () -> false);

        assertThat(Thread.interrupted()).as("who called knows").isTrue();
        assertThat(endless).isCancelled();
        assertThat(recorded).isEmpty();
    }
}
