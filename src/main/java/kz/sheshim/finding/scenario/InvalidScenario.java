package kz.sheshim.finding.scenario;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;

/**
 * The facts of a scenario are not a valid application.
 *
 * @see kz.sheshim.scenario.SaidFacts
 */
public record InvalidScenario(String scenario, String fact, String reason) implements Defect {
    @Override
    public String wrong() {
        return "The facts of the scenario " + Wording.quote(scenario)
                + " are not a valid application, so it cannot be decided: " + fact + " " + reason + ".";
    }

    @Override
    public String advice() {
        return "Write the fact, or name a scenario that has it in As in.";
    }
}
