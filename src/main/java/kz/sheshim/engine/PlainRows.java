package kz.sheshim.engine;

import kz.sheshim.engine.index.Candidates;
import kz.sheshim.facts.FactPath;
import kz.sheshim.facts.Facts;
import kz.sheshim.facts.Truth;
import kz.sheshim.table.DecisionTable;

/** Reads every row of a table in plain Java: no index, no compiled rules. The reference that these are compared with. */
final class PlainRows implements Rows {
    @Override
    public void match(PreparedTable table, Facts facts, Candidates candidates) {
        match(table.table(), facts, candidates);
    }

    static void match(DecisionTable table, Facts facts, Candidates candidates) {
        candidates.clear();
        int instances = table.forEach() == null ? 1 : facts.instances(table.forEach());
        for (int each = 0; each < instances; each++) {
            int instance = table.forEach() == null ? FactPath.ONCE : each;
            for (int row = 0; row < table.rules().size(); row++) {
                Truth truth = RuleReading.of(table, table.rules().get(row), facts, instance)
                        .truth();
                if (truth != Truth.FALSE) {
                    candidates.propose(row, instance, truth == Truth.TRUE);
                    candidates.confirm(candidates.size() - 1, truth == Truth.TRUE);
                }
            }
        }
    }
}
