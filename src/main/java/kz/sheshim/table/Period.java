package kz.sheshim.table;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** When a rule is in force: from and until are included; null is without bound. */
public record Period(@Nullable LocalDate from, @Nullable LocalDate until) {
    public boolean contains(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }

    public boolean unbounded() {
        return from == null && until == null;
    }

    @Override
    public String toString() {
        return (from == null ? "" : from) + ".." + (until == null ? "" : until);
    }
}
