package kz.sheshim.table;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.sheshim.table.Condition.Between.Bound;
import org.jspecify.annotations.Nullable;

/**
 * Writes conditions and values as an analyst would write them into a cell: {@code not KGZ, RUS}, {@code >= 100}, {@code yes}. The only writer of
 * cells for people: findings, {@code sheshim show}, REST and mutants use it. The texts that a revision is computed from are not written here but
 * in {@code policy.CanonicalCells}, so that a better text for people never changes a revision.
 */
public final class CellText {
    private static final Pattern NOT_PLAIN = Pattern.compile(
            "[,\"]|^[<>]|^\\s|\\s$|^(?:not|includes|lacks)\\s|^(?:-|missing|present|always|otherwise)$");

    private CellText() {}

    /** The cell of a condition. Several values come in ascending order. */
    public static String of(Condition condition) {
        if (condition instanceof Condition.Between between) {
            return between(between.low(), between.high());
        }
        return Stream.of(condition.word(), values(condition.values()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String between(@Nullable Bound low, @Nullable Bound high) {
        if (low != null && high != null) {
            return value(low.value()) + ".." + value(high.value());
        }
        if (low != null) {
            return (low.included() ? ">= " : "> ") + value(low.value());
        }
        return high == null ? "" : (high.included() ? "<= " : "< ") + value(high.value());
    }

    /** Values in ascending order, with commas. */
    public static String values(Collection<?> values) {
        return values.stream().sorted(CellText::compare).map(CellText::quoted).collect(Collectors.joining(", "));
    }

    /** A text that a cell would take for two, or for a condition, stands in quotation marks. */
    private static String quoted(Object value) {
        String text = value(value);
        return value instanceof String && NOT_PLAIN.matcher(text).find()
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }

    @SuppressWarnings("unchecked")
    private static int compare(Object one, Object other) {
        return ((Comparable<Object>) one).compareTo(other);
    }

    /** A value of any field type; the values of a list with commas. */
    public static String value(Object value) {
        if (value instanceof Boolean yes) {
            return yes ? "yes" : "no";
        }
        if (value instanceof List<?> list) {
            return list.stream().map(CellText::value).collect(Collectors.joining(", "));
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }
}
