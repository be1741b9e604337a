package kz.sheshim.decision;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What a ground or notice is about: a text, or nothing. Instances are sorted by their index as a number.
 */
record Subject(@Nullable String text, int index) implements Comparable<Subject> {
    private static final Comparator<Subject> ORDER = Comparator.comparingInt(Subject::index)
            .thenComparing(Subject::text, Comparator.nullsFirst(Comparator.naturalOrder()));

    @Override
    public int compareTo(Subject other) {
        return ORDER.compare(this, other);
    }
}
