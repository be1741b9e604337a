package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;
import org.jspecify.annotations.Nullable;

/**
 * A condition cell cannot be read.
 *
 * @see kz.sheshim.policy.reading.ConditionParser
 */
public record MalformedCondition(String given, String reason, @Nullable String nearest) implements Defect {
    @Override
    public String wrong() {
        return "The condition " + Wording.quote(given) + " cannot be read: " + reason + ".";
    }

    @Override
    public String advice() {
        return Wording.suggest(given, nearest, "Correct the cell.");
    }
}
