package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Severity;

/** A rule that says the same as another. */
public record DuplicateRule(String other, Severity severity) implements Defect {
    @Override
    public String message() {
        return "the rule matches the same cases as rule " + other + " and concludes the same"
                + (severity == Severity.ERROR
                        ? "; a UNIQUE table allows one match, so such an application cannot be decided. Remove it."
                        : "; whoever changes one may forget the other. Remove it.");
    }
}
