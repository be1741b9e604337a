package kz.sheshim.adapter.drools;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import kz.sheshim.table.Condition;
import kz.sheshim.table.Condition.Between;
import org.jspecify.annotations.Nullable;

/**
 * The own values of one row, by the place of the condition that they belong to: what the rule of the row's shape compares the facts with. Public, since compiled
 * rules call it.
 */
public final class RowValues {
    private final Set<?>[] sets;
    private final @Nullable Object[] lows;
    private final @Nullable Object[] highs;

    /** @param conditions in the order of the shape's */
    RowValues(List<Condition> conditions) {
        sets = conditions.stream().map(Condition::values).toArray(Set<?>[]::new);
        lows = conditions.stream()
                .map(each -> each instanceof Between between ? bound(between.low()) : null)
                .toArray();
        highs = conditions.stream()
                .map(each -> each instanceof Between between ? bound(between.high()) : null)
                .toArray();
    }

    private static @Nullable Object bound(Between.@Nullable Bound bound) {
        if (bound == null) {
            return null;
        }
        return bound.value() instanceof LocalDate day ? (Object) day.toEpochDay() : bound.value();
    }

    /** The values that the condition names. */
    public Set<?> values(int condition) {
        return sets[condition];
    }

    /** The lower bound of a condition on a whole number, or on a date as days since 1970-01-01. */
    public long low(int condition) {
        return (Long) bound(lows[condition]);
    }

    /** The upper bound of a condition on a whole number, or on a date as days since 1970-01-01. */
    public long high(int condition) {
        return (Long) bound(highs[condition]);
    }

    /** The lower bound of a condition on a decimal number. */
    public BigDecimal lowDecimal(int condition) {
        return (BigDecimal) bound(lows[condition]);
    }

    /** The upper bound of a condition on a decimal number. */
    public BigDecimal highDecimal(int condition) {
        return (BigDecimal) bound(highs[condition]);
    }

    private static Object bound(@Nullable Object bound) {
        if (bound == null) {
            throw new IllegalStateException("the row has no such bound");
        }
        return bound;
    }
}
