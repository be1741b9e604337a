package kz.sheshim.engine;

import java.util.function.Function;
import java.util.function.Predicate;
import kz.sheshim.engine.index.Candidates;
import kz.sheshim.facts.Facts;
import kz.sheshim.table.DecisionTable;

/** Rule bases that differ from another one. */
public final class RuleBaseFixture {
    private RuleBaseFixture() {}

    /** The same rules, with other sessions; it cannot be closed, since others use the rules too. */
    public static RuleBase with(RuleBase rules, Function<RuleBase.Session, RuleBase.Session> change) {
        return new RuleBase() {
            @Override
            public Session open(Facts facts, Deadline deadline) {
                return change.apply(rules.open(facts, deadline));
            }

            @Override
            public void close() {}
        };
    }

    /** The same rules, that do something before each decision; closing them closes the others. */
    public static RuleBase before(RuleBase rules, Runnable decision) {
        return new RuleBase() {
            @Override
            public Session open(Facts facts, Deadline deadline) {
                decision.run();
                return rules.open(facts, deadline);
            }

            @Override
            public void close() {
                rules.close();
            }
        };
    }

    /** The same rules, but those of some tables never fire. */
    public static RuleBase without(RuleBase rules, Predicate<DecisionTable> tables) {
        return with(rules, session -> new ForwardingSessionFixture(session) {
            @Override
            public void confirm(DecisionTable table, Candidates candidates, int from, int to) {
                if (!tables.test(table)) {
                    super.confirm(table, candidates, from, to);
                }
            }
        });
    }
}
