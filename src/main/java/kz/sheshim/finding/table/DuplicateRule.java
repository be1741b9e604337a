package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Severity;
import kz.sheshim.vocabulary.Phrase;

/**
 * Two rules match the same cases and conclude the same.
 *
 * @see kz.sheshim.analysis.RulePairs
 */
public record DuplicateRule(String other, Severity severity) implements Defect {
    @Override
    public Phrase wrong() {
        return severity == Severity.ERROR
                ? Phrase.of(
                        "The rule matches the same cases as rule {0} and concludes the same. A UNIQUE table allows one match, so such an application cannot be decided.",
                        other)
                : Phrase.of(
                        "The rule matches the same cases as rule {0} and concludes the same. When one of them is changed, the other may be forgotten.",
                        other);
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Remove one of them.");
    }
}
