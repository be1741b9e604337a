package kz.sheshim.engine;

import java.util.function.IntConsumer;
import kz.sheshim.engine.index.Found;
import kz.sheshim.facts.FactPath;
import kz.sheshim.facts.Facts;
import kz.sheshim.facts.Truth;
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
            public void match(DecisionTable table, Found found) {
                RowRules.match(table, facts, found);
            }
        };
    }

    @Override
    public void close() {
        derivations.close();
    }

    /** Finds the rules of the table that are not ruled out, by instance and in the order of the rows. */
    public static void match(DecisionTable table, Facts facts, Found found) {
        int[] indexes = table.forEach() == null
                ? new int[] {FactPath.ONCE}
                : facts.indexes(table.forEach()).toArray();
        for (int index : indexes) {
            for (int row = 0; row < table.rules().size(); row++) {
                Truth truth = RowReading.of(table, table.rules().get(row), facts, index)
                        .truth();
                if (truth != Truth.FALSE) {
                    found.row(row, index, truth == Truth.TRUE);
                }
            }
        }
    }
}
