package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;

/**
 * A column is bound to something that its table or sheet cannot have.
 *
 * @see kz.sheshim.policy.reading.TableColumns
 * @see kz.sheshim.scenario.ScenarioColumns
 */
public record MisplacedBinding(String given, String reason) implements Defect {
    @Override
    public String wrong() {
        return Wording.quote(given) + " cannot be bound here: " + reason + ".";
    }

    @Override
    public String advice() {
        return "Change the binding, or clear the cell.";
    }
}
