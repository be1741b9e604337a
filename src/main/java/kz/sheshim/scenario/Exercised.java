package kz.sheshim.scenario;

import java.util.HashSet;
import java.util.Set;
import kz.sheshim.engine.Trace;
import kz.sheshim.engine.Trace.TracedRule;
import kz.sheshim.facts.Truth;
import kz.sheshim.table.RuleId;

/** What traces of scenarios show of the cells of rules: where a rule holds, and where a single cell keeps it from holding. */
final class Exercised {

    /**
     * A condition cell of a rule.
     *
     * @param place its place among the rule's conditions
     */
    record ConditionCell(RuleId rule, int place) {}

    private final Set<RuleId> holding = new HashSet<>();
    private final Set<ConditionCell> alone = new HashSet<>();

    void add(Trace trace) {
        for (Trace.TracedTable table : trace.tables()) {
            for (TracedRule rule : table.rules()) {
                if (rule.inForce() == Truth.TRUE) {
                    add(rule);
                }
            }
        }
    }

    private void add(TracedRule traced) {
        int others = 0;
        int failing = -1;
        for (int place = 0; place < traced.cells().size(); place++) {
            Truth truth = traced.cells().get(place);
            if (truth == Truth.FALSE) {
                failing = place;
            }
            others += truth == Truth.TRUE ? 0 : 1;
        }
        if (others == 0) {
            holding.add(traced.rule().id());
        } else if (others == 1 && failing >= 0) {
            alone.add(new ConditionCell(traced.rule().id(), failing));
        }
    }

    /** In some scenario all cells of the row hold, and in some scenario all but this one, which is false. */
    boolean decisive(ConditionCell cell) {
        return holding.contains(cell.rule()) && alone.contains(cell);
    }
}
