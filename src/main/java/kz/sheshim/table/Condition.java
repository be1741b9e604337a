package kz.sheshim.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kz.sheshim.facts.Fact;
import kz.sheshim.facts.Truth;
import org.jspecify.annotations.Nullable;

/**
 * What a condition cell requires of the facts that it reads: one fact for a field with a single value, any number for a field with many values. On an
 * unknown fact the answer is unknown. {@link CellText} writes a condition as a cell.
 */
public sealed interface Condition {

    /** The answer for a single fact that is known (null: absent). */
    boolean holds(@Nullable Object value);

    /** The answer for the facts that the cell reads. */
    default Truth test(List<Fact> facts) {
        Fact fact = facts.get(0);
        if (fact.unknown()) {
            return Truth.UNKNOWN;
        }
        return Truth.of(holds(fact instanceof Fact.Known known ? known.value() : null));
    }

    /** The word at the beginning of its cell; empty for a cell that begins with a value or a sign. */
    String word();

    /** The values that it names, in the order of the cell; empty for a condition that names none. */
    default Set<Object> values() {
        return Set.of();
    }

    /** The bounds that it compares with, the lower one first. */
    default List<Between.Bound> bounds() {
        return List.of();
    }

    /** Whether it only asks if there is a value. */
    default boolean ofPresence() {
        return false;
    }

    /** A condition that names values. */
    sealed interface OnValues extends Condition {
        @Override
        Set<Object> values();

        /** The same condition on other values. */
        OnValues on(Set<Object> others);
    }

    /** One of the values. */
    record OneOf(Set<Object> values) implements OnValues {
        public OneOf {
            values = Collections.unmodifiableSet(new LinkedHashSet<>(values));
        }

        @Override
        public boolean holds(@Nullable Object value) {
            return value != null && values.contains(value);
        }

        @Override
        public String word() {
            return "";
        }

        @Override
        public OneOf on(Set<Object> others) {
            return new OneOf(others);
        }
    }

    /** None of the values; an absent fact is none of them. */
    record NoneOf(Set<Object> values) implements OnValues {
        public NoneOf {
            values = Collections.unmodifiableSet(new LinkedHashSet<>(values));
        }

        @Override
        public boolean holds(@Nullable Object value) {
            return value == null || !values.contains(value);
        }

        @Override
        public String word() {
            return "not";
        }

        @Override
        public NoneOf on(Set<Object> others) {
            return new NoneOf(others);
        }
    }

    /**
     * On one side of a bound, or between two that are both included, as cells write it ({@code > 100}, {@code 1..100}); without bounds every value will do. Values
     * are Long, BigDecimal or LocalDate, all of one class.
     */
    record Between(@Nullable Bound low, @Nullable Bound high) implements Condition {
        public Between {
            if (low != null && high != null && !(low.included() && high.included())) {
                throw new IllegalArgumentException("no cell can write a bound of two that is not included");
            }
        }

        /** A bound, itself included or not. */
        public record Bound(Comparable<?> value, boolean included) {}

        @Override
        public boolean holds(@Nullable Object value) {
            return value != null && above(value) && below(value);
        }

        private boolean above(Object value) {
            if (low == null) {
                return true;
            }
            int order = compare(value, low.value());
            return order > 0 || order == 0 && low.included();
        }

        private boolean below(Object value) {
            if (high == null) {
                return true;
            }
            int order = compare(value, high.value());
            return order < 0 || order == 0 && high.included();
        }

        @SuppressWarnings("unchecked")
        private static int compare(Object value, Comparable<?> bound) {
            return ((Comparable<Object>) value).compareTo(bound);
        }

        @Override
        public String word() {
            return "";
        }

        @Override
        public List<Bound> bounds() {
            List<Bound> bounds = new ArrayList<>();
            if (low != null) {
                bounds.add(low);
            }
            if (high != null) {
                bounds.add(high);
            }
            return bounds;
        }
    }

    /** The fact is known to be absent. */
    record Missing() implements Condition {
        @Override
        public boolean holds(@Nullable Object value) {
            return value == null;
        }

        @Override
        public String word() {
            return "missing";
        }

        @Override
        public boolean ofPresence() {
            return true;
        }
    }

    /** The fact has a value. */
    record Present() implements Condition {
        @Override
        public boolean holds(@Nullable Object value) {
            return value != null;
        }

        @Override
        public String word() {
            return "present";
        }

        @Override
        public boolean ofPresence() {
            return true;
        }
    }

    /** At least one of the field's values is one of these. */
    record Includes(Set<Object> values) implements OnValues {
        public Includes {
            values = Collections.unmodifiableSet(new LinkedHashSet<>(values));
        }

        @Override
        public boolean holds(@Nullable Object value) {
            return value instanceof List<?> list
                    ? list.stream().anyMatch(values::contains)
                    : value != null && values.contains(value);
        }

        @Override
        public Truth test(List<Fact> facts) {
            boolean open = false;
            for (Fact fact : facts) {
                if (fact instanceof Fact.Known known && holds(known.value())) {
                    return Truth.TRUE;
                }
                open |= fact.unknown();
            }
            return open ? Truth.UNKNOWN : Truth.FALSE;
        }

        @Override
        public String word() {
            return "includes";
        }

        @Override
        public Includes on(Set<Object> others) {
            return new Includes(others);
        }
    }

    /** No value of the field is one of these. */
    record Lacks(Set<Object> values) implements OnValues {
        public Lacks {
            values = Collections.unmodifiableSet(new LinkedHashSet<>(values));
        }

        @Override
        public boolean holds(@Nullable Object value) {
            return !new Includes(values).holds(value);
        }

        @Override
        public Truth test(List<Fact> facts) {
            return new Includes(values).test(facts).not();
        }

        @Override
        public String word() {
            return "lacks";
        }

        @Override
        public Lacks on(Set<Object> others) {
            return new Lacks(others);
        }
    }
}
