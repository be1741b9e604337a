package kz.sheshim.finding.table;

import java.util.List;
import kz.sheshim.finding.Defect;

/** Tables and fields that need each other's results. */
public record CyclicTables(List<String> cycle) implements Defect {
    @Override
    public String message() {
        return "these need each other's results, so none can be first: " + String.join(" -> ", cycle)
                + ". Let one of them read only what the application says.";
    }
}
