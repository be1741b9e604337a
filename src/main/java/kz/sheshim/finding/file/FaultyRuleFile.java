package kz.sheshim.finding.file;

import kz.sheshim.finding.Defect;

/** A rule file that does not compile. */
public record FaultyRuleFile(String reason) implements Defect {
    @Override
    public String message() {
        return "the rule file cannot be compiled: " + reason;
    }
}
