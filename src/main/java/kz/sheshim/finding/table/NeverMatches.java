package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Severity;
import kz.sheshim.vocabulary.Phrase;

/**
 * No application can match a rule.
 *
 * @see kz.sheshim.analysis.TableAnalysis
 */
public record NeverMatches(Phrase reason) implements Defect {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Phrase wrong() {
        return Phrase.of("No application can ever match the rule: {0}.", reason);
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Correct the cell, or remove the rule.");
    }
}
