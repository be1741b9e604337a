package kz.sheshim.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import kz.sheshim.log.DecisionCounts.Count;
import kz.sheshim.log.DecisionNumbers.OfDay;
import org.junit.jupiter.api.Test;

class DecisionNumbersTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);

    private final List<String> asked = new ArrayList<>();
    private final AtomicLong nanos = new AtomicLong();
    private Instant now = Instant.parse("2026-11-29T12:00:00Z");
    private final DecisionNumbers numbers = new DecisionNumbers(this::count, new Now(), nanos::get);

    private final class Now extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    /** As many decisions as the day of the month says. */
    private Map<LocalDate, List<Count>> count(LocalDate first, LocalDate last, ZoneId zone) {
        asked.add(first + " " + last);
        return first.datesUntil(last.plusDays(1))
                .collect(Collectors.toMap(
                        day -> day, day -> List.of(new Count("granted", List.of(), day.getDayOfMonth()))));
    }

    private static long decisions(OfDay day) {
        List<Count> counts = day.counts();
        return counts == null ? -1 : counts.stream().mapToLong(Count::decisions).sum();
    }

    @Test
    void daysAreCountedTogetherAndOnce() {
        assertThat(numbers.last(40, ZoneOffset.UTC))
                .hasSize(40)
                .allSatisfy(
                        day -> assertThat(decisions(day)).isEqualTo(day.day().getDayOfMonth()))
                .last()
                .extracting(OfDay::day)
                .isEqualTo(TODAY);
        assertThat(asked).containsExactly("2026-10-31 2026-11-29", "2026-10-21 2026-10-30");
        numbers.last(40, ZoneOffset.UTC);
        assertThat(asked).hasSize(2);
        now = now.plus(Duration.ofMinutes(1));
        numbers.last(41, ZoneOffset.UTC);
        assertThat(asked.subList(2, asked.size())).containsExactly("2026-11-29 2026-11-29", "2026-10-20 2026-10-20");
    }

    @Test
    void countingEndsWhenItTakesLong() {
        DecisionNumbers slow = new DecisionNumbers(
                (first, last, zone) -> {
                    nanos.addAndGet(Duration.ofSeconds(4).toNanos());
                    return count(first, last, zone);
                },
                new Now(),
                nanos::get);
        assertThat(slow.last(40, ZoneOffset.UTC))
                .filteredOn(day -> day.counts() == null)
                .hasSize(10);
        assertThat(slow.last(40, ZoneOffset.UTC))
                .allSatisfy(day -> assertThat(decisions(day)).isPositive());
    }
}
