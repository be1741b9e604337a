package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;
import kz.sheshim.vocabulary.Phrase;

/**
 * A cell of a scenario is filled in a row that cannot have it.
 *
 * @see kz.sheshim.scenario.ScenarioDraftReader
 */
public record MisplacedCell(String given, String entities) implements Defect {
    @Override
    public Phrase wrong() {
        return Phrase.of(
                "The row has no scenario id, so it only describes the next of {0} of the scenario above. The cell {1} would not be read.",
                entities, Wording.quote(given));
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Write a scenario id into the row, or move the cell up to the row of the scenario.");
    }
}
