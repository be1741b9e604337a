package kz.sheshim.adapter.postgres;

import static kz.sheshim.DoneFixture.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kz.sheshim.access.Submitter;
import kz.sheshim.delivery.ActionEvent;
import kz.sheshim.delivery.Delivery;
import kz.sheshim.delivery.DeliveryLog;
import kz.sheshim.delivery.DeliveryNumber;
import kz.sheshim.delivery.DeliveryTask;
import kz.sheshim.delivery.Origin;
import kz.sheshim.delivery.Outbox;
import kz.sheshim.delivery.Routes;
import kz.sheshim.log.Decision;
import kz.sheshim.log.Entry;
import kz.sheshim.log.Fingerprint;
import kz.sheshim.log.IdempotencyKey;
import kz.sheshim.log.KeyedRequest;
import kz.sheshim.log.LogUnavailable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The deliveries that decisions put into the outbox, and the order in which they may leave it. */
class PostgresOutboxIT {
    @RegisterExtension
    static final PostgresFixture POSTGRES = new PostgresFixture();

    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
    private static final LocalDate DUE = LocalDate.of(2026, 11, 24);
    private static final String RING = "ring-the-bell";
    private static final String LIGHT = "light-the-lamp";

    private final Routes routes = new Routes(List.of(
            new Routes.Destination("tower", Set.of()), new Routes.Destination("harbour", Set.of("light-the-lamp"))));
    private final PostgresDecisionLog log = DecisionFixture.log(POSTGRES, routes);
    private final PostgresOutbox outbox = new PostgresOutbox(POSTGRES.database());
    private final PostgresDeliveryLog deliveries = new PostgresDeliveryLog(POSTGRES.database());
    private final String reference = UUID.randomUUID().toString();

    @BeforeAll
    static void keepRevision() {
        new PostgresRevisionStore(POSTGRES.database())
                .store(DecisionFixture.REVISION, DecisionFixture.FILES, Instant.EPOCH);
    }

    @BeforeEach
    void empty() throws Exception {
        POSTGRES.execute("TRUNCATE hand_over, scheduled_tasks");
    }

    private Entry record(Submitter submitter, String... actions) {
        return done(DecisionFixture.append(
                log,
                DecisionFixture.withActions(
                        DecisionFixture.decision(submitter, reference, "granted", LocalDate.EPOCH), DUE, actions),
                null));
    }

    private Entry record(String... actions) {
        return record(DecisionFixture.SUBMITTER, actions);
    }

    private static DeliveryTask task(Entry entry) {
        return new DeliveryTask("tower", new Origin.OfDecision(entry.number()));
    }

    private Delivery next(DeliveryTask task) {
        assertThat(outbox.next(task, NOW)).isInstanceOf(Outbox.Next.Deliver.class);
        return ((Outbox.Next.Deliver) outbox.next(task, NOW)).delivery();
    }

    private static ActionEvent event(Delivery delivery) {
        return (ActionEvent) delivery.event();
    }

    private List<Delivery> list(Delivery.State state, String destination) {
        return deliveries.list(new DeliveryLog.Query(state, destination, null, 100));
    }

    @Test
    void everyActionComesInForEachDestinationThatTakesIt() throws Exception {
        Entry entry = record(RING, LIGHT);

        assertThat(list(null, null))
                .extracting(each -> each.destination() + " " + event(each).place() + " "
                        + event(each).action())
                .containsExactlyInAnyOrder("tower 1 " + RING, "tower 2 " + LIGHT, "harbour 2 " + LIGHT);
        assertThat(event(next(task(entry)))).satisfies(event -> {
            Decision decision = entry.decision();
            assertThat(event.decision()).isEqualTo(decision.id());
            assertThat(event.submitter()).isEqualTo(decision.submitter());
            assertThat(event.reference()).isEqualTo(decision.reference());
            assertThat(event.decidedAt()).isEqualTo(decision.decidedAt());
            assertThat(event.revision()).isEqualTo(decision.revision());
            assertThat(event.due()).isEqualTo(DUE);
        });
        assertThat(POSTGRES.numbers("SELECT count(*) FROM scheduled_tasks WHERE task_name IN ('hand-over-tower',"
                        + " 'hand-over-harbour') AND task_instance = '"
                        + entry.number().value() + "'"))
                .containsExactly(2L);
    }

    @Test
    void decisionThatSetsNothingGoingLeavesNothingBehind() throws Exception {
        record();

        assertThat(list(null, null)).isEmpty();
        assertThat(POSTGRES.numbers("SELECT 1 FROM scheduled_tasks")).isEmpty();
    }

    @Test
    void decisionThatIsNotRecordedIsNotHandedOver() throws Exception {
        Entry entry = record(RING);
        POSTGRES.execute("TRUNCATE hand_over, scheduled_tasks");

        assertThatThrownBy(() -> done(DecisionFixture.append(log, entry.decision(), null)))
                .isInstanceOf(LogUnavailable.class);
        assertThat(list(null, null)).isEmpty();
        assertThat(POSTGRES.numbers("SELECT 1 FROM scheduled_tasks")).isEmpty();
    }

    @Test
    void requestThatComesTwiceIsHandedOverOnce() {
        KeyedRequest request =
                new KeyedRequest(DecisionFixture.SUBMITTER, new IdempotencyKey(reference), Fingerprint.of(new byte[0]));
        for (int time = 1; time <= 2; time++) {
            done(DecisionFixture.append(
                    log,
                    DecisionFixture.withActions(
                            DecisionFixture.decision(reference, "granted", LocalDate.EPOCH), DUE, RING, LIGHT),
                    request));
        }

        assertThat(list(null, "tower")).hasSize(2);
    }

    @Test
    void actionsOfADecisionLeaveInTheirOrder() {
        DeliveryTask task = task(record(RING, LIGHT));

        Delivery first = next(task);
        assertThat(event(first).action()).isEqualTo(RING);
        outbox.delivered(first.number(), NOW);
        Delivery second = next(task);
        assertThat(event(second).action()).isEqualTo(LIGHT);
        outbox.delivered(second.number(), NOW);
        assertThat(outbox.next(task, NOW)).isEqualTo(new Outbox.Next.Done());
    }

    @Test
    void laterDecisionOnAnApplicationWaitsForTheEarlierOne() {
        DeliveryTask first = task(record(RING));
        DeliveryTask second = task(record(RING));

        assertThat(outbox.next(second, NOW)).isInstanceOf(Outbox.Next.Blocked.class);
        assertThat(outbox.blockedBy(first)).contains(second);
        outbox.delivered(next(first).number(), NOW);
        assertThat(next(second).task()).isEqualTo(second);
    }

    @Test
    void otherApplicationsAndDestinationsGoTheirOwnWay() {
        Entry first = record(RING, LIGHT);
        Entry ofAnotherSubmitter = record(new Submitter("another"), RING);

        assertThat(event(next(task(ofAnotherSubmitter))).place()).isEqualTo(1);
        assertThat(event(next(new DeliveryTask("harbour", new Origin.OfDecision(first.number()))))
                        .place())
                .isEqualTo(2);
        assertThat(outbox.blockedBy(task(first))).isEmpty();
    }

    @Test
    void failureWaitsForItsTimeAndHoldsUp() {
        DeliveryTask first = task(record(RING));
        DeliveryTask second = task(record(RING));
        Instant later = NOW.plusSeconds(60);

        outbox.failed(next(first).number(), "HTTP status 500", NOW, later);

        assertThat(outbox.next(first, NOW)).isEqualTo(new Outbox.Next.Later(later));
        assertThat(outbox.next(second, later)).isInstanceOf(Outbox.Next.Blocked.class);
        assertThat(outbox.next(first, later)).isInstanceOf(Outbox.Next.Deliver.class);
        assertThat(list(Delivery.State.WAITING, "tower")).last().satisfies(failed -> {
            assertThat(failed.attempts()).isEqualTo(1);
            assertThat(failed.failure()).isEqualTo("HTTP status 500");
            assertThat(failed.failingSince()).isEqualTo(NOW);
        });
    }

    @Test
    void deadLetterHoldsUpUntilAnOperatorRetriesIt() {
        DeliveryTask first = task(record(RING));
        DeliveryTask second = task(record(RING));
        DeliveryNumber number = next(first).number();
        outbox.dead(number, "HTTP status 422", NOW);

        assertThat(outbox.next(first, NOW)).isInstanceOf(Outbox.Next.Blocked.class);
        assertThat(outbox.next(second, NOW)).isInstanceOf(Outbox.Next.Blocked.class);
        assertThat(list(Delivery.State.DEAD, null)).extracting(Delivery::number).containsExactly(number);

        assertThat(deliveries.retry(number)).isTrue();
        assertThat(next(first)).satisfies(again -> {
            assertThat(again.attempts()).isZero();
            assertThat(again.failingSince()).isNull();
        });
    }

    @Test
    void whatIsAbandonedHoldsNothingUp() {
        DeliveryTask first = task(record(RING));
        DeliveryTask second = task(record(RING));
        DeliveryNumber number = next(first).number();
        outbox.dead(number, "HTTP status 422", NOW);

        assertThat(deliveries.abandon(number, NOW)).isTrue();
        assertThat(outbox.next(first, NOW)).isEqualTo(new Outbox.Next.Done());
        assertThat(outbox.next(second, NOW)).isInstanceOf(Outbox.Next.Deliver.class);
        assertThat(deliveries.retry(number)).isFalse();
        assertThat(deliveries.abandon(number, NOW)).isFalse();
    }

    @Test
    void lateNewsOfAnAttemptChangesNothingThatIsSettledButForADelivery() {
        DeliveryNumber number = next(task(record(RING))).number();
        deliveries.abandon(number, NOW);

        outbox.failed(number, "late", NOW, NOW);
        outbox.dead(number, "late", NOW);
        assertThat(deliveries.find(number).orElseThrow().state()).isEqualTo(Delivery.State.ABANDONED);
        outbox.delivered(number, NOW);
        assertThat(deliveries.find(number).orElseThrow().state()).isEqualTo(Delivery.State.DELIVERED);
        outbox.failed(number, "late", NOW, NOW);
        assertThat(deliveries.find(number).orElseThrow().state()).isEqualTo(Delivery.State.DELIVERED);
    }

    @Test
    void pagesGoOnWhereTheLastOneEnded() {
        for (int i = 0; i < 5; i++) {
            record(RING);
        }

        List<Delivery> page = deliveries.list(new DeliveryLog.Query(null, null, null, 3));
        List<Delivery> rest =
                deliveries.list(new DeliveryLog.Query(null, null, page.get(2).number(), 3));
        assertThat(page).hasSize(3);
        assertThat(rest).hasSize(2).allMatch(each -> page.stream()
                .allMatch(shown -> shown.number().value() > each.number().value()));
    }

    @Test
    void unsettledOnesAreCounted() {
        DeliveryTask first = task(record(RING, LIGHT));
        record(RING);
        outbox.dead(next(first).number(), "HTTP status 422", NOW);

        assertThat(deliveries.unsettled())
                .containsExactly(
                        new DeliveryLog.Unsettled("harbour", 1, 0, Instant.parse("2026-11-20T05:15:00.123Z")),
                        new DeliveryLog.Unsettled("tower", 2, 1, Instant.parse("2026-11-20T05:15:00.123Z")));
    }

    @Test
    void settledOnesAreRemovedInTime() {
        DeliveryTask task = task(record(RING, RING));
        outbox.delivered(next(task).number(), NOW);
        outbox.delivered(next(task).number(), NOW.plus(1, ChronoUnit.DAYS));
        record(RING);

        assertThat(outbox.removeSettledBefore(NOW)).isZero();
        assertThat(outbox.removeSettledBefore(NOW.plusSeconds(1))).isEqualTo(1);
        assertThat(list(null, null)).hasSize(2);
    }
}
