package kz.sheshim.facts;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** What is known of one field: its value, that it is absent, or that it is not yet known. */
public sealed interface Fact {

    /** A value of the field's type: String, Boolean, Long, BigDecimal, LocalDate, OffsetDateTime or a List of String. */
    record Known(Object value) implements Fact {}

    /** Known not to be there. */
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

    default boolean unknown() {
        return this instanceof Unknown;
    }
}
