package kz.sheshim.finding.table;

import java.util.List;
import kz.sheshim.finding.Defect;

/**
 * Tables and fields need each other's results.
 *
 * @see kz.sheshim.policy.reading.RulesetReader
 */
public record CyclicTables(List<String> cycle) implements Defect {
    public CyclicTables {
        cycle = List.copyOf(cycle);
    }

    @Override
    public String wrong() {
        return "These tables and fields need each other's results, so none of them can be evaluated first: "
                + String.join(" -> ", cycle) + ".";
    }

    @Override
    public String advice() {
        return "Let one of them read only what the application says.";
    }
}
