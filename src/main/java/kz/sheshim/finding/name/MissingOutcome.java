package kz.sheshim.finding.name;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;
import org.jspecify.annotations.Nullable;

/**
 * No outcome is reached by an effect, by "no ground" or by "open rule".
 *
 * @see kz.sheshim.policy.reading.CatalogueReader
 */
public record MissingOutcome(String how, @Nullable String nearest) implements Defect {
    @Override
    public String wrong() {
        return "No outcome is reached by " + Wording.quote(how) + ", so some applications would have no outcome.";
    }

    @Override
    public String advice() {
        return Wording.suggest(
                how, nearest, "Add a row to the sheet Outcomes that says " + Wording.quote(how) + " in Reached by.");
    }
}
