package kz.sheshim.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import kz.sheshim.bulk.BackgroundRun.State;
import kz.sheshim.engine.RulesConflict;
import kz.sheshim.table.RuleId;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class BackgroundRunTest {
    private static final String ASKED = "this";

    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final BackgroundRun<String, String> runs = new BackgroundRun<>("test", failures::add);

    private State<String, String> ended(UUID id) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> !runs.find(id).orElseThrow().runs());
        return runs.find(id).orElseThrow();
    }

    @Test
    void cancelledWorkEndsAndLetsOthersBegin() {
        CountDownLatch never = new CountDownLatch(1);
        UUID id = runs.begin(ASKED, progress -> {
                    progress.at(7, 9);
                    never.await();
                    return "done";
                })
                .id();
        assertThat(runs.begin(ASKED, progress -> "other").id()).isEqualTo(id);
        assertThatThrownBy(() -> runs.begin("something else", progress -> "other"))
                .isInstanceOfSatisfying(AnotherRuns.class, another -> assertThat(another.running())
                        .isEqualTo(id));
        runs.cancel(UUID.randomUUID());
        Awaitility.await().until(() -> runs.find(id).orElseThrow().done() == 7);
        assertThat(runs.find(id).orElseThrow().runs()).isTrue();

        runs.cancel(id);
        assertThat(ended(id)).isEqualTo(new State<>(id, ASKED, 7, 9, null, BackgroundRun.CANCELLED));
        assertThat(ended(runs.begin(ASKED, progress -> "other").id()).result()).isEqualTo("other");
        assertThat(failures).isEmpty();
    }

    @Test
    void workThatIsBeingCancelledIsNobodysOwn() {
        CountDownLatch deaf = new CountDownLatch(1);
        UUID id = runs.begin(ASKED, progress -> {
                    while (deaf.getCount() > 0) {
                        Thread.onSpinWait();
                    }
                    deaf.await(); // fails, since it was interrupted
                    return "done";
                })
                .id();
        runs.cancel(id);
        assertThatThrownBy(() -> runs.begin(ASKED, progress -> "anew")).isInstanceOf(AnotherRuns.class);
        deaf.countDown();
        ended(id);
        assertThat(ended(runs.begin(ASKED, progress -> "anew").id()).result()).isEqualTo("anew");
    }

    @Test
    void workThatBreaksInAnyWayHasEnded() {
        UUID id = runs.begin(ASKED, progress -> {
                    throw new OutOfMemoryError();
                })
                .id();
        assertThat(ended(id).failure()).isEqualTo("OutOfMemoryError");
        runs.cancel(id);
        assertThat(runs.find(id).orElseThrow().failure()).isEqualTo("OutOfMemoryError");
        assertThat(failures).singleElement().isInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void failureSaysWhyThereIsNoVerdictButNothingThatAnApplicationSays() {
        RulesConflict conflict = new RulesConflict(
                List.of(new RuleId("term", "TR-1"), new RuleId("term", "TR-2")), "they give the terms [30 days]");
        UUID id = runs.begin(ASKED, progress -> {
                    throw conflict;
                })
                .id();
        assertThat(ended(id).failure()).isEqualTo("the rules term/TR-1, term/TR-2 contradict each other");
        assertThat(failures).containsExactly(conflict);
    }
}
