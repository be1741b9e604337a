package kz.sheshim.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetriesTest {
    private final Retries retries = new Retries(Duration.ofSeconds(5), Duration.ofHours(1), Duration.ofDays(3));

    /** Always almost the maximum. */
    private static final RandomGenerator MOST = new RandomGenerator() {
        @Override
        public long nextLong() {
            return -1;
        }
    };

    @ParameterizedTest
    @CsvSource({"0, 5", "1, 10", "2, 20", "9, 2560", "10, 3600", "1000, 3600", "2147483647, 3600"})
    void theMostToWaitDoublesUpToABound(int failures, int seconds) {
        assertThat(retries.delay(failures, null, MOST))
                .isBetween(Duration.ofSeconds(seconds).minusMillis(1), Duration.ofSeconds(seconds));
    }

    @Test
    void delaysAreSpreadOverAllTheTimeThatThereIs() {
        RandomGenerator random = new Random(1);
        List<Long> millis = IntStream.range(0, 10_000)
                .mapToLong(each -> retries.delay(3, null, random).toMillis())
                .boxed()
                .toList();

        assertThat(millis).allMatch(each -> each >= 0 && each < 40_000);
        for (int quarter = 0; quarter < 4; quarter++) {
            int from = quarter * 10_000;
            assertThat(millis)
                    .filteredOn(each -> each >= from && each < from + 10_000)
                    .hasSizeBetween(2_300, 2_700);
        }
    }

    @Test
    void destinationThatAsksForTimeGetsItWithinReason() {
        assertThat(retries.delay(0, Duration.ofMinutes(2), MOST)).isEqualTo(Duration.ofMinutes(2));
        assertThat(retries.delay(0, Duration.ofDays(1_000), MOST)).isEqualTo(Duration.ofDays(1));
        assertThat(retries.delay(5, Duration.ofSeconds(1), MOST)).isGreaterThan(Duration.ofSeconds(100));
    }

    @Test
    void theAttemptAfterTheTimeIsTheLast() {
        Instant since = Instant.parse("2026-11-20T05:15:00Z");

        assertThat(retries.isLast(since, since.plus(Duration.ofDays(3)).minusMillis(1)))
                .isFalse();
        assertThat(retries.isLast(since, since.plus(Duration.ofDays(3)))).isTrue();
    }

    @Test
    void delaysThatShrinkAreRefused() {
        assertThatThrownBy(() -> new Retries(Duration.ofSeconds(5), Duration.ofSeconds(4), Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
