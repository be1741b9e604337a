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
import kz.sheshim.delivery.Outbox;
import kz.sheshim.delivery.Routes;
import kz.sheshim.log.Decision;
import kz.sheshim.log.Entry;
import kz.sheshim.log.EntryNumber;
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
        POSTGRES.execute("TRUNCATE hand_over");
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

    private Outbox.Due due(String destination) {
        return outbox.due(destination, NOW, 100);
    }

    private List<Delivery> free() {
        assertThat(due("tower").isAll()).isTrue();
        return due("tower").free();
    }

    private Delivery next() {
        return free().get(0);
    }

    private void delivered(Delivery delivery, Instant at) {
        outbox.record(List.of(new Outbox.Result.Delivered(delivery.number(), at)), at);
    }

    private void failed(DeliveryNumber number, String why, Instant nextAttempt) {
        outbox.record(List.of(new Outbox.Result.Failed(number, NOW, why, nextAttempt)), NOW);
    }

    private void dead(DeliveryNumber number, String why) {
        outbox.record(List.of(new Outbox.Result.Dead(number, NOW, why)), NOW);
    }

    private static List<EntryNumber> entries(List<Delivery> deliveries) {
        return deliveries.stream().map(each -> event(each).entry()).toList();
    }

    private static ActionEvent event(Delivery delivery) {
        return (ActionEvent) delivery.event();
    }

    private List<Delivery> list(Delivery.State state, String destination) {
        return deliveries.list(new DeliveryLog.Query(state, destination, null, 100));
    }

    @Test
    void everyActionComesInForEachDestinationThatTakesIt() {
        Entry entry = record(RING, LIGHT);

        assertThat(list(null, null))
                .extracting(each -> each.destination() + " " + event(each).place() + " "
                        + event(each).action())
                .containsExactlyInAnyOrder("tower 1 " + RING, "tower 2 " + LIGHT, "harbour 2 " + LIGHT);
        assertThat(event(next())).satisfies(event -> {
            Decision decision = entry.decision();
            assertThat(event.decision()).isEqualTo(decision.id());
            assertThat(event.submitter()).isEqualTo(decision.submitter());
            assertThat(event.reference()).isEqualTo(decision.reference());
            assertThat(event.decidedAt()).isEqualTo(decision.decidedAt());
            assertThat(event.revision()).isEqualTo(decision.revision());
            assertThat(event.due()).isEqualTo(DUE);
        });
    }

    @Test
    void decisionThatSetsNothingGoingLeavesNothingBehind() {
        record();

        assertThat(list(null, null)).isEmpty();
    }

    @Test
    void decisionThatIsNotRecordedIsNotHandedOver() throws Exception {
        Entry entry = record(RING);
        POSTGRES.execute("TRUNCATE hand_over");

        assertThatThrownBy(() -> done(DecisionFixture.append(log, entry.decision(), null)))
                .isInstanceOf(LogUnavailable.class);
        assertThat(list(null, null)).isEmpty();
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
        record(RING, LIGHT);

        assertThat(free()).extracting(each -> event(each).action()).containsExactly(RING, LIGHT);
        delivered(next(), NOW);
        assertThat(free()).extracting(each -> event(each).action()).containsExactly(LIGHT);
        delivered(next(), NOW);
        assertThat(free()).isEmpty();
    }

    @Test
    void decisionsOnAnApplicationLeaveInTheirOrder() {
        Entry first = record(RING, LIGHT);
        Entry second = record(RING);

        assertThat(entries(free())).containsExactly(first.number(), first.number(), second.number());
    }

    /** The earlier one is to be looked at later than the other one, and no more than one is read. */
    @Test
    void laterDecisionOnAnApplicationIsBlockedByAnEarlierOneThatIsNotRead() {
        record(RING);
        record(RING);
        outbox.postpone(List.of(new Outbox.Postponed(
                new Outbox.Blocked(
                        next().number(),
                        event(next()).decidedAt(),
                        event(next()).decidedAt()),
                NOW)));

        assertThat(outbox.due("tower", NOW, 1).free()).isEmpty();
        assertThat(outbox.due("tower", NOW, 1).blocked()).hasSize(1);
        assertThat(outbox.due("tower", NOW, 1).isAll()).isFalse();
        assertThat(free()).hasSize(2);
    }

    @Test
    void otherApplicationsAndDestinationsGoTheirOwnWay() {
        record(RING, LIGHT);
        dead(next().number(), "HTTP status 422");
        Entry ofAnotherSubmitter = record(new Submitter("another"), RING);

        assertThat(entries(free())).containsExactly(ofAnotherSubmitter.number());
        assertThat(due("harbour").free())
                .singleElement()
                .satisfies(light -> assertThat(event(light).place()).isEqualTo(2));
    }

    @Test
    void failureWaitsForItsTimeAndHoldsUp() {
        Entry first = record(RING);
        Entry second = record(RING);
        Instant later = NOW.plusSeconds(60);
        failed(next().number(), "HTTP status 500", later);

        assertThat(free()).isEmpty();
        assertThat(due("tower").blocked()).singleElement().satisfies(blocked -> assertThat(blocked.since())
                .isEqualTo(second.decision().decidedAt()));
        assertThat(entries(outbox.due("tower", later, 100).free())).containsExactly(first.number(), second.number());
        assertThat(list(Delivery.State.WAITING, "tower")).last().satisfies(failed -> {
            assertThat(failed.attempts()).isEqualTo(1);
            assertThat(failed.failure()).isEqualTo("HTTP status 500");
            assertThat(failed.failingSince()).isEqualTo(NOW);
            assertThat(failed.nextAttempt()).isEqualTo(later);
        });
    }

    @Test
    void deadLetterHoldsUpUntilAnOperatorRetriesIt() {
        Entry first = record(RING);
        Entry second = record(RING);
        DeliveryNumber number = next().number();
        dead(number, "HTTP status 422");

        assertThat(free()).isEmpty();
        assertThat(due("tower").blocked()).hasSize(1);
        assertThat(list(Delivery.State.DEAD, null)).extracting(Delivery::number).containsExactly(number);

        assertThat(deliveries.retry(number, NOW)).isTrue();
        assertThat(entries(free())).containsExactly(first.number(), second.number());
        assertThat(next()).satisfies(again -> {
            assertThat(again.attempts()).isZero();
            assertThat(again.failingSince()).isNull();
        });
    }

    @Test
    void whatIsAbandonedHoldsNothingUp() {
        record(RING);
        Entry second = record(RING);
        DeliveryNumber number = next().number();
        dead(number, "HTTP status 422");
        postponeBlocked();
        assertThat(due("tower").blocked()).isEmpty();

        assertThat(deliveries.abandon(number, NOW)).isTrue();
        assertThat(entries(free())).containsExactly(second.number());
        assertThat(deliveries.retry(number, NOW)).isFalse();
        assertThat(deliveries.abandon(number, NOW)).isFalse();
    }

    private void postponeBlocked() {
        outbox.postpone(due("tower").blocked().stream()
                .map(blocked -> new Outbox.Postponed(blocked, NOW.plusSeconds(600)))
                .toList());
    }

    @Test
    void whatWaitedForADeliveryIsLookedAtAsSoonAsItIsMade() {
        record(RING);
        Entry second = record(RING);
        failed(next().number(), "HTTP status 500", NOW.plusMillis(1));
        postponeBlocked();
        assertThat(outbox.due("tower", NOW.plusMillis(1), 100).blocked()).isEmpty();

        delivered(outbox.due("tower", NOW.plusMillis(1), 100).free().get(0), NOW);
        assertThat(entries(free())).containsExactly(second.number());
    }

    /** Otherwise nobody would look at it until its time comes. */
    @Test
    void whatWasFreedInTheMeantimeIsNotPutOff() {
        record(RING);
        Entry second = record(RING);
        DeliveryNumber number = next().number();
        dead(number, "HTTP status 422");
        List<Outbox.Blocked> seen = due("tower").blocked();
        deliveries.abandon(number, NOW);
        outbox.postpone(seen.stream()
                .map(blocked -> new Outbox.Postponed(blocked, NOW.plusSeconds(600)))
                .toList());

        assertThat(entries(free())).containsExactly(second.number());
    }

    @Test
    void lateNewsOfAnAttemptChangesNothingThatIsSettledButForADelivery() {
        record(RING);
        Delivery delivery = next();
        DeliveryNumber number = delivery.number();
        deliveries.abandon(number, NOW);

        failed(number, "late", NOW);
        dead(number, "late");
        assertThat(deliveries.find(number).orElseThrow().state()).isEqualTo(Delivery.State.ABANDONED);
        delivered(delivery, NOW);
        assertThat(deliveries.find(number).orElseThrow().state()).isEqualTo(Delivery.State.DELIVERED);
        failed(number, "late", NOW);
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
        record(RING, LIGHT);
        record(RING);
        dead(next().number(), "HTTP status 422");

        assertThat(deliveries.unsettled())
                .containsExactly(
                        new DeliveryLog.Unsettled("harbour", 1, 0, Instant.parse("2026-11-20T05:15:00.123Z")),
                        new DeliveryLog.Unsettled("tower", 2, 1, Instant.parse("2026-11-20T05:15:00.123Z")));
    }

    @Test
    void settledOnesAreRemovedInTime() {
        record(RING, RING);
        delivered(next(), NOW);
        delivered(next(), NOW.plus(1, ChronoUnit.DAYS));
        record(RING);

        assertThat(outbox.removeSettledBefore(NOW)).isZero();
        assertThat(outbox.removeSettledBefore(NOW.plusSeconds(1))).isEqualTo(1);
        assertThat(list(null, null)).hasSize(2);
    }
}
