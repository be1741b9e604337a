package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Severity;

/** A rule for which there is no case. */
public record NeverMatches(String reason) implements Defect {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String message() {
        return "no application can ever match the rule: " + reason + ". Correct the cell, or remove the rule.";
    }
}
