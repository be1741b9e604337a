package kz.sheshim.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import kz.sheshim.facts.FactPath;
import kz.sheshim.facts.Facts;
import kz.sheshim.facts.Truth;
import kz.sheshim.ruleset.Plan;
import kz.sheshim.table.DecisionTable;

/**
 * Matches the rows of tables in plain Java, instead of the compiled rules; only what rules/*.drl derive still comes from these. A second opinion on the
 * compiled rules, slower than they are.
 */
public final class RowRules implements RuleBase {
    private final RuleBase derivations;

    public RowRules(RuleBase derivations) {
        this.derivations = derivations;
    }

    @Override
    public Session open(Facts facts) {
        return new ForwardingSession(derivations.open(facts)) {
            @Override
            public void run(Plan.Part part, IntConsumer examine) {
                Session.inOrder(part, examine);
            }

            @Override
            public List<Candidate> match(DecisionTable table) {
                return RowRules.match(table, facts);
            }
        };
    }

    @Override
    public void close() {
        derivations.close();
    }

    /** The rules of the table that are not ruled out. */
    public static List<Session.Candidate> match(DecisionTable table, Facts facts) {
        List<Session.Candidate> candidates = new ArrayList<>();
        int[] indexes = table.forEach() == null
                ? new int[] {FactPath.ONCE}
                : facts.indexes(table.forEach()).toArray();
        for (int index : indexes) {
            for (int row = 0; row < table.rules().size(); row++) {
                Truth truth = RowReading.of(table, table.rules().get(row), facts, index)
                        .truth();
                if (truth != Truth.FALSE) {
                    candidates.add(new Session.Candidate(row, index, truth == Truth.TRUE));
                }
            }
        }
        return candidates;
    }
}
