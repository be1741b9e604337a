package kz.sheshim.finding.scenario;

import java.util.List;
import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;
import kz.sheshim.vocabulary.Phrase;

/**
 * Scenarios fail that would all pass if one cell said something else: the first or last day of a rule, or an expression.
 *
 * @param column the heading of the cell
 * @param given what the cell says; empty if it is blank
 * @param meant what it would have to say
 * @param scenarios the ids of those that fail
 * @param example what is wrong with the first of them
 * @see kz.sheshim.scenario.Repairs
 */
public record CellAgainstScenarios(String column, String given, String meant, List<String> scenarios, Phrase example)
        implements Defect {
    public CellAgainstScenarios {
        scenarios = List.copyOf(scenarios);
    }

    @Override
    public Phrase wrong() {
        Phrase said = given.isEmpty()
                ? Phrase.of("{0} is blank.", column)
                : Phrase.of("{0} says {1}.", column, Wording.quote(given));
        Phrase failing = scenarios.size() == 1
                ? example
                : Phrase.of(
                        "{0} scenarios fail because of it: {1}. {2}",
                        scenarios.size(), Wording.listed(scenarios), example);
        return Phrase.joined(" ", List.of(said, failing));
    }

    @Override
    public Phrase advice() {
        return Phrase.of(
                "Did you mean {0}? Then the scenarios would pass. If the cell is right, correct the scenarios.",
                Wording.quote(meant));
    }
}
