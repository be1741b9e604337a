package kz.sheshim.finding.scenario;

import java.util.List;
import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;
import kz.sheshim.vocabulary.Phrase;

/**
 * Scenarios expect something that no rule of any table gives, or that a fact is missing which no rule reads.
 *
 * @param what the part of the verdict
 * @param isRead it is a fact, which rules read and do not give
 * @param scenarios the ids of all of them
 * @see kz.sheshim.scenario.Causes
 */
public record NobodyGives(String what, String name, boolean isRead, List<String> scenarios) implements Defect {
    public NobodyGives {
        scenarios = List.copyOf(scenarios);
    }

    @Override
    public Phrase wrong() {
        if (isRead) {
            return Phrase.of(
                    "No rule reads {0}, on which these scenarios depend: {1}.", name, Wording.listed(scenarios));
        }
        return Phrase.of(
                "No rule gives {0}, which is expected of the {1} in {2}.",
                Wording.quote(name), what, Wording.listed(scenarios));
    }

    @Override
    public Phrase advice() {
        if (isRead) {
            return Phrase.of(
                    "Write the rule that reads it, or restore it if it was removed. If the law means something else, correct the scenarios.");
        }
        return Phrase.of(
                "Write the rule that gives it, or restore it if it was removed. If the law means something else, correct the scenarios.");
    }
}
