package kz.sheshim.finding.name;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Given;
import kz.sheshim.finding.Suggestion;
import org.jspecify.annotations.Nullable;

/** A placeholder in a text that is never replaced. */
public record UnknownPlaceholder(String given, @Nullable String nearest) implements Defect {
    @Override
    public String message() {
        return "nothing is ever put in the place of " + Given.shown(given)
                + " here, so applicants would read it as it stands. Grounds and notices may say {subject}, receipts what src/docs/workbook-format.md lists, other texts nothing in braces"
                + Suggestion.of(nearest) + ".";
    }
}
