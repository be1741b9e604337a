package kz.sheshim.log;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import kz.sheshim.log.DecisionCounts.Count;
import org.jspecify.annotations.Nullable;

/**
 * The decisions of the last days, counted by day. A day that has passed never changes, so it is counted once; today is counted again after a minute. Counting
 * ends after some time and goes on when somebody asks again, so that nobody waits long.
 */
public final class DecisionNumbers {
    private static final int MAX_DAYS = 400;
    private static final int DAYS_AT_ONCE = 30;
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofSeconds(3);
    /** What a service decided on a day is recorded this soon after the day. */
    private static final Duration SETTLED = Duration.ofMinutes(10);

    private final DecisionCounts counts;
    private final Clock clock;
    private final LongSupplier nanos;
    private final Map<Day, Counted> kept = new LinkedHashMap<>(16, 0.75f, true);

    private record Day(LocalDate day, ZoneId zone) {}

    private record Counted(Instant at, List<Count> counts) {}

    /** The decisions of a day; null: not counted yet. */
    public record OfDay(LocalDate day, @Nullable List<Count> counts) {}

    public DecisionNumbers(DecisionCounts counts, Clock clock, LongSupplier nanos) {
        this.counts = counts;
        this.clock = clock;
        this.nanos = nanos;
    }

    /**
     * The last days, the earliest first, today last.
     *
     * @throws LogUnavailable if the database cannot be read
     */
    public synchronized List<OfDay> last(int days, ZoneId zone) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, zone);
        long begun = nanos.getAsLong();
        List<OfDay> last = new ArrayList<>();
        for (LocalDate day = today; day.isAfter(today.minusDays(days)); day = day.minusDays(1)) {
            boolean late = nanos.getAsLong() - begun > LONGEST.toNanos();
            last.add(new OfDay(day, counts(new Day(day, zone), today.minusDays(days - 1L), now, late)));
        }
        kept.keySet().stream()
                .limit(Math.max(0, kept.size() - MAX_DAYS))
                .toList()
                .forEach(kept::remove);
        Collections.reverse(last);
        return List.copyOf(last);
    }

    private @Nullable List<Count> counts(Day day, LocalDate earliest, Instant now, boolean late) {
        Counted known = kept.get(day);
        if (!late && isOld(day, now)) {
            count(day, earliest, now);
            known = kept.get(day);
        }
        return known == null ? null : known.counts();
    }

    private boolean isOld(Day day, Instant now) {
        Counted known = kept.get(day);
        Instant end = day.day().plusDays(1).atStartOfDay(day.zone()).toInstant();
        return known == null
                || (known.at().isBefore(end.plus(SETTLED))
                        && !now.isBefore(known.at().plus(FRESH)));
    }

    /** Counts the day, and with it the days before it that must be counted too. */
    private void count(Day last, LocalDate earliest, Instant now) {
        LocalDate first = last.day();
        while (first.isAfter(earliest)
                && first.isAfter(last.day().minusDays(DAYS_AT_ONCE - 1))
                && isOld(new Day(first.minusDays(1), last.zone()), now)) {
            first = first.minusDays(1);
        }
        Map<LocalDate, List<Count>> counted = counts.of(first, last.day(), last.zone());
        for (LocalDate day = first; !day.isAfter(last.day()); day = day.plusDays(1)) {
            kept.put(new Day(day, last.zone()), new Counted(now, List.copyOf(counted.getOrDefault(day, List.of()))));
        }
    }
}
