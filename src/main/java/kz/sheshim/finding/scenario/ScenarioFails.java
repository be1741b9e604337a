package kz.sheshim.finding.scenario;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;

/**
 * The rules decide a scenario differently than it expects.
 *
 * @param cause the likely cause, in sentences; may be the empty text
 * @see kz.sheshim.scenario.ScenarioRun
 */
public record ScenarioFails(String scenario, String what, String expected, String actual, String cause)
        implements Defect {
    public ScenarioFails(String scenario, String what, String expected, String actual) {
        this(scenario, what, expected, actual, "");
    }

    /** The same with its likely cause, in sentences. */
    public ScenarioFails because(String likely) {
        return new ScenarioFails(scenario, what, expected, actual, likely);
    }

    @Override
    public String wrong() {
        return "The scenario " + Wording.quote(scenario) + " expects the " + what + ": " + expected
                + ". The rules give: " + actual + "." + (cause.isEmpty() ? "" : " " + cause.strip());
    }

    @Override
    public String advice() {
        return "Correct the rule, or the scenario if the law means something else.";
    }
}
