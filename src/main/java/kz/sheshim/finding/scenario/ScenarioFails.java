package kz.sheshim.finding.scenario;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;

/**
 * The rules decide a scenario differently than it expects.
 *
 * @see kz.sheshim.scenario.ScenarioRun
 */
public record ScenarioFails(String scenario, String what, String expected, String actual) implements Defect {
    @Override
    public String wrong() {
        return "The scenario " + Wording.quote(scenario) + " expects the " + what + ": " + expected
                + ". The rules give: " + actual + ".";
    }

    @Override
    public String advice() {
        return "Correct the rule, or the scenario if the law means something else.";
    }
}
