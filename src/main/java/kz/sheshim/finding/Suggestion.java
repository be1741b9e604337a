package kz.sheshim.finding;

import org.jspecify.annotations.Nullable;

/** Ends a sentence with the name that was perhaps meant. */
public final class Suggestion {
    private Suggestion() {}

    public static String of(@Nullable String nearest) {
        return nearest == null ? "" : " (did you mean " + nearest + "?)";
    }
}
