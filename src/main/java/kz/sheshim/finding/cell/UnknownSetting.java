package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Given;
import kz.sheshim.finding.Suggestion;
import org.jspecify.annotations.Nullable;

/** A setting that does not exist. */
public record UnknownSetting(String given, @Nullable String nearest) implements Defect {
    @Override
    public String message() {
        return Given.shown(given) + " is no setting here and would be ignored. Remove it" + Suggestion.of(nearest)
                + ".";
    }
}
