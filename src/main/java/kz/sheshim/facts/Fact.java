package kz.sheshim.facts;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import kz.sheshim.vocabulary.IfAbsent;

/** What is known of one field: its value, that it is absent, or that it is not yet known. */
public sealed interface Fact {

    /** A value of the field's type: String, Boolean, Long, BigDecimal, LocalDate, OffsetDateTime or a List of String. */
    record Known(Object value) implements Fact {}

    /** Known to be absent. */
    record Absent() implements Fact {}

    /**
     * Not yet known.
     *
     * @param missing the facts of the application that would make it known; never empty
     */
    record Unknown(SortedSet<FactPath> missing) implements Fact {
        public Unknown {
            if (missing.isEmpty()) {
                throw new IllegalArgumentException("an unknown fact misses something");
            }
            missing = Collections.unmodifiableSortedSet(new TreeSet<>(missing));
        }
    }

    Fact ABSENT = new Absent();

    /** The fact of a field that the application does not submit. */
    static Fact whenAbsent(IfAbsent ifAbsent, FactPath path) {
        if (ifAbsent instanceof IfAbsent.Means means) {
            return new Known(means.value());
        }
        if (ifAbsent instanceof IfAbsent.None) {
            return ABSENT;
        }
        return new Unknown(new TreeSet<>(Set.of(path)));
    }

    default boolean unknown() {
        return this instanceof Unknown;
    }
}
