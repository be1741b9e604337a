package kz.sheshim.analysis;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kz.sheshim.vocabulary.Field;
import org.jspecify.annotations.Nullable;

/**
 * What a field can be when a table is read.
 *
 * @param absent it can be known to be absent
 * @param unknown it can be not yet known
 * @param values all that it can be; null: any value of its type
 * @param asked below it nothing is asked of the tables; null: the type's least
 * @param below it can be below what is asked
 * @param least below it an application is refused; null: the type's least
 * @param greatest above it an application is refused; null: the type's greatest
 */
record PossibleValues(
        Field field,
        boolean absent,
        boolean unknown,
        @Nullable Set<Object> values,
        @Nullable Comparable<?> asked,
        boolean below,
        @Nullable Comparable<?> least,
        @Nullable Comparable<?> greatest) {
    PossibleValues {
        values = values == null ? null : Collections.unmodifiableSet(new LinkedHashSet<>(values));
    }

    /** What it can be by this or by another account of the same field. */
    PossibleValues or(PossibleValues other) {
        Set<Object> all = null;
        boolean same = values == null && other.values == null && field.type().equals(other.field.type());
        if (!same && !listed().isEmpty() && !other.listed().isEmpty()) {
            all = new LinkedHashSet<>(listed());
            all.addAll(other.listed());
        }
        boolean earlier = asked != null && other.asked != null && Scale.compare(asked, other.asked) < 0;
        return new PossibleValues(
                other.field,
                absent || other.absent,
                unknown || other.unknown,
                all,
                earlier ? asked : other.asked,
                below || other.below,
                wider(least, other.least, -1),
                wider(greatest, other.greatest, 1));
    }

    private static @Nullable Comparable<?> wider(@Nullable Comparable<?> a, @Nullable Comparable<?> b, int side) {
        if (a == null || b == null) {
            return null;
        }
        return side * Scale.compare(a, b) > 0 ? a : b;
    }

    /** Its values one by one, if they can be listed. */
    private Set<Object> listed() {
        if (values != null) {
            return values;
        }
        return new LinkedHashSet<>(field.type().allValues().orElse(List.of()));
    }

    boolean can(Object value) {
        return values == null || values.contains(value);
    }
}
