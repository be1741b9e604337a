package kz.sheshim.finding.name;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Given;
import kz.sheshim.finding.Suggestion;
import org.jspecify.annotations.Nullable;

/** A column bound to a field that the vocabulary does not have. */
public record UnknownBinding(String given, @Nullable String nearest) implements Defect {
    @Override
    public String message() {
        return Given.shown(given)
                + " is not a field of the vocabulary, so it cannot be read. Write a field of the sheet Fields, or clear the cell"
                + Suggestion.of(nearest) + ".";
    }
}
