package kz.sheshim.scenario;

import java.util.HashSet;
import java.util.Set;
import kz.sheshim.engine.ForwardingSession;
import kz.sheshim.engine.RowReading;
import kz.sheshim.engine.RuleBase;
import kz.sheshim.engine.index.Found;
import kz.sheshim.facts.FactPath;
import kz.sheshim.facts.Facts;
import kz.sheshim.facts.Truth;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.table.FieldCondition;
import kz.sheshim.table.Rule;
import kz.sheshim.table.RuleId;

/** Rules at work on scenarios, watched: which tables are examined, where a row holds, and where a single cell keeps it from holding. */
final class Watch implements RuleBase {

    /**
     * A condition cell of a rule.
     *
     * @param place its place among the rule's conditions
     */
    record ConditionCell(RuleId rule, int place) {}

    private final RuleBase rules;
    private final Set<RuleId> holding = new HashSet<>();
    private final Set<ConditionCell> alone = new HashSet<>();
    private Set<String> examined = new HashSet<>();

    Watch(RuleBase rules) {
        this.rules = rules;
    }

    /** The next scenario begins. */
    void next() {
        examined = new HashSet<>();
    }

    /** The tables that the present scenario examined. */
    Set<String> examined() {
        return examined;
    }

    /** Some scenario let all cells of the row hold, and some scenario all but this one, which was false. */
    boolean decisive(ConditionCell cell) {
        return holding.contains(cell.rule()) && alone.contains(cell);
    }

    @Override
    public Session open(Facts facts) {
        return new ForwardingSession(rules.open(facts)) {
            @Override
            public void match(DecisionTable table, Found found) {
                watch(table, facts);
                super.match(table, found);
            }
        };
    }

    @Override
    public void close() {
        rules.close();
    }

    private void watch(DecisionTable table, Facts facts) {
        examined.add(table.id());
        String each = table.forEach();
        int[] indexes =
                each == null ? new int[] {FactPath.ONCE} : facts.indexes(each).toArray();
        for (Rule rule : table.rules()) {
            if (RowReading.inForce(table, rule, facts) == Truth.TRUE) {
                for (int index : indexes) {
                    watch(rule, facts, index);
                }
            }
        }
    }

    private void watch(Rule rule, Facts facts, int index) {
        int others = 0;
        int failing = -1;
        for (int place = 0; place < rule.conditions().size(); place++) {
            FieldCondition cell = rule.conditions().get(place);
            Truth truth = cell.condition().test(FieldCondition.at(cell.reads(facts, index), facts));
            if (truth == Truth.FALSE) {
                failing = place;
            }
            others += truth == Truth.TRUE ? 0 : 1;
        }
        if (others == 0) {
            holding.add(rule.id());
        } else if (others == 1 && failing >= 0) {
            alone.add(new ConditionCell(rule.id(), failing));
        }
    }
}
