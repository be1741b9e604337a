package kz.sheshim.engine;

import kz.sheshim.facts.FactLayout;
import kz.sheshim.facts.Facts;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.verdict.Verdict;

/**
 * The second opinion: decides by reading every row of a table in plain Java, without an index and without compiled rows. Only the fields that rules/*.drl derive come from the compiled
 * rules.
 */
public final class Reference {
    private final PreparedPolicy policy;
    private final RuleBase rules;

    Reference(PreparedPolicy policy, RuleBase rules) {
        this.policy = policy;
        this.rules = rules;
    }

    /** The reference of a ruleset whose rule files are those of the compiled rules. */
    public static Reference of(Ruleset ruleset, RuleBase rules) {
        return new Reference(new PreparedPolicy(ruleset, new FactLayout(ruleset.vocabulary())), rules);
    }

    /**
     * The verdict on the facts, which are left as they are.
     *
     * @throws RulesConflict if rules that hold contradict each other
     */
    public Verdict decide(Facts facts) {
        Facts growing = facts.copy();
        try (RuleBase.Session session = rules.open(growing, Deadline.NONE)) {
            return new Evaluation(policy, growing, session, new PlainRows(), Deadline.NONE).verdict();
        }
    }
}
