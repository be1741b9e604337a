package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;
import kz.sheshim.vocabulary.Phrase;

/**
 * A cell that must contain something is blank.
 *
 * @see kz.sheshim.policy.reading.HeadedSheet
 */
public record BlankCell(Phrase what) implements Defect {
    @Override
    public Phrase wrong() {
        return Phrase.of("The cell is blank, but it must contain {0}.", what);
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Fill it in.");
    }
}
