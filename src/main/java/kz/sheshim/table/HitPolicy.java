package kz.sheshim.table;

import java.util.Locale;

/** Which of the matching rules of a table count (DMN 1.5, section 8.2.8). */
public enum HitPolicy {
    /** At most one rule matches. */
    UNIQUE,
    /** The first matching rule, in the order of the rows. */
    FIRST,
    /** All of them. */
    COLLECT;

    /** The hit policy in words: the name in lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
