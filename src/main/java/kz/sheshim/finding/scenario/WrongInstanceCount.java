package kz.sheshim.finding.scenario;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;

/**
 * A scenario states another number of instances than it describes.
 *
 * @see kz.sheshim.scenario.SaidFacts
 */
public record WrongInstanceCount(String entity, String given, int described, int known) implements Defect {
    @Override
    public String wrong() {
        return "The cell says " + Wording.quote(given) + " for the number of " + entity
                + ", but the rows of the scenario describe " + described
                + ", and with those that it takes over there are " + known + ".";
    }

    @Override
    public String advice() {
        return "Write a whole number from " + described + " to " + known + ", or clear the cell.";
    }
}
