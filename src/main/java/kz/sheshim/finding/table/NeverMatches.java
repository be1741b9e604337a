package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Severity;

/**
 * No application can match a rule.
 *
 * @see kz.sheshim.analysis.TableAnalysis
 */
public record NeverMatches(String reason) implements Defect {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String wrong() {
        return "No application can ever match the rule: " + reason + ".";
    }

    @Override
    public String advice() {
        return "Correct the cell, or remove the rule.";
    }
}
