package kz.sheshim.adapter.http.desk;

import static kz.sheshim.adapter.http.desk.Shown.inAddress;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.policy.reading.TableSheet;
import kz.sheshim.policy.reading.TableSheet.Column;
import kz.sheshim.publication.Draft.Step;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.table.Rule;
import kz.sheshim.verdict.ValueTexts;
import kz.sheshim.vocabulary.Language;
import kz.sheshim.workbook.Row;
import org.jspecify.annotations.Nullable;

/**
 * A decision table as the sheet shows it: what its author wrote in each cell, and what the codes mean.
 *
 * @param place the workbook and the sheet
 * @param pages the address of the pages of its rules, which the name of a rule is added to; empty: they have none
 * @param edit the address of the form for its rows, which the name of a rule is added to; empty: its rows cannot be changed here
 * @param discuss the address of the form for comments, which the name of a rule is added to; empty: nothing can be said about its rows here
 */
public record DrawnTable(
        String id,
        String title,
        String place,
        String gives,
        List<Head> columns,
        List<Line> lines,
        String pages,
        String edit,
        String discuss) {

    /** The same, whose rows can be changed by the form at this address. */
    DrawnTable editedAt(String address) {
        return new DrawnTable(id, title, place, gives, columns, lines, pages, address, discuss);
    }

    /** The same, whose rules have pages at this address. */
    DrawnTable withPagesAt(String address) {
        return new DrawnTable(id, title, place, gives, columns, lines, address, edit, discuss);
    }

    /** A heading. @param kind {@code rule}, {@code period}, {@code condition}, {@code conclusion} or {@code note} */
    public record Head(int index, String text, String binding, String label, String kind) {}

    /** The same with what was said about its rows, beside their rules, and the address where more can be said. */
    DrawnTable discussed(String address, Function<String, List<Step>> comments) {
        List<Line> said = lines.stream()
                .map(line -> new Line(
                        line.rule(),
                        line.takeOver(),
                        line.inForce(),
                        line.mark(),
                        line.cells(),
                        comments.apply(line.rule())))
                .toList();
        return new DrawnTable(id, title, place, gives, columns, said, pages, edit, address);
    }

    /** The same with a row more, which closes a gap and can be taken over. */
    DrawnTable withGap(Map<?, ?> cells) {
        List<DrawnCell> drawn = new ArrayList<>();
        StringBuilder address = new StringBuilder(edit);
        Map<Object, Integer> used = new HashMap<>();
        for (Head column : columns) {
            String name = column.kind().equals("period") ? column.text() : column.binding();
            List<?> texts = cells.get(name) instanceof List<?> list && !name.isEmpty() ? list : List.of();
            int next = used.merge(name, 1, Integer::sum) - 1;
            String text = next < texts.size() ? String.valueOf(texts.get(next)) : "";
            drawn.add(new DrawnCell(text, "", column.kind(), "", "", ""));
            address.append(text.isEmpty() ? "" : "&c" + column.index() + "=" + inAddress(text));
        }
        List<Line> more = new ArrayList<>(lines);
        more.add(new Line("", edit.isEmpty() ? "" : address + "&new=true", true, "gap", drawn, List.of()));
        return new DrawnTable(id, title, place, gives, columns, more, pages, edit, discuss);
    }

    /**
     * A row.
     *
     * @param rule its rule, which is also its anchor on pages that draw it once; empty: it has none
     * @param takeOver the address of the form that takes a proposed row over; empty: the row stands in the sheet, or cannot be taken over here
     * @param inForce whether it is in force on the day that is looked at
     * @param mark a class of the stylesheet
     * @param comments what people said about it
     */
    public record Line(
            String rule, String takeOver, boolean inForce, String mark, List<DrawnCell> cells, List<Step> comments) {
        Line(String rule, boolean inForce, String mark, List<DrawnCell> cells) {
            this(rule, "", inForce, mark, cells, List.of());
        }

        /** What is said about its rule, if that is too long for the column of rules; else empty. */
        public String note() {
            return cells.stream()
                    .filter(cell -> cell.kind().equals("rule") && cell.note().length() > DrawnCell.BEGINNING)
                    .map(DrawnCell::note)
                    .findFirst()
                    .orElse("");
        }
    }

    /**
     * A cell.
     *
     * @param words the labels of its codes
     * @param mark a class of the stylesheet
     * @param note what is said about it beside its text; empty: nothing
     * @param before what the cell said before it was changed; empty: nothing
     */
    public record DrawnCell(String text, String words, String kind, String mark, String note, String before) {
        private static final int LONG = 80;
        private static final int BEGINNING = 40;

        /** Whether the labels would make the row much higher than its other cells. */
        public boolean isLong() {
            return words.length() > LONG;
        }

        /** The beginning of the labels. */
        public String beginning() {
            return ValueTexts.shortened(words, BEGINNING);
        }
    }

    /** What is said about a cell. */
    public record Mark(String mark, String note) {
        public static final Mark NONE = new Mark("", "");
    }

    /**
     * Draws all rows.
     *
     * @param day the day that is looked at; null: none
     * @param marks what is said about the cell of a rule in a column
     */
    static DrawnTable of(
            Ruleset ruleset,
            DecisionTable table,
            TableSheet sheet,
            Language language,
            @Nullable LocalDate day,
            BiFunction<Rule, Column, Mark> marks) {
        CellWords words = new CellWords(ruleset, language);
        Map<Integer, Rule> rules = new LinkedHashMap<>();
        table.rules().forEach(rule -> rules.put(rule.address().row(), rule));
        List<Line> lines = new ArrayList<>();
        for (Row row : sheet.rules()) {
            Rule rule = rules.get(row.number());
            if (rule == null) {
                continue;
            }
            List<DrawnCell> cells = new ArrayList<>();
            for (Column column : sheet.columns()) {
                String text = row.text(column.index());
                Mark mark = marks.apply(rule, column);
                cells.add(new DrawnCell(
                        text, words.of(sheet.gives(), column, text), kind(column), mark.mark(), mark.note(), ""));
            }
            boolean inForce = day == null || rule.inForce().contains(day);
            lines.add(new Line(
                    rule.id().rule(), inForce, marks.apply(rule, WHOLE_ROW).mark(), cells));
        }
        return new DrawnTable(
                table.id(),
                table.title(),
                table.address().toString(),
                sheet.gives(),
                heads(sheet, words),
                lines,
                "",
                "",
                "");
    }

    static List<Head> heads(TableSheet sheet, CellWords words) {
        return sheet.columns().stream()
                .map(column ->
                        new Head(column.index(), column.heading(), column.binding(), words.label(column), kind(column)))
                .toList();
    }

    /** Stands for the row as a whole, where something is said about it. */
    static final Column WHOLE_ROW = new Column(-1, "", "");

    static String kind(Column column) {
        if (column.isRule()) {
            return "rule";
        }
        if (column.isPeriod()) {
            return "period";
        }
        return column.isCondition() ? "condition" : column.isConclusion() ? "conclusion" : "note";
    }
}
