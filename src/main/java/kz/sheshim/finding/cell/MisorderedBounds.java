package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;
import kz.sheshim.vocabulary.Phrase;

/**
 * Two cells that begin and end a period or a range are the wrong way round.
 *
 * @see kz.sheshim.policy.reading.BoundsReader
 * @see kz.sheshim.policy.reading.CalendarReader
 */
public record MisorderedBounds(String first, String second) implements Defect {
    @Override
    public Phrase wrong() {
        return Phrase.of("{0} is not after {1}, so nothing lies between them.", second, first);
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Correct one of the two.");
    }
}
