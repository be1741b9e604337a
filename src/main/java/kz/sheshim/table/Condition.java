package kz.sheshim.table;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kz.sheshim.facts.Fact;
import kz.sheshim.facts.Truth;
import org.jspecify.annotations.Nullable;

/**
 * What a condition cell asks of the facts that it reads: one fact for a single field, any number for a field with many values. On an unknown fact the
 * answer is unknown. {@link #toString} is the cell's canonical text.
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

    /** One of the values. */
    record OneOf(Set<Object> values) implements Condition {
        public OneOf {
            values = Collections.unmodifiableSet(new LinkedHashSet<>(values));
        }

        @Override
        public boolean holds(@Nullable Object value) {
            return value != null && values.contains(value);
        }

        @Override
        public String toString() {
            return list(values);
        }
    }

    /** None of the values; an absent fact is none of them. */
    record NoneOf(Set<Object> values) implements Condition {
        public NoneOf {
            values = Collections.unmodifiableSet(new LinkedHashSet<>(values));
        }

        @Override
        public boolean holds(@Nullable Object value) {
            return value == null || !values.contains(value);
        }

        @Override
        public String toString() {
            return "not " + list(values);
        }
    }

    /** Between two bounds, of which one may be missing; values are Long, BigDecimal or LocalDate, all of one class. */
    record Between(@Nullable Bound low, @Nullable Bound high) implements Condition {

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
        public String toString() {
            if (low != null && high != null) {
                return low.value() + ".." + high.value();
            }
            if (low != null) {
                return (low.included() ? ">= " : "> ") + low.value();
            }
            return high == null ? "" : (high.included() ? "<= " : "< ") + high.value();
        }
    }

    /** There is none. */
    record Missing() implements Condition {
        @Override
        public boolean holds(@Nullable Object value) {
            return value == null;
        }

        @Override
        public String toString() {
            return "missing";
        }
    }

    /** There is one. */
    record Present() implements Condition {
        @Override
        public boolean holds(@Nullable Object value) {
            return value != null;
        }

        @Override
        public String toString() {
            return "present";
        }
    }

    /** At least one of the field's values is one of these. */
    record Includes(Set<Object> values) implements Condition {
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
        public String toString() {
            return "includes " + list(values);
        }
    }

    /** No value of the field is one of these. */
    record Lacks(Set<Object> values) implements Condition {
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
        public String toString() {
            return "lacks " + list(values);
        }
    }

    private static String list(Set<Object> values) {
        return values.stream().map(Condition::text).collect(Collectors.toCollection(TreeSet::new)).stream()
                .collect(Collectors.joining(", "));
    }

    private static String text(Object value) {
        if (value instanceof Boolean yes) {
            return yes ? "yes" : "no";
        }
        String text = String.valueOf(value);
        boolean plain = !(value instanceof String) || text.matches("[A-Za-z0-9_-]+");
        return plain ? text : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
