package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.workbook.Address;

/**
 * Two cells of a row cannot be read, and both could be if they changed places.
 *
 * @param given what the first one says
 * @param other the place of the second one
 * @see kz.sheshim.policy.reading.Corrections
 */
public record ExchangedCells(String given, String second, Address other) implements Defect {
    @Override
    public Phrase wrong() {
        return Phrase.of(
                "{0} cannot be read here, nor can {1} at {2}, but each could be in the place of the other.",
                Wording.quote(given), Wording.quote(second), other);
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Exchange the two cells.");
    }
}
