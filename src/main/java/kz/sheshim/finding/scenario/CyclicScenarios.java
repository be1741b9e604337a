package kz.sheshim.finding.scenario;

import java.util.List;
import kz.sheshim.finding.Defect;

/**
 * Scenarios take over each other's facts.
 *
 * @see kz.sheshim.scenario.ScenarioReader
 */
public record CyclicScenarios(List<String> cycle) implements Defect {
    public CyclicScenarios {
        cycle = List.copyOf(cycle);
    }

    @Override
    public String wrong() {
        return "These scenarios take over each other's facts, so none of them has any: " + String.join(" -> ", cycle)
                + ".";
    }

    @Override
    public String advice() {
        return "Write the facts of one of them in full.";
    }
}
