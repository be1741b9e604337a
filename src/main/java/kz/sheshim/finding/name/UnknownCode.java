package kz.sheshim.finding.name;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Given;
import kz.sheshim.finding.Suggestion;
import org.jspecify.annotations.Nullable;

/** A code that its list does not have. */
public record UnknownCode(String given, String list, @Nullable String nearest) implements Defect {
    @Override
    public String message() {
        return Given.shown(given) + " is not a code of the list " + list
                + ", so no application could ever say it. Add it to the list" + Suggestion.of(nearest) + ".";
    }
}
