package kz.sheshim.finding.scenario;

import java.util.List;
import kz.sheshim.finding.Defect;

/** Scenarios that take over each other's facts. */
public record CyclicScenarios(List<String> cycle) implements Defect {
    @Override
    public String message() {
        return "these scenarios take over each other's facts, so none of them has any: " + String.join(" -> ", cycle)
                + ". Write the facts of one of them in full.";
    }
}
