package kz.sheshim.engine;

import java.util.Comparator;
import kz.sheshim.facts.FactPath;
import org.jspecify.annotations.Nullable;

/**
 * What a ground or notice is about: a text, or nothing. Instances are sorted by their index as a number.
 */
record Subject(@Nullable String text, int index) implements Comparable<Subject> {
    static final Subject NONE = new Subject(null, FactPath.ONCE);
    private static final Comparator<@Nullable String> BY_TEXT = Comparator.nullsFirst(Comparator.naturalOrder());

    @Override
    public int compareTo(Subject other) {
        int order = Integer.compare(index, other.index);
        return order != 0 ? order : BY_TEXT.compare(text, other.text);
    }
}
