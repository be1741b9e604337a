package kz.sheshim.policy.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.sheshim.workbook.Row;
import kz.sheshim.workbook.Sheet;

/**
 * A sheet with a decision table as its author sees it, whatever is wrong with it.
 *
 * @param head the settings above the heading: {@code Title} and so on
 * @param columns from left to right
 * @param rules the rows with a rule, in their order
 */
public record TableSheet(Map<String, String> head, List<Column> columns, List<Row> rules) {
    /** The first row that can hold a rule, from 0; above it are the bindings, and above those the headings. */
    public static final int FIRST_RULE_ROW = TableHead.BINDING_ROW + 1;

    /**
     * A column.
     *
     * @param index from 0
     * @param binding the field of a condition, {@code → code} and so on for a conclusion, empty for all other columns
     */
    public record Column(int index, String heading, String binding) {
        public boolean isRule() {
            return heading.equals("Rule");
        }

        public boolean isPeriod() {
            return isFrom() || heading.equals("Until");
        }

        /** Whether it is the column of a period's first day. */
        public boolean isFrom() {
            return heading.equals("From");
        }

        public boolean isConclusion() {
            return Arrow.name(binding).isPresent();
        }

        public boolean isCondition() {
            return !binding.isEmpty() && !isConclusion();
        }

        /** What the column gives, without the arrow. */
        public String given() {
            return Arrow.name(binding).orElse("");
        }
    }

    public TableSheet {
        columns = List.copyOf(columns);
        rules = List.copyOf(rules);
    }

    /** The id of the table, as its head says. */
    public String id() {
        return head.getOrDefault("Table", "");
    }

    /** What the table gives, as its head says. */
    public String gives() {
        return head.getOrDefault("Gives", "");
    }

    /** The cell of the rule's id. */
    public int ruleColumn() {
        return columns.stream()
                .filter(Column::isRule)
                .mapToInt(Column::index)
                .findFirst()
                .orElse(0);
    }

    /** Whether a row has this rule. */
    public boolean hasRule(String id) {
        return rules.stream().anyMatch(row -> row.text(ruleColumn()).equals(id));
    }

    /** An id like this one that no row has. */
    public String freeId(String id) {
        Set<String> taken = rules.stream().map(row -> row.text(ruleColumn())).collect(Collectors.toSet());
        return IntStream.iterate(2, number -> number + 1)
                .mapToObj(number -> id + "-" + number)
                .filter(each -> !taken.contains(each))
                .findFirst()
                .orElseThrow();
    }

    /** The columns in which a row states a condition, in the order of {@code Rule.conditions}. */
    public List<Column> conditions(Row row) {
        return columns.stream()
                .filter(Column::isCondition)
                .filter(column -> TableReader.isCondition(row.text(column.index())))
                .toList();
    }

    public static TableSheet of(Sheet sheet) {
        Map<String, String> head = new LinkedHashMap<>();
        for (int i = 0; i < TableHead.HEADING_ROW; i++) {
            Row row = sheet.row(i);
            if (!row.text(0).isEmpty()) {
                head.put(row.text(0), row.text(1));
            }
        }
        Row headings = sheet.row(TableHead.HEADING_ROW);
        Row bindings = sheet.row(TableHead.BINDING_ROW);
        List<Column> columns = new ArrayList<>();
        int last = Math.max(
                headings.blank() ? -1 : headings.cells().lastKey(),
                bindings.blank() ? -1 : bindings.cells().lastKey());
        for (int i = 0; i <= last; i++) {
            columns.add(new Column(i, headings.text(i), bindings.text(i)));
        }
        return new TableSheet(
                head,
                columns,
                sheet.rows().stream()
                        .filter(row -> row.number() >= FIRST_RULE_ROW && !row.blank())
                        .toList());
    }
}
