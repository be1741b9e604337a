package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Given;
import kz.sheshim.finding.Suggestion;
import org.jspecify.annotations.Nullable;

/** A condition cell that cannot be read. */
public record MalformedCondition(String given, String reason, @Nullable String nearest) implements Defect {
    @Override
    public String message() {
        return "the condition \"" + Given.shown(given) + "\" cannot be read: " + reason + Suggestion.of(nearest) + ".";
    }
}
