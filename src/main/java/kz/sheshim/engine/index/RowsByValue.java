package kz.sheshim.engine.index;

import org.jspecify.annotations.Nullable;

/** The rows whose condition on a field holds for a value of it. */
interface RowsByValue {

    /** For null: for an absent fact. */
    long[] of(@Nullable Object value);
}
