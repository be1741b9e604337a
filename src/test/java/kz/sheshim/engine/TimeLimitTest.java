package kz.sheshim.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TimeLimitTest {
    @Test
    void verdictThatTakesMoreThanTwiceItsTimeIsStuck() {
        AtomicLong seconds = new AtomicLong();
        TimeLimit limit = new TimeLimit(Duration.ofSeconds(5), () -> seconds.get() * 1_000_000_000L);
        try (Deadline deadline = Deadline.of(limit)) {
            seconds.set(10);
            assertThat(limit.stuck()).isZero();
            seconds.set(11);
            assertThat(limit.stuck()).isEqualTo(1);
        }
        assertThat(limit.stuck()).isZero();
    }
}
