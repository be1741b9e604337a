package kz.sheshim.engine.index;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A set of rows for each of some values, in an open hash table with much room, since this is what deciding does most. */
final class ValuePostings {
    private static final int ROOM = 4;

    private final @Nullable Object[] named;
    private final long[][] rows;

    ValuePostings(Map<Object, long[]> sets) {
        int places = Integer.highestOneBit(Math.max(1, sets.size())) * 2 * ROOM;
        named = new Object[places];
        rows = new long[places][];
        sets.forEach((value, set) -> {
            int place = place(value);
            named[place] = value;
            rows[place] = set;
        });
    }

    /** Where the value stands, or would. */
    private int place(Object value) {
        int hash = value.hashCode();
        int place = (hash ^ hash >>> 16) & named.length - 1;
        for (Object there = named[place]; there != null; there = named[place]) {
            if (there == value || there.equals(value)) {
                return place;
            }
            place = place + 1 & named.length - 1;
        }
        return place;
    }

    /** The rows of the value; null for one that is not among those. */
    long @Nullable [] of(Object value) {
        return rows[place(value)];
    }
}
