package kz.sheshim.facts;

import java.util.Comparator;
import kz.sheshim.vocabulary.FieldPath;

/**
 * Names one fact of one application: {@code applicant.status}, {@code documents[0].kind}. The index is 0 or more for an entity that occurs
 * many times, and {@link #ONCE} for one that occurs once. Sorted by entity, index as a number, field.
 */
public record FactPath(FieldPath field, int index) implements Comparable<FactPath> {
    public static final int ONCE = -1;

    private static final Comparator<FactPath> ORDER = Comparator.comparing((FactPath path) -> path.field.entity())
            .thenComparingInt(FactPath::index)
            .thenComparing(path -> path.field.field());

    /** The instance that holds the fact: {@code documents[0]}. */
    public String instance() {
        return instance(field.entity(), index);
    }

    public static String instance(String entity, int index) {
        return index == ONCE ? entity : entity + "[" + index + "]";
    }

    @Override
    public int compareTo(FactPath other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return instance() + "." + field.field();
    }
}
