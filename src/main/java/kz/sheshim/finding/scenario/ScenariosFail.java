package kz.sheshim.finding.scenario;

import java.util.ArrayList;
import java.util.List;
import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;
import kz.sheshim.vocabulary.Phrase;

/**
 * Several scenarios fail for one reason: a rule that matches, or a table in which no rule matches.
 *
 * @param scenarios the ids of all of them
 * @param rule a rule matches, else none of the table does
 * @param causes what is said of the rule that is nearest to matching, and of what the rules read
 * @param example what is wrong with the first of them
 * @see kz.sheshim.scenario.Causes
 */
public record ScenariosFail(List<String> scenarios, boolean rule, List<Phrase> causes, Phrase example)
        implements Defect {
    public ScenariosFail {
        scenarios = List.copyOf(scenarios);
        causes = List.copyOf(causes);
    }

    @Override
    public Phrase wrong() {
        List<Phrase> all = new ArrayList<>();
        all.add(
                rule
                        ? Phrase.of(
                                "{0} scenarios fail in which this rule matches: {1}.",
                                scenarios.size(), Wording.listed(scenarios))
                        : Phrase.of(
                                "{0} scenarios fail in which no rule of this table matches: {1}.",
                                scenarios.size(), Wording.listed(scenarios)));
        all.addAll(causes);
        all.add(example);
        return Phrase.joined(" ", all);
    }

    @Override
    public Phrase advice() {
        return rule
                ? Phrase.of("Correct the rule. If the law means something else, correct the scenarios.")
                : Phrase.of(
                        "Correct the rule that should match, or restore it if it was removed. If the law means something else, correct the scenarios.");
    }
}
