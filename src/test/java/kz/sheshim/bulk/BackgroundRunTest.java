package kz.sheshim.bulk;

import static kz.sheshim.bulk.CountingKind.AUDITOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import kz.sheshim.AwaitFixture;
import kz.sheshim.access.Submitter;
import kz.sheshim.bulk.BackgroundRun.State;
import kz.sheshim.engine.RulesConflict;
import kz.sheshim.log.LogUnavailable;
import kz.sheshim.table.RuleId;
import kz.sheshim.vocabulary.Phrase;
import org.junit.jupiter.api.Test;

class BackgroundRunTest {
    private static final String ASKED = "this";
    private static final String OTHER = "something else";

    private final MemoryRunStore store = new MemoryRunStore();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final CountDownLatch never = new CountDownLatch(1);

    /** Waits at four for ever. */
    private final CountingKind stuck = new CountingKind(number -> {
        if (number == 4) {
            never.await();
        }
    });

    private final BackgroundRun<String, String> runs = stuck.on(store, failures::add);

    /** Another service on the same database. */
    private final CountingKind quick = new CountingKind(number -> {});

    private final BackgroundRun<String, String> other = quick.on(store, failures::add);

    private UUID beginAndReachFour() throws InterruptedException {
        UUID id = runs.begin(ASKED, AUDITOR).id();
        AwaitFixture.await("three", () -> stuck.counted.contains(3L));
        return id;
    }

    private State<String, String> ended(UUID id) throws InterruptedException {
        AwaitFixture.await("the end", () -> !other.find(id).orElseThrow().runs());
        return other.find(id).orElseThrow();
    }

    @Test
    void everyServiceKnowsTheRunAndOneIsInProgressOverAll() throws InterruptedException {
        UUID id = beginAndReachFour();
        runs.pulse();
        assertThat(other.find(id).orElseThrow().done()).isEqualTo(3);
        assertThat(other.begin(ASKED, new Submitter("somebody")).id()).isEqualTo(id);
        assertThat(other.last().orElseThrow().by()).isEqualTo(AUDITOR);
        assertThatThrownBy(() -> other.begin(OTHER, AUDITOR))
                .isInstanceOfSatisfying(AnotherRuns.class, another -> assertThat(another.running())
                        .isEqualTo(id));
        other.pulse();
        assertThat(quick.counted).as("taken from a service that lives").isEmpty();
    }

    @Test
    void whatAnotherServiceCancelsEndsAndLetsOthersBegin() throws InterruptedException {
        UUID id = beginAndReachFour();
        other.cancel(UUID.randomUUID());
        runs.pulse();
        assertThat(runs.find(id).orElseThrow().runs()).isTrue();

        other.cancel(id);
        assertThatThrownBy(() -> other.begin(ASKED, AUDITOR)).isInstanceOf(AnotherRuns.class);
        runs.pulse();
        assertThat(ended(id)).satisfies(state -> {
            assertThat(state.failure()).isEqualTo(BackgroundRun.CANCELLED);
            assertThat(state.code()).isEqualTo("cancelled");
            assertThat(state.done()).isEqualTo(3);
        });
        assertThat(ended(other.begin(OTHER, AUDITOR).id()).result()).isEqualTo("something else from 1");
        assertThat(other.list(null, 100)).extracting(State::asked).containsExactly(OTHER, ASKED);
        assertThat(failures).isEmpty();
    }

    @Test
    void cancellingWhereItRunsTakesNoPulse() throws InterruptedException {
        UUID id = beginAndReachFour();
        runs.cancel(id);
        assertThat(ended(id).code()).isEqualTo("cancelled");
    }

    @Test
    void anotherServiceGoesOnWhereADeadOneWas() throws InterruptedException {
        UUID id = beginAndReachFour();
        runs.pulse();
        store.silence(id);
        other.pulse();
        assertThat(ended(id)).satisfies(state -> {
            assertThat(state.result()).isEqualTo("this from 4");
            assertThat(state.by()).isEqualTo(AUDITOR);
        });
        assertThat(quick.counted).containsExactly(4L, 5L, 6L, 7L, 8L, 9L);

        runs.pulse(); // it was not dead: it learns that the run is gone
        never.countDown();
        assertThat(ended(id).result()).isEqualTo("this from 4");
        assertThat(failures).isEmpty();
    }

    @Test
    void runOfAServiceThatStopsIsTakenAtOnce() throws InterruptedException {
        UUID id = beginAndReachFour();
        runs.close();
        assertThat(other.find(id).orElseThrow().runs()).isTrue();
        other.pulse();
        assertThat(ended(id).result()).isEqualTo("this from 4");
        assertThat(failures).isEmpty();
    }

    @Test
    void runThatWasCancelledWhileItsServiceWasDeadIsNotBegunAgain() throws InterruptedException {
        UUID id = beginAndReachFour();
        runs.close();
        other.cancel(id);
        other.pulse();
        assertThat(ended(id).code()).isEqualTo("cancelled");
        assertThat(quick.counted).isEmpty();
    }

    @Test
    void runThatEndsEveryServiceIsGivenUp() throws InterruptedException {
        UUID id = beginAndReachFour();
        IntStream.rangeClosed(1, RunHere.MAX_TAKEN).forEach(time -> {
            store.silence(id);
            store.take(stuck.name(), UUID.randomUUID(), Duration.ZERO);
        });
        store.silence(id);
        other.pulse();
        assertThat(ended(id).failure()).isEqualTo("no service could finish it: 10 in a row fell silent at it");
    }

    @Test
    void runThatGetsFurtherEachTimeIsNotGivenUp() throws InterruptedException {
        UUID id = beginAndReachFour();
        for (int time = 1; time <= 2 * RunHere.MAX_TAKEN; time++) {
            UUID service = UUID.randomUUID();
            store.silence(id);
            store.take(stuck.name(), service, Duration.ZERO);
            store.tell(id, service, new RunStore.Reached(3 + time, 9, null));
        }
        store.silence(id);
        other.pulse();
        assertThat(ended(id).result()).isEqualTo("this from 1");
    }

    @Test
    void runThatLostTheDatabaseGoesOnLater() throws InterruptedException {
        CountingKind loses = new CountingKind(number -> {
            if (number == 4) {
                throw new LogUnavailable("away", new IllegalStateException());
            }
        });
        UUID id = loses.on(store, failures::add).begin(ASKED, AUDITOR).id();
        AwaitFixture.await("the loss", () -> !failures.isEmpty());
        assertThat(other.find(id).orElseThrow().runs()).isTrue();
        store.silence(id);
        other.pulse();
        assertThat(ended(id).result()).isEqualTo("this from 1");
    }

    @Test
    void workThatBreaksInAnyWayHasEnded() throws InterruptedException {
        UUID id = new CountingKind(number -> {
                    throw new OutOfMemoryError();
                })
                .on(store, failures::add)
                .begin(ASKED, AUDITOR)
                .id();
        assertThat(ended(id).failure()).isEqualTo("OutOfMemoryError");
        assertThat(ended(id).code()).isEqualTo("failed");
        other.cancel(id);
        assertThat(ended(id).failure()).isEqualTo("OutOfMemoryError");
        assertThat(failures).singleElement().isInstanceOf(OutOfMemoryError.class);
    }

    /** A thread that was started starts as little as one that the machine does not have. */
    @Test
    void runForWhichThereIsNoThreadIsLetGo() throws InterruptedException {
        UUID service = UUID.randomUUID();
        Run run = store.begin(UUID.randomUUID(), stuck.name(), "{\"what\": \"this\"}", AUDITOR, service);
        List<RunHere<?, ?>> ended = new CopyOnWriteArrayList<>();
        RunHere<String, String> here =
                new RunHere<>(run, stuck, store, CountingKind.JSON, service, failures::add, ended::add);
        here.begin();
        AwaitFixture.await("three", () -> stuck.counted.contains(3L));
        assertThatThrownBy(here::begin).isInstanceOf(IllegalThreadStateException.class);
        assertThat(ended).contains(here);
        other.pulse();
        assertThat(ended(run.id()).result()).isEqualTo("this from 4");
    }

    @Test
    void failureSaysWhyThereIsNoVerdictButNothingThatAnApplicationSays() throws InterruptedException {
        RulesConflict conflict = new RulesConflict(
                List.of(new RuleId("term", "TR-1"), new RuleId("term", "TR-2")),
                Phrase.of("they give the terms {0}", "[30 days]"));
        UUID id = new CountingKind(number -> {
                    throw conflict;
                })
                .on(store, failures::add)
                .begin(ASKED, AUDITOR)
                .id();
        assertThat(ended(id).failure()).isEqualTo("the rules term/TR-1, term/TR-2 contradict each other");
        assertThat(failures).containsExactly(conflict);
    }
}
