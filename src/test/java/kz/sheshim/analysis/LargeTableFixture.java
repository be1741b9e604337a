package kz.sheshim.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import kz.sheshim.adapter.logicng.LogicNgSolver;
import kz.sheshim.table.CellText;
import kz.sheshim.table.Condition;
import kz.sheshim.table.FieldCondition;
import kz.sheshim.table.HitPolicy;
import kz.sheshim.table.Rule;
import kz.sheshim.vocabulary.FieldType;
import kz.sheshim.vocabulary.IfAbsent;

/** Tables of a thousand rules and ten columns. */
final class LargeTableFixture {
    static final int ROWS = 1000;
    private static final int COLUMNS = 10;
    private static final FieldType CODE =
            new FieldType.Code(TableFixture.codes("large", "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"));

    private LargeTableFixture() {}

    private static TableFixture columns(HitPolicy policy) {
        TableFixture table = new TableFixture(policy);
        for (int column = 0; column < COLUMNS; column++) {
            String field = "x.column" + (char) ('A' + column);
            switch (column % 3) {
                case 0 -> table.column(field, new FieldType.Whole(), new IfAbsent.Refuse());
                case 1 -> table.column(field, CODE, new IfAbsent.Refuse());
                default -> table.column(field, new FieldType.YesNo(), new IfAbsent.NotKnown());
            }
        }
        return table;
    }

    /** Rows with some four conditions each, without any order among them. */
    static TableFixture random(HitPolicy policy) {
        Random random = new Random(7);
        TableFixture table = columns(policy);
        for (int row = 0; row < ROWS; row++) {
            String[] cells = new String[COLUMNS];
            for (int column = 0; column < COLUMNS; column++) {
                int low = random.nextInt(10_000);
                cells[column] = random.nextInt(10) < 6
                        ? ""
                        : switch (column % 3) {
                            case 0 -> low + ".." + (low + random.nextInt(2_000));
                            case 1 -> "abcdefghijkl".charAt(random.nextInt(12)) + "";
                            default -> random.nextBoolean() ? "yes" : "no";
                        };
            }
            table.row(random.nextBoolean() ? "a" : "b", cells);
        }
        return table;
    }

    /**
     * A partition of all cases, made by halving at random, from which some rows are left out.
     *
     * @param gaps so many rows are left out
     */
    static TableFixture partition(HitPolicy policy, int gaps) {
        List<List<int[]>> boxes = boxes(gaps);
        Set<Integer> out = leftOut(boxes.size(), gaps);
        TableFixture table = columns(policy);
        for (int index = 0; index < boxes.size(); index++) {
            if (!out.contains(index)) {
                table.row(index % 2 == 0 ? "a" : "b", cells(boxes.get(index)));
            }
        }
        return table;
    }

    private static Set<Integer> leftOut(int boxes, int gaps) {
        Set<Integer> out = new TreeSet<>();
        for (int gap = 0; gap < gaps; gap++) {
            out.add(boxes / (gaps + 1) * (gap + 1));
        }
        return out;
    }

    private static List<List<int[]>> boxes(int gaps) {
        Random random = new Random(11);
        List<List<int[]>> boxes = new ArrayList<>();
        List<int[]> all = new ArrayList<>();
        for (int column = 0; column < COLUMNS; column++) {
            all.add(new int[] {0, column % 3 == 0 ? 9_999 : column % 3 == 1 ? 11 : 1});
        }
        boxes.add(all);
        while (boxes.size() < ROWS + gaps) {
            List<int[]> box = boxes.remove(random.nextInt(boxes.size()));
            int column = random.nextInt(COLUMNS);
            int[] side = box.get(column);
            if (side[0] == side[1]) {
                boxes.add(box);
                continue;
            }
            int cut = side[0] + random.nextInt(side[1] - side[0]);
            List<int[]> lower = new ArrayList<>(box);
            lower.set(column, new int[] {side[0], cut});
            List<int[]> upper = new ArrayList<>(box);
            upper.set(column, new int[] {cut + 1, side[1]});
            boxes.add(lower);
            boxes.add(upper);
        }
        return boxes;
    }

    /** Cells that match a part of the rule's cases: one value for each of its conditions. */
    static List<String> inside(Rule rule) {
        String[] cells = new String[COLUMNS];
        Arrays.fill(cells, "");
        for (FieldCondition condition : rule.conditions()) {
            int column = condition.field().field().charAt("column".length()) - 'A';
            if (condition.condition() instanceof Condition.OneOf one) {
                cells[column] = CellText.value(one.values().iterator().next());
            } else {
                Condition.Between between = (Condition.Between) condition.condition();
                Condition.Between.Bound bound = between.low() == null ? between.high() : between.low();
                cells[column] = CellText.value(bound.value());
            }
        }
        return List.of(cells);
    }

    private static String range(int low, int high) {
        if (low == 0) {
            return high == 9_999 ? "" : "<= " + high;
        }
        if (high == 9_999) {
            return ">= " + low;
        }
        return low == high ? "" + low : low + ".." + high;
    }

    private static String[] cells(List<int[]> box) {
        String[] cells = new String[COLUMNS];
        for (int column = 0; column < COLUMNS; column++) {
            int low = box.get(column)[0];
            int high = box.get(column)[1];
            cells[column] = switch (column % 3) {
                case 0 ->
                    low == 0 ? high == 9_999 ? "" : "<= " + high : high == 9_999 ? ">= " + low : low + ".." + high;
                case 1 ->
                    high - low == 11
                            ? ""
                            : String.join(
                                    ", ",
                                    "abcdefghijkl".substring(low, high + 1).split(""));
                default -> low < high ? "" : low == 1 ? "yes" : "no";
            };
        }
        return cells;
    }

    /** Prints how long the analysis takes; {@code java -Xmx256m … LargeTableFixture}. */
    public static void main(String[] arguments) {
        for (HitPolicy policy : HitPolicy.values()) {
            for (boolean dense : new boolean[] {false, true}) {
                TableFixture table = dense ? partition(policy, 5) : random(policy);
                long start = System.nanoTime();
                int findings = table.findings().size();
                System.out.printf(
                        "%s %s: %d findings, %d ms, %d MB%n",
                        policy,
                        dense ? "partition with 5 gaps" : "random",
                        findings,
                        (System.nanoTime() - start) / 1_000_000,
                        (Runtime.getRuntime().totalMemory()
                                        - Runtime.getRuntime().freeMemory())
                                >> 20);
            }
            TableFixture before = partition(policy, 0);
            List<Rule> rules = new ArrayList<>(before.table().rules());
            rules.remove(500);
            Collections.swap(rules, 10, 900);
            TableFixture after = before.with(rules);
            long start = System.nanoTime();
            TableChange comparison = new TableComparison(LogicNgSolver::new, Effort.USUAL)
                    .compare(before.ruleset(), before.table(), after.ruleset(), after.table());
            System.out.printf(
                    "%s a rule removed, two exchanged: %s, %d ms%n",
                    policy, comparison, (System.nanoTime() - start) / 1_000_000);
        }
    }
}
