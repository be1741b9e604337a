package kz.sheshim.facts;

import java.util.Comparator;
import java.util.OptionalInt;
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

    /** The index in the name of an instance of the entity: 0 in {@code documents[0]}; empty for another text. */
    public static OptionalInt indexOf(String instance, String entity) {
        String index = instance.startsWith(entity + "[") && instance.endsWith("]")
                ? instance.substring(entity.length() + 1, instance.length() - 1)
                : "";
        return index.matches("[0-9]{1,9}") ? OptionalInt.of(Integer.parseInt(index)) : OptionalInt.empty();
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
