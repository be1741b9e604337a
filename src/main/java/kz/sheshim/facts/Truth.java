package kz.sheshim.facts;

/** Kleene's three truth values. */
public enum Truth {
    FALSE,
    UNKNOWN,
    TRUE;

    public static Truth of(boolean value) {
        return value ? TRUE : FALSE;
    }

    public Truth and(Truth other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Truth not() {
        return values()[2 - ordinal()];
    }
}
