package kz.sheshim.finding.scenario;

import kz.sheshim.finding.Defect;

/** A worked example that the rules decide otherwise. */
public record ScenarioFails(String scenario, String what, String expected, String actual) implements Defect {
    @Override
    public String message() {
        return "the scenario " + scenario + " expects the " + what + ": " + expected + ", but the rules give: " + actual
                + ". Correct the rule, or the scenario if the law is meant otherwise.";
    }
}
