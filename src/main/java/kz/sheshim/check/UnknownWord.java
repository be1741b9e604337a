package kz.sheshim.check;

import org.jspecify.annotations.Nullable;

/** A word where only certain words can stand. */
public record UnknownWord(String given, String expected, @Nullable String nearest) implements Defect {
    @Override
    public String message() {
        return Given.shown(given) + " is not " + expected + Suggestion.of(nearest) + ".";
    }
}
