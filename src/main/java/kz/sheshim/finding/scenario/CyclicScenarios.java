package kz.sheshim.finding.scenario;

import java.util.List;
import kz.sheshim.finding.Defect;
import kz.sheshim.vocabulary.Phrase;

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
    public Phrase wrong() {
        return Phrase.of(
                "These scenarios take over each other's facts, so none of them has any: {0}.",
                String.join(" -> ", cycle));
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Write the facts of one of them in full.");
    }
}
