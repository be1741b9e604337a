package kz.sheshim.decision;

import kz.sheshim.facts.Facts;
import kz.sheshim.ruleset.Ruleset;

/** Finds verdicts by one ruleset; any number of threads may ask. */
public final class Evaluator {
    private final Ruleset ruleset;
    private final RuleBase ruleBase;

    public Evaluator(Ruleset ruleset, RuleBase ruleBase) {
        this.ruleset = ruleset;
        this.ruleBase = ruleBase;
    }

    public Ruleset ruleset() {
        return ruleset;
    }

    /**
     * The verdict on the facts; states the derived facts among them.
     *
     * @throws RulesConflict if rules that hold contradict each other
     */
    public Verdict evaluate(Facts facts) {
        try (RuleBase.Session session = ruleBase.open(facts)) {
            return new Evaluation(ruleset, facts, session).verdict();
        }
    }
}
