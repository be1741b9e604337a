package kz.sheshim.finding.scenario;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;
import kz.sheshim.vocabulary.Phrase;

/**
 * A scenario states another number of instances than it describes.
 *
 * @see kz.sheshim.scenario.SaidFacts
 */
public record WrongInstanceCount(String entity, String given, int described, int known) implements Defect {
    @Override
    public Phrase wrong() {
        return Phrase.of(
                "The cell says {0} for the number of {1}, but the rows of the scenario describe {2}, and with those that it takes over there are {3}.",
                Wording.quote(given), entity, described, known);
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Write a whole number from {0} to {1}, or clear the cell.", described, known);
    }
}
