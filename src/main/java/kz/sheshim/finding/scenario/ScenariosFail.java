package kz.sheshim.finding.scenario;

import java.util.ArrayList;
import java.util.List;
import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;
import kz.sheshim.vocabulary.Phrase;

/**
 * Several scenarios fail for one reason: a rule that matches or is open, or a table in which no rule matches.
 *
 * @param scenarios the ids of all of them
 * @param causes what is said of the rule that is nearest to matching, and of what the rules read
 * @param example what is wrong with the first of them
 * @see kz.sheshim.scenario.Causes
 */
public record ScenariosFail(List<String> scenarios, Reason reason, List<Phrase> causes, Phrase example)
        implements Defect {
    /** What the scenarios have in common. */
    public enum Reason {
        RULE_MATCHES,
        RULE_IS_OPEN,
        NO_RULE_MATCHES
    }

    public ScenariosFail {
        scenarios = List.copyOf(scenarios);
        causes = List.copyOf(causes);
    }

    @Override
    public Phrase wrong() {
        List<Phrase> all = new ArrayList<>();
        all.add(
                switch (reason) {
                    case RULE_MATCHES ->
                        Phrase.of(
                                "{0} scenarios fail in which this rule matches: {1}.",
                                scenarios.size(), Wording.listed(scenarios));
                    case RULE_IS_OPEN ->
                        Phrase.of(
                                "{0} scenarios fail in which this rule is open: {1}.",
                                scenarios.size(), Wording.listed(scenarios));
                    case NO_RULE_MATCHES ->
                        Phrase.of(
                                "{0} scenarios fail in which no rule of this table matches: {1}.",
                                scenarios.size(), Wording.listed(scenarios));
                });
        all.addAll(causes);
        all.add(example);
        return Phrase.joined(" ", all);
    }

    @Override
    public Phrase advice() {
        return switch (reason) {
            case RULE_MATCHES -> Phrase.of("Correct the rule. If the law means something else, correct the scenarios.");
            case RULE_IS_OPEN ->
                Phrase.of(
                        "If the rule is right, write the fact into the scenarios, or into the one that they begin with (As in). If not, correct the rule.");
            case NO_RULE_MATCHES ->
                Phrase.of(
                        "Correct the rule that should match, or restore it if it was removed. If the law means something else, correct the scenarios.");
        };
    }
}
