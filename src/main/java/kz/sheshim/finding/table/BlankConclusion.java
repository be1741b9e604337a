package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;
import kz.sheshim.vocabulary.Phrase;

/**
 * A rule concludes nothing.
 *
 * @see kz.sheshim.policy.reading.ConclusionReader
 */
public record BlankConclusion(Phrase what) implements Defect {
    @Override
    public Phrase wrong() {
        return Phrase.of("The cell is blank, so the rule would conclude nothing when it matches.");
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Write {0}, or remove the rule.", what);
    }
}
