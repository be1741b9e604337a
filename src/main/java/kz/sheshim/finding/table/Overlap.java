package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;
import kz.sheshim.vocabulary.Phrase;

/**
 * Two rules of a UNIQUE table match the same case.
 *
 * @param same whether both rules conclude the same
 * @see kz.sheshim.analysis.RulePairs
 */
public record Overlap(Phrase situation, Phrase cells, String other, Phrase otherCells, boolean same) implements Defect {
    @Override
    public Phrase wrong() {
        return Phrase.of(
                "This rule [{0}] and rule {1} [{2}] both match this case: {3}. A UNIQUE table allows one match, so such an application cannot be decided.",
                cells, other, otherCells, situation);
    }

    @Override
    public Phrase advice() {
        return same
                ? Phrase.of("They conclude the same: join them, or narrow one of them.")
                : Phrase.of("Narrow one of them.");
    }
}
