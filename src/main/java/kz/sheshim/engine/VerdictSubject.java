package kz.sheshim.engine;

import java.util.Comparator;
import kz.sheshim.facts.FactPath;
import org.jspecify.annotations.Nullable;

/**
 * What a ground or notice is about: a text, or nothing. Instances are sorted by their index as a number.
 */
record VerdictSubject(@Nullable String text, int index) implements Comparable<VerdictSubject> {
    static final VerdictSubject NONE = new VerdictSubject(null, FactPath.ONCE);
    private static final Comparator<@Nullable String> BY_TEXT = Comparator.nullsFirst(Comparator.naturalOrder());

    @Override
    public int compareTo(VerdictSubject other) {
        int order = Integer.compare(index, other.index);
        return order != 0 ? order : BY_TEXT.compare(text, other.text);
    }
}
