package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Severity;

/**
 * Two rules match the same cases and conclude the same.
 *
 * @see kz.sheshim.analysis.RulePairs
 */
public record DuplicateRule(String other, Severity severity) implements Defect {
    @Override
    public String wrong() {
        return "The rule matches the same cases as rule " + other + " and concludes the same."
                + (severity == Severity.ERROR
                        ? " A UNIQUE table allows one match, so such an application cannot be decided."
                        : " When one of them is changed, the other may be forgotten.");
    }

    @Override
    public String advice() {
        return "Remove one of them.";
    }
}
