package kz.sheshim.check;

import org.jspecify.annotations.Nullable;

/** Ends a sentence with the name that was perhaps meant. */
final class Suggestion {
    private Suggestion() {}

    static String of(@Nullable String nearest) {
        return nearest == null ? "" : " (did you mean " + nearest + "?)";
    }
}
