package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;

/**
 * A cell of a scenario is filled in a row that cannot have it.
 *
 * @see kz.sheshim.scenario.ScenarioDraftReader
 */
public record MisplacedCell(String given, String entities) implements Defect {
    @Override
    public String wrong() {
        return "The row has no scenario id, so it only describes the next of " + entities
                + " of the scenario above. The cell " + Wording.quote(given) + " would not be read.";
    }

    @Override
    public String advice() {
        return "Write a scenario id into the row, or move the cell up to the row of the scenario.";
    }
}
