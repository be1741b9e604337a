package kz.sheshim.adapter.http.desk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kz.sheshim.adapter.http.desk.DrawnTable.Line;
import kz.sheshim.engine.Trace.TracedRule;
import kz.sheshim.engine.Trace.TracedTable;
import kz.sheshim.facts.FactPath;
import kz.sheshim.facts.Truth;
import kz.sheshim.policy.reading.TableSheet;
import kz.sheshim.table.DecisionTable;

/**
 * A table that was examined for a decision.
 *
 * @param place the workbook and the sheet
 * @param hit which of its rows count, as {@code first}, {@code unique} or {@code collect}
 * @param drawings of it, one for each instance that is shown
 * @param notDrawn number of instances that are not shown
 */
public record ExaminedTable(
        String id, String title, String place, String gives, String hit, List<Drawing> drawings, int notDrawn) {

    /** A drawing. @param instance what it was examined for; empty if it was examined once */
    public record Drawing(String instance, DrawnTable table) {}

    /** By the instances that it was examined for. */
    static Map<Integer, List<TracedRule>> byInstance(TracedTable traced) {
        return traced.rules().stream()
                .collect(Collectors.groupingBy(TracedRule::instance, TreeMap::new, Collectors.toList()));
    }

    /** Whether a row holds or is open. */
    static boolean tells(List<TracedRule> rules) {
        return rules.stream().anyMatch(rule -> rule.truth() != Truth.FALSE);
    }

    /**
     * The table with its drawings.
     *
     * @param rows the address of its rows, which the name of a rule is added to
     * @param onlyTelling leave out instances for which no row holds or is open
     * @param max maximum number of drawings
     */
    static ExaminedTable of(
            TracedTable traced,
            TableSheet sheet,
            TracedSheet drawer,
            ApplicationFacts names,
            String rows,
            boolean onlyTelling,
            int max) {
        DecisionTable table = traced.table();
        Set<String> anchors = new HashSet<>();
        List<Drawing> drawings = new ArrayList<>();
        int notDrawn = 0;
        for (Map.Entry<Integer, List<TracedRule>> instance : byInstance(traced).entrySet()) {
            if (onlyTelling && !tells(instance.getValue()) || drawings.size() == max) {
                notDrawn++;
                continue;
            }
            int index = instance.getKey();
            String forEach = table.forEach();
            String label = forEach == null || index == FactPath.ONCE
                    ? ""
                    : names.label(forEach, index) + " (" + FactPath.instance(forEach, index) + ")";
            DrawnTable drawn = drawer.draw(table, sheet, instance.getValue()).withPagesAt(rows);
            drawings.add(new Drawing(label, anchored(drawn, label, index, anchors)));
        }
        return new ExaminedTable(
                table.id(),
                table.title(),
                table.address().toString(),
                table.gives().code(),
                table.hitPolicy().code(),
                drawings,
                notDrawn);
    }

    /** Gives each row an anchor of its own: {@code table.rule} where it first holds, else with the index behind it. */
    private static DrawnTable anchored(DrawnTable drawn, String label, int index, Set<String> anchors) {
        List<Line> lines = drawn.lines().stream()
                .map(line -> {
                    String plain = drawn.id() + "." + line.rule();
                    boolean first = index == FactPath.ONCE || line.mark().equals("held") && anchors.add(plain);
                    return new Line(first ? plain : plain + "." + index, line.inForce(), line.mark(), line.cells());
                })
                .toList();
        String title = label.isEmpty() ? drawn.title() : drawn.title() + ", " + label;
        return new DrawnTable(
                drawn.id(), title, drawn.place(), drawn.gives(), drawn.columns(), lines, drawn.pages(), "", "");
    }
}
