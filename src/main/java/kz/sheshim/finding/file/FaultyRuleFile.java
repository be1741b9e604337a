package kz.sheshim.finding.file;

import kz.sheshim.finding.Defect;

/**
 * A rule file cannot be used.
 *
 * @param reason what is wrong, as a clause with its full stop
 * @see kz.sheshim.adapter.drools.DroolsCompiler
 * @see kz.sheshim.policy.reading.SortedFiles
 */
public record FaultyRuleFile(String reason) implements Defect {
    @Override
    public String wrong() {
        return "The rule file cannot be used: " + reason;
    }

    @Override
    public String advice() {
        return "Correct the rule file, or what the vocabulary says about its fields.";
    }
}
