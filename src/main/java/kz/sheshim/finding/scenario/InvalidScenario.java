package kz.sheshim.finding.scenario;

import kz.sheshim.finding.Defect;

/** A scenario whose facts are no application. */
public record InvalidScenario(String scenario, String fact, String reason) implements Defect {
    @Override
    public String message() {
        return "the facts of the scenario " + scenario + " are no valid application, so nothing could be decided: "
                + fact + " " + reason + ". Write the fact, or name in As in a scenario that has it.";
    }
}
