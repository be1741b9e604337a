package kz.sheshim.finding.scenario;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;

/**
 * The compiled policy decides a scenario differently than its rows do, evaluated one by one.
 *
 * @see kz.sheshim.scenario.ReferenceCheck
 */
public record EnginesDisagree(String scenario) implements Defect {
    @Override
    public String wrong() {
        return "The compiled policy gives the scenario " + Wording.quote(scenario)
                + " another verdict than its rows, evaluated one by one. This is a fault of Sheshim, not of the workbooks.";
    }

    @Override
    public String advice() {
        return "Do not put this policy in force, and report the fault.";
    }
}
