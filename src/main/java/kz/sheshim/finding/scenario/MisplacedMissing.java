package kz.sheshim.finding.scenario;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;
import kz.sheshim.vocabulary.Phrase;

/**
 * A scenario says "missing" for a field whose absence does not mean that there is none.
 *
 * @see kz.sheshim.scenario.SaidFacts
 */
public record MisplacedMissing(String insteadWrite) implements Defect {
    @Override
    public Phrase wrong() {
        return Phrase.of(
                "\"missing\" cannot be used for this field, because its If absent on the sheet Fields is not none.");
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Write {0}.", Wording.quote(insteadWrite));
    }
}
