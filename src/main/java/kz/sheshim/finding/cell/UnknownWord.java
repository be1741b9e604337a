package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Given;
import kz.sheshim.finding.Suggestion;
import org.jspecify.annotations.Nullable;

/** A word where only certain words can stand. */
public record UnknownWord(String given, String expected, @Nullable String nearest) implements Defect {
    @Override
    public String message() {
        return Given.shown(given) + " is not " + expected + Suggestion.of(nearest) + ".";
    }
}
