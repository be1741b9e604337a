package kz.sheshim.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MakingsTest {
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final List<String> kept = new CopyOnWriteArrayList<>();
    private volatile Instant now = Instant.EPOCH;
    private final Makings<String, String> makings = new Makings<>(
            "makings-of-a-test",
            "waiting",
            Duration.ofMinutes(5),
            ((InstantSource) () -> now).withZone(ZoneOffset.UTC),
            failures::add);
    private final CountDownLatch go = new CountDownLatch(1);

    @AfterEach
    void close() {
        makings.close();
    }

    private void waiting(String key) {
        makings.begin(key, false, phase -> {
            phase.accept("waits");
            go.await();
            return () -> kept.add(key);
        });
        Awaitility.await().until(() -> makings.phase(key).isPresent());
    }

    @Test
    void whatIsBeingMadeIsMadeOnce() {
        waiting("a");
        makings.begin("a", false, phase -> () -> kept.add("another a"));
        Awaitility.await().until(() -> makings.phase("a").orElse("").equals("waits"));
        go.countDown();

        Awaitility.await().until(() -> makings.phase("a").isEmpty());
        assertThat(kept).containsExactly("a");
    }

    @Test
    void whatIsCancelledKeepsNothingAndLetsTheNextOneGoOn() {
        waiting("a");
        waiting("b");
        makings.cancel("b"::equals); // before it begins
        makings.begin("b", false, phase -> () -> kept.add("another b"));
        makings.cancel("a"::equals); // while it runs
        makings.cancel("none"::equals);

        Awaitility.await().until(() -> makings.phase("b").isEmpty());
        assertThat(makings.phase("a")).isEmpty();
        assertThat(kept).containsExactly("another b");
        assertThat(failures).isEmpty();
    }

    @Test
    void workThatIsCancelledAtItsVeryEndKeepsNothing() {
        makings.begin("a", false, phase -> {
            phase.accept("deaf");
            while (go.getCount() > 0) {
                Thread.onSpinWait(); // does not look whether it is interrupted
            }
            return () -> kept.add("a");
        });
        Awaitility.await().until(() -> makings.phase("a").orElse("").equals("deaf"));
        makings.cancel("a"::equals);
        go.countDown();
        makings.begin("b", false, phase -> () -> kept.add("b"));

        Awaitility.await().until(() -> makings.phase("b").isEmpty());
        assertThat(kept).containsExactly("b");
    }

    @Test
    void failureIsToldAndTheNextOneGoesOn() {
        makings.begin("a", false, phase -> {
            throw new IllegalStateException("broken");
        });
        makings.begin("b", false, phase -> () -> kept.add("b"));

        Awaitility.await().until(() -> kept.contains("b"));
        assertThat(failures).singleElement().isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatCouldNotBeMadeIsNotTriedAgainUntilItIsCancelled() {
        makings.begin("a", false, phase -> {
            throw new IllegalStateException("broken");
        });
        Awaitility.await().until(() -> makings.failure("a").isPresent());
        assertThat(makings.failure("a")).hasToString("Optional[IllegalStateException]");
        assertThat(makings.phase("a")).isEmpty();
        makings.begin("a", false, phase -> () -> kept.add("a"));
        makings.begin("b", false, phase -> () -> kept.add("b"));
        Awaitility.await().until(() -> kept.contains("b"));
        assertThat(kept).containsExactly("b");

        makings.cancel("a"::equals);
        assertThat(makings.failure("a")).isEmpty();
        makings.begin("a", false, phase -> () -> kept.add("a"));
        Awaitility.await().until(() -> kept.contains("a"));
        assertThat(makings.failure("a")).isEmpty();
    }

    @Test
    void whatCouldNotBeMadeIsMadeAgainAfterAPause() {
        makings.begin("a", false, phase -> {
            throw new IllegalStateException("the database is away");
        });
        Awaitility.await().until(() -> makings.failure("a").isPresent());
        now = now.plus(Duration.ofMinutes(5));
        makings.begin("a", false, phase -> () -> kept.add("a"));
        Awaitility.await().until(() -> kept.contains("a"));
        assertThat(makings.failure("a")).isEmpty();
    }

    @Test
    void cancelledWorkEndsAtItsNextPhase() {
        List<String> begun = new CopyOnWriteArrayList<>();
        makings.begin("a", false, phase -> {
            phase.accept("deaf");
            while (go.getCount() > 0) {
                Thread.onSpinWait();
            }
            phase.accept("next");
            begun.add("next");
            return () -> kept.add("a");
        });
        Awaitility.await().until(() -> makings.phase("a").orElse("").equals("deaf"));
        makings.cancel("a"::equals);
        go.countDown();
        makings.begin("b", false, phase -> () -> kept.add("b"));

        Awaitility.await().until(() -> kept.contains("b"));
        assertThat(begun).isEmpty();
        assertThat(failures).isEmpty();
    }

    @Test
    void whatIsUrgentIsMadeFirst() {
        waiting("a");
        for (String key : List.of("b", "c", "d", "e")) {
            makings.begin(key, key.equals("d"), phase -> () -> kept.add(key));
        }
        makings.begin("c", true, phase -> () -> kept.add("another c")); // somebody waits for it meanwhile
        makings.cancel("b"::equals);
        makings.begin("b", false, phase -> () -> kept.add("b"));
        go.countDown();

        Awaitility.await().until(() -> kept.size() == 5);
        assertThat(kept).containsExactly("a", "c", "d", "e", "b");
    }
}
