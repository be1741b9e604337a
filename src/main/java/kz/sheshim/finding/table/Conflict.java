package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;
import kz.sheshim.vocabulary.Phrase;

/**
 * Two rules give one case two values where only one is possible.
 *
 * @see kz.sheshim.analysis.RulePairs
 */
public record Conflict(Phrase situation, Phrase gives, Phrase cells, String other, Phrase otherGives, Phrase otherCells)
        implements Defect {
    @Override
    public Phrase wrong() {
        return Phrase.of(
                "This rule [{0}] gives {1}, and rule {2} [{3}] gives {4}. Both match this case: {5}. Only one value is possible, so such an application cannot be decided.",
                cells, gives, other, otherCells, otherGives, situation);
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Narrow one of the two rules.");
    }
}
