package kz.sheshim.adapter.drools;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.sheshim.facts.FactLayout;
import kz.sheshim.facts.FactSlot;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.table.CellText;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.table.FieldCondition.Scope;
import kz.sheshim.table.Rule;

/**
 * The rows of all tables as Drools rules: one rule for each shape of row in a table, and the own values of each row.
 */
final class RowRules {

    /**
     * A shape of rows in a table.
     *
     * @param number the value of {@link DeclaredTypes#SHAPE} by which its rule knows its rows
     * @param ofInstance the rows read facts of the instance that the table is evaluated for
     */
    record ShapeRule(String name, int number, Shape shape, boolean ofInstance) {
        String drl() {
            return shape.drl(name, number);
        }
    }

    /**
     * The rows of a table.
     *
     * @param shapes of each row
     * @param values of each row
     * @param ofAll the fields of which rows read all instances
     * @param entity the number of the entity that the table is evaluated for; -1: for none
     */
    record TableRules(
            List<ShapeRule> distinct, ShapeRule[] shapes, RowValues[] values, List<FactSlot> ofAll, int entity) {}

    private final Map<String, TableRules> tables = new HashMap<>();
    private final List<ShapeRule> shapes = new ArrayList<>();

    RowRules(Ruleset ruleset, FactLayout layout) {
        ruleset.tables().forEach(table -> tables.put(table.id(), rules(table, layout)));
    }

    private TableRules rules(DecisionTable table, FactLayout layout) {
        Map<Shape, ShapeRule> known = new LinkedHashMap<>();
        int rows = table.rules().size();
        ShapeRule[] shapeOf = new ShapeRule[rows];
        RowValues[] values = new RowValues[rows];
        Set<FactSlot> ofAll = new LinkedHashSet<>();
        for (int row = 0; row < rows; row++) {
            Shape.Row taken = Shape.of(table, table.rules().get(row), layout.vocabulary());
            shapeOf[row] = known.computeIfAbsent(taken.shape(), shape -> shapeRule(table, known.size() + 1, shape));
            values[row] = new RowValues(taken.conditions());
            taken.shape().columns().stream()
                    .filter(column -> column.scope() == Scope.ALL)
                    .forEach(column -> ofAll.add(layout.slot(column.field().path())));
        }
        int entity = table.forEach() == null ? -1 : layout.number(table.forEach());
        return new TableRules(List.copyOf(known.values()), shapeOf, values, List.copyOf(ofAll), entity);
    }

    private ShapeRule shapeRule(DecisionTable table, int ofTable, Shape shape) {
        ShapeRule rule = new ShapeRule(
                table.id() + ", shape " + ofTable,
                shapes.size(),
                shape,
                shape.columns().stream().anyMatch(column -> column.scope() == Scope.INSTANCE));
        shapes.add(rule);
        return rule;
    }

    List<ShapeRule> shapes() {
        return shapes;
    }

    TableRules of(DecisionTable table) {
        TableRules rules = tables.get(table.id());
        if (rules == null) {
            throw new IllegalArgumentException("not compiled: " + table.id());
        }
        return rules;
    }

    /** All rules of all shapes, as a rule file. */
    String drl() {
        StringBuilder drl = new StringBuilder("package ")
                .append(DeclaredTypes.PACKAGE)
                .append("\n\nimport java.util.Collections\n\n");
        shapes.forEach(shape -> drl.append(shape.drl()));
        return drl.toString();
    }

    /** The rules of a table, each below the rows that share it and their own values. */
    String text(DecisionTable table) {
        TableRules rules = of(table);
        StringBuilder text = new StringBuilder();
        for (ShapeRule shape : rules.distinct()) {
            for (int row = 0; row < rules.shapes().length; row++) {
                if (rules.shapes()[row].equals(shape)) {
                    text.append("// ").append(row(table.rules().get(row))).append('\n');
                }
            }
            text.append(shape.drl());
        }
        return text.toString();
    }

    private static String row(Rule rule) {
        List<String> values = new ArrayList<>();
        if (!rule.inForce().unbounded()) {
            values.add("in force " + CellText.of(rule.inForce().asCondition()));
        }
        rule.conditions()
                .forEach(cell -> values.add(cell.field()
                        + (cell.scope() == Scope.ALL ? " of any instance " : " ")
                        + CellText.of(cell.condition())));
        return rule.id().rule() + ": " + String.join("; ", values) + " → "
                + rule.conclusion().text();
    }
}
