package kz.sheshim.policy;

import java.util.TreeSet;
import java.util.stream.Collectors;
import kz.sheshim.table.Condition;
import kz.sheshim.table.Condition.Between.Bound;
import org.jspecify.annotations.Nullable;

/**
 * Conditions and values as the texts that a revision is computed from. Each text is part of the hash of every revision that was ever published, so it
 * MUST NOT change, not even where it reads badly (100 as a decimal is {@code 1E+2}). {@link kz.sheshim.table.CellText} writes for people.
 */
final class CanonicalCells {
    private CanonicalCells() {}

    /** A condition; its values are sorted by their text. */
    static String of(Condition condition) {
        if (condition instanceof Condition.Between between) {
            return between(between.low(), between.high());
        }
        if (condition instanceof Condition.OnValues) {
            String values = condition.values().stream()
                    .map(CanonicalCells::quoted)
                    .collect(Collectors.toCollection(TreeSet::new))
                    .stream()
                    .collect(Collectors.joining(", "));
            return condition.word().isEmpty() ? values : condition.word() + " " + values;
        }
        return condition.word();
    }

    private static String between(@Nullable Bound low, @Nullable Bound high) {
        if (low != null && high != null) {
            return low.value() + ".." + high.value();
        }
        if (low != null) {
            return (low.included() ? ">= " : "> ") + low.value();
        }
        return high == null ? "" : (high.included() ? "<= " : "< ") + high.value();
    }

    /** Quotes a text that could be taken for a word or for two values. */
    private static String quoted(Object value) {
        String text = value(value);
        boolean plain = !(value instanceof String) || text.matches("[A-Za-z0-9_-]+");
        return plain ? text : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** The value of a conclusion. */
    static String value(Object value) {
        if (value instanceof Boolean yes) {
            return yes ? "yes" : "no";
        }
        return value.toString();
    }
}
