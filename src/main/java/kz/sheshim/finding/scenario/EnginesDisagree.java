package kz.sheshim.finding.scenario;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Given;

/** The service would decide a scenario otherwise than its rows say, taken one by one. */
public record EnginesDisagree(String scenario) implements Defect {
    @Override
    public String message() {
        return Given.shown(scenario)
                + " gets another verdict from the service than from its rows, compiled one by one: a fault of the service, not of the workbooks. Do not put this policy in force, and report it.";
    }
}
