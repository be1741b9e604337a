package kz.sheshim.table;

import java.time.LocalDate;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/** When a rule is in force. Both days are included; null: without a bound on this side. */
public record Period(@Nullable LocalDate from, @Nullable LocalDate until) {
    public boolean contains(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }

    public boolean unbounded() {
        return from == null && until == null;
    }

    /** Whether some day lies in it. */
    public boolean possible() {
        return from == null || until == null || !from.isAfter(until);
    }

    /** Whether some day lies in both. */
    public boolean overlaps(Period other) {
        return (until == null || other.from == null || !other.from.isAfter(until))
                && (other.until == null || from == null || !from.isAfter(other.until));
    }

    /** The days that lie in both; it is not {@link #possible} if there are none. */
    public Period intersection(Period other) {
        return new Period(
                from == null || other.from != null && other.from.isAfter(from) ? other.from : from,
                until == null || other.until != null && other.until.isBefore(until) ? other.until : until);
    }

    /** Whether every day of the other one lies in it. */
    public boolean contains(Period other) {
        return (from == null || other.from != null && !other.from.isBefore(from))
                && (until == null || other.until != null && !other.until.isAfter(until));
    }

    /** For people: {@code from 2024-03-25 on}. */
    public Phrase text() {
        if (from == null) {
            return until == null ? Phrase.of("always") : Phrase.of("until {0}", until);
        }
        if (from.equals(until)) {
            return Phrase.of("on {0}", from);
        }
        return until == null ? Phrase.of("from {0} on", from) : Phrase.of("from {0} until {1}", from, until);
    }

    /** The condition that a day lies in the period. */
    public Condition.Between asCondition() {
        return new Condition.Between(bound(from), bound(until));
    }

    private static Condition.Between.@Nullable Bound bound(@Nullable LocalDate day) {
        return day == null ? null : new Condition.Between.Bound(day, true);
    }

    @Override
    public String toString() {
        return (from == null ? "" : from) + ".." + (until == null ? "" : until);
    }
}
