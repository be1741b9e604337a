package kz.sheshim.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Long work waits while a caller waits, but not for ever. */
@Timeout(60)
class CallersTest {
    private final Callers callers = new Callers();

    @Test
    void aStepWaitsAsLongAsItMayWhileACallerWaits() {
        callers.arrived();
        long begun = System.nanoTime();
        callers.goFirst();
        assertThat(System.nanoTime() - begun).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(1));
    }

    @Test
    void callersAreWaitingUntilTheLastOneLeft() {
        assertThat(callers.areWaiting()).isFalse();
        callers.arrived();
        callers.arrived();
        callers.left();
        assertThat(callers.areWaiting()).isTrue();
        callers.left();
        assertThat(callers.areWaiting()).isFalse();
        callers.goFirst();
    }

    @Test
    void aStepWaitsAMomentAfterTheLastCallerLeft() {
        callers.arrived();
        callers.left();
        int steps = 0;
        for (long begun = System.nanoTime(); System.nanoTime() - begun < TimeUnit.MILLISECONDS.toNanos(8); steps++) {
            callers.goFirst();
        }
        assertThat(steps).as("each rests for two of these eight milliseconds").isLessThanOrEqualTo(5);
    }

    @Test
    void interruptedWorkDoesNotWait() {
        callers.arrived();
        Thread.currentThread().interrupt();
        callers.goFirst();
        assertThat(Thread.interrupted()).isTrue();
    }
}
