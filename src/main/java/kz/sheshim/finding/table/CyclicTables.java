package kz.sheshim.finding.table;

import java.util.List;
import kz.sheshim.finding.Defect;
import kz.sheshim.vocabulary.Phrase;

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
    public Phrase wrong() {
        return Phrase.of(
                "These tables and fields need each other's results, so none of them can be evaluated first: {0}.",
                String.join(" -> ", cycle));
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Let one of them read only what the application says.");
    }
}
