package kz.sheshim.vocabulary;

import org.jspecify.annotations.Nullable;

/** An application submits a value that is not of the field's type. */
public final class NotOfType extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Phrase expected;
    private final @Nullable String nearest;

    NotOfType(Phrase expected, @Nullable String nearest) {
        super(expected.toString());
        this.expected = expected;
        this.nearest = nearest;
    }

    /** What it should be, as it reads after "is not". */
    public Phrase expected() {
        return expected;
    }

    /** The value of the type that may have been meant. */
    public @Nullable String nearest() {
        return nearest;
    }
}
