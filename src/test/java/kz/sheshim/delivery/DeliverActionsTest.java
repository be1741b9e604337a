package kz.sheshim.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import kz.sheshim.log.EntryNumber;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeliverActionsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
    private static final DeliveryTask TASK = new DeliveryTask("tower", new Origin.OfDecision(new EntryNumber(17)));
    private static final DeliveryTask NEXT_ONE = new DeliveryTask("tower", new Origin.OfDecision(new EntryNumber(18)));

    private final Deque<Outbox.Next> toDo = new ArrayDeque<>();
    private final Deque<AttemptResult> answers = new ArrayDeque<>();
    private final List<String> recorded = new ArrayList<>();
    private final List<DeliveryTask> woken = new ArrayList<>();
    private final Retries retries = new Retries(Duration.ofSeconds(5), Duration.ofHours(1), Duration.ofDays(3));

    private final Outbox outbox = new Outbox() {
        @Override
        public void routeLaw(Routes routes) {
            throw new UnsupportedOperationException("not part of a task");
        }

        @Override
        public Next next(DeliveryTask task, Instant now) {
            return toDo.remove();
        }

        @Override
        public Optional<DeliveryTask> blockedBy(DeliveryTask task) {
            return Optional.of(NEXT_ONE);
        }

        @Override
        public void delivered(DeliveryNumber number, Instant at) {
            recorded.add(number.value() + " delivered");
        }

        @Override
        public void failed(DeliveryNumber number, String why, Instant at, Instant nextAttempt) {
            assertThat(nextAttempt).isBetween(at, at.plusSeconds(5));
            recorded.add(number.value() + " failed: " + why);
        }

        @Override
        public void dead(DeliveryNumber number, String why, Instant at) {
            recorded.add(number.value() + " dead: " + why);
        }

        @Override
        public int removeSettledBefore(Instant moment) {
            throw new UnsupportedOperationException("not part of a task");
        }
    };

    private final DeliverActions work = new DeliverActions(
            outbox, (destination, event) -> answers.remove(), retries, Clock.fixed(NOW, ZoneOffset.UTC), new Random(1));

    private Optional<Instant> run() throws InterruptedException {
        return work.run(TASK, () -> false, woken::add);
    }

    private static Outbox.Next deliver(int number, @Nullable Instant failingSince) {
        return new Outbox.Next.Deliver(new Delivery(
                new DeliveryNumber(number),
                "tower",
                EventFixture.event(number),
                Delivery.State.WAITING,
                0,
                failingSince,
                null,
                null,
                null));
    }

    @Test
    void allOfADecisionIsDeliveredInTurnAndTheNextDecisionIsWoken() throws Exception {
        toDo.addAll(List.of(deliver(1, null), deliver(2, null), new Outbox.Next.Done()));
        answers.addAll(List.of(new AttemptResult.Delivered(), new AttemptResult.Delivered()));

        assertThat(run()).isEmpty();
        assertThat(recorded).containsExactly("1 delivered", "2 delivered");
        assertThat(woken).containsExactly(NEXT_ONE);
    }

    @Test
    void failureIsTriedAgainLater() throws Exception {
        toDo.addAll(List.of(deliver(1, null), new Outbox.Next.Later(NOW.plusSeconds(3))));
        answers.add(new AttemptResult.RetryLater("HTTP status 503", null));

        assertThat(run()).contains(NOW.plusSeconds(3));
        assertThat(recorded).containsExactly("1 failed: HTTP status 503");
        assertThat(woken).isEmpty();
    }

    @Test
    void failureAfterTheTimeLimitIsADeadLetterAndBlocksTheRest() throws Exception {
        toDo.addAll(List.of(deliver(1, NOW.minus(Duration.ofDays(3))), new Outbox.Next.Blocked(NOW)));
        answers.add(new AttemptResult.RetryLater("HTTP status 503", null));

        assertThat(run()).contains(NOW.plusSeconds(1));
        assertThat(recorded).containsExactly("1 dead: HTTP status 503");
        assertThat(woken).isEmpty();
    }

    @Test
    void rejectedEventIsADeadLetterAtOnce() throws Exception {
        toDo.addAll(List.of(deliver(1, null), new Outbox.Next.Blocked(NOW)));
        answers.add(new AttemptResult.Rejected("HTTP status 422"));

        run();
        assertThat(recorded).containsExactly("1 dead: HTTP status 422");
    }

    @Test
    void blockedTaskLooksMoreRarelyTheOlderItsDecisionIs() throws Exception {
        toDo.addAll(List.of(
                new Outbox.Next.Blocked(NOW.minusSeconds(60)), new Outbox.Next.Blocked(NOW.minus(Duration.ofDays(9)))));

        assertThat(run()).contains(NOW.plusSeconds(30));
        assertThat(run()).contains(NOW.plus(Duration.ofMinutes(10)));
    }

    @Test
    void taskCanRunNowWhenItHasNothingToWaitFor() {
        toDo.addAll(List.of(
                deliver(1, null),
                new Outbox.Next.Done(),
                new Outbox.Next.Blocked(NOW),
                new Outbox.Next.Later(NOW.plusSeconds(3))));

        assertThat(work.canRunNow(TASK)).isTrue();
        assertThat(work.canRunNow(TASK)).isTrue();
        assertThat(work.canRunNow(TASK)).isFalse();
        assertThat(work.canRunNow(TASK)).isFalse();
    }

    @Test
    void nothingIsBegunWhenTheServiceStops() throws Exception {
        Optional<Instant> again = work.run(TASK, () -> true, woken::add);

        assertThat(again).contains(NOW);
        assertThat(recorded).isEmpty();
    }
}
