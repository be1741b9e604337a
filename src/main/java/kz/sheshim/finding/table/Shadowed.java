package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Severity;
import kz.sheshim.vocabulary.Phrase;

/**
 * A rule of a FIRST table never decides, because earlier rules match whenever it does.
 *
 * @param by the earlier rules
 * @param open whether the rule can still be open while facts are not known
 * @see kz.sheshim.analysis.ShadowsAndGaps
 */
public record Shadowed(Phrase situation, Phrase by, boolean open) implements Defect {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Phrase wrong() {
        return open
                ? Phrase.of(
                        "The rule never decides, because an earlier rule matches whenever this one does: {0}. For example: {1}. The rule can only be open, beside the earlier ones, while a fact is not yet known.",
                        by, situation)
                : Phrase.of(
                        "The rule never decides, because an earlier rule matches whenever this one does: {0}. For example: {1}.",
                        by, situation);
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Move it up if it is meant to come first, or remove it.");
    }
}
