package kz.sheshim.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.table.CellText;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.table.FieldCondition;
import kz.sheshim.table.Rule;
import kz.sheshim.table.RuleId;

/**
 * What the scenarios exercise. A rule is covered when it matched in some scenario. A condition cell is decisive when its row holds in some scenario, and in some
 * scenario would hold but for this cell (the criterion that is known as modified condition/decision coverage).
 */
public record Coverage(List<TableCoverage> tables) {

    /** A condition cell that no scenario made decisive, by its rule, field and text. */
    public record Undecided(RuleId rule, String field, String condition) {}

    /**
     * What they exercise of one table.
     *
     * @param uncovered the rules that matched in no scenario
     * @param cells the number of its condition cells
     * @param undecided those that no scenario made decisive
     */
    public record TableCoverage(DecisionTable table, List<Rule> uncovered, int cells, List<Undecided> undecided) {
        public TableCoverage {
            uncovered = List.copyOf(uncovered);
            undecided = List.copyOf(undecided);
        }
    }

    public Coverage {
        tables = List.copyOf(tables);
    }

    static Coverage of(Ruleset ruleset, Set<RuleId> matched, Exercised exercised) {
        List<TableCoverage> tables = new ArrayList<>();
        for (DecisionTable table : ruleset.tables()) {
            List<Rule> uncovered = new ArrayList<>();
            List<Undecided> undecided = new ArrayList<>();
            int cells = 0;
            for (Rule rule : table.rules()) {
                if (!matched.contains(rule.id())) {
                    uncovered.add(rule);
                }
                for (int place = 0; place < rule.conditions().size(); place++) {
                    FieldCondition cell = rule.conditions().get(place);
                    cells++;
                    if (!exercised.decisive(new Exercised.ConditionCell(rule.id(), place))) {
                        undecided.add(new Undecided(rule.id(), cell.field().toString(), CellText.of(cell.condition())));
                    }
                }
            }
            tables.add(new TableCoverage(table, uncovered, cells, undecided));
        }
        return new Coverage(tables);
    }

    public int rules() {
        return tables.stream().mapToInt(each -> each.table().rules().size()).sum();
    }

    public int covered() {
        return rules()
                - tables.stream().mapToInt(each -> each.uncovered().size()).sum();
    }

    public int cells() {
        return tables.stream().mapToInt(TableCoverage::cells).sum();
    }

    public int decisive() {
        return cells()
                - tables.stream().mapToInt(each -> each.undecided().size()).sum();
    }
}
