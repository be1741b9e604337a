package kz.sheshim.adapter.http.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.sheshim.adapter.http.desk.DrawnTable.DrawnCell;
import kz.sheshim.adapter.http.desk.DrawnTable.Line;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.reading.TableSheet;
import kz.sheshim.policy.reading.TableSheet.Column;
import kz.sheshim.workbook.Row;
import kz.sheshim.workbook.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * The rows that differ between two states of the workbooks, drawn as their sheets. Rows are compared by the id in their first column, so a row that only moved
 * is no change.
 *
 * @param tables the tables with changed rows
 * @param sheets other sheets with changed rows
 * @param files rule files that differ
 */
public record SheetChanges(List<DrawnTable> tables, List<ChangedSheet> sheets, List<String> files) {

    private static final int HEAD_ROWS = 4;
    private static final int MAX_NAMING_CELLS = 3;

    /** A sheet that is no decision table. */
    public record ChangedSheet(String place, List<ChangedRow> rows) {}

    /** A row. @param mark {@code added}, {@code removed}, or empty */
    public record ChangedRow(String name, String mark, List<ChangedCell> cells) {}

    /** A cell with what it said, and says; empty: nothing. */
    public record ChangedCell(String column, String before, String after) {}

    public boolean isEmpty() {
        return tables.isEmpty() && sheets.isEmpty() && files.isEmpty();
    }

    /** The same, with something said about the tables. */
    SheetChanges discussed(UnaryOperator<DrawnTable> said) {
        return new SheetChanges(tables.stream().map(said).toList(), sheets, files);
    }

    /** @param notes what is said about cells of the rows that differ */
    static SheetChanges between(
            List<PolicyFile> before, List<PolicyFile> after, Workbooks workbooks, CellWords words, CellNotes notes) {
        Map<String, PolicyFile> old = byPath(before);
        Map<String, PolicyFile> now = byPath(after);
        TreeSet<String> paths = new TreeSet<>(old.keySet());
        paths.addAll(now.keySet());
        List<DrawnTable> tables = new ArrayList<>();
        List<ChangedSheet> sheets = new ArrayList<>();
        List<String> files = new ArrayList<>();
        for (String path : paths) {
            PolicyFile was = old.get(path);
            PolicyFile is = now.get(path);
            if (was != null && was.equals(is)) {
                continue;
            }
            if (!path.endsWith(".xlsx")) {
                files.add(path);
                continue;
            }
            Map<String, Sheet> oldSheets = sheets(was, workbooks);
            Map<String, Sheet> newSheets = sheets(is, workbooks);
            TreeSet<String> names = new TreeSet<>(oldSheets.keySet());
            names.addAll(newSheets.keySet());
            for (String name : names) {
                Sheet oldSheet = oldSheets.getOrDefault(name, new Sheet(path, name, List.of()));
                Sheet newSheet = newSheets.getOrDefault(name, new Sheet(path, name, List.of()));
                TableSheet oldTable = TableSheet.of(oldSheet);
                TableSheet newTable = TableSheet.of(newSheet);
                if (newTable.id().isEmpty() && oldTable.id().isEmpty()) {
                    ChangedSheet changed = sheet(path + " › " + name, oldSheet, newSheet);
                    if (!changed.rows().isEmpty()) {
                        sheets.add(changed);
                    }
                } else {
                    DrawnTable changed =
                            table(path + " › " + name, oldTable, newTable, words, notes.on(newSheet.address()), false);
                    if (!changed.lines().isEmpty()) {
                        tables.add(changed);
                    }
                }
            }
        }
        return new SheetChanges(tables, sheets, files);
    }

    private static Map<String, PolicyFile> byPath(List<PolicyFile> files) {
        return files.stream().collect(Collectors.toMap(PolicyFile::path, Function.identity()));
    }

    private static Map<String, Sheet> sheets(@Nullable PolicyFile file, Workbooks workbooks) {
        Map<String, Sheet> byName = new TreeMap<>();
        if (file != null) {
            workbooks.sheets(file).forEach(sheet -> byName.put(sheet.name(), sheet));
        }
        return byName;
    }

    /**
     * A table with its changes.
     *
     * @param notes what is said about cells, by their place on the sheet, such as {@code A9}
     * @param whole whether the rows that did not change are drawn too
     */
    static DrawnTable table(
            String place,
            TableSheet before,
            TableSheet after,
            CellWords words,
            Map<String, String> notes,
            boolean whole) {
        TableSheet shown = after.id().isEmpty() ? before : after;
        Map<String, Row> old = byRule(before);
        Map<String, Row> now = byRule(after);
        List<Line> lines = new ArrayList<>();
        now.forEach((rule, row) -> {
            Row was = old.get(rule);
            Line line = line(rule, was == null ? "added" : "", before, was, shown, row, words, notes);
            if (whole
                    || was == null
                    || line.cells().stream().anyMatch(cell -> cell.mark().equals("changed"))) {
                lines.add(line);
            }
        });
        old.forEach((rule, row) -> {
            if (!now.containsKey(rule)) {
                lines.add(line(rule, "removed", before, row, before, row, words, Map.of()));
            }
        });
        return new DrawnTable(
                shown.id(),
                shown.head().getOrDefault("Title", shown.id()),
                place,
                shown.gives(),
                DrawnTable.heads(shown, words),
                lines,
                "",
                "",
                "");
    }

    private static Line line(
            String rule,
            String mark,
            TableSheet before,
            @Nullable Row was,
            TableSheet shown,
            Row row,
            CellWords words,
            Map<String, String> notes) {
        List<DrawnCell> cells = new ArrayList<>();
        for (Column column : shown.columns()) {
            String text = row.text(column.index());
            String old = was == null ? text : text(before, was, column);
            boolean changed = !old.equals(text);
            cells.add(new DrawnCell(
                    text,
                    words.of(shown.gives(), column, text),
                    DrawnTable.kind(column),
                    notes.containsKey(place(row, column)) ? "faulty" : changed ? "changed" : "",
                    notes.getOrDefault(place(row, column), ""),
                    changed ? old : ""));
        }
        return new Line(rule, true, mark, cells);
    }

    private static String place(Row row, Column column) {
        return row.address(column.index()).within();
    }

    /** What stood in the column that is bound and headed alike. */
    private static String text(TableSheet before, Row was, Column column) {
        return before.columns().stream()
                .filter(each -> each.binding().equals(column.binding())
                        && (!column.binding().isEmpty() || each.heading().equals(column.heading())))
                .findFirst()
                .map(each -> was.text(each.index()))
                .orElse("");
    }

    private static Map<String, Row> byRule(TableSheet sheet) {
        Map<String, Row> rows = new LinkedHashMap<>();
        sheet.rules().forEach(row -> rows.putIfAbsent(row.text(sheet.ruleColumn()), row));
        return rows;
    }

    private static ChangedSheet sheet(String place, Sheet before, Sheet after) {
        int naming = naming(before, after);
        Map<String, Row> old = named(before, naming);
        Map<String, Row> now = named(after, naming);
        Row oldHead = head(before);
        Row head = head(after);
        List<ChangedRow> rows = new ArrayList<>();
        now.forEach((key, row) -> {
            Row was = old.get(key);
            List<ChangedCell> cells = new ArrayList<>();
            for (int column : columns(row, was)) {
                cell(head, column, was == null ? "" : was.text(column), row.text(column))
                        .ifPresent(cells::add);
            }
            if (!cells.isEmpty()) {
                rows.add(new ChangedRow(name(row, naming), was == null ? "added" : "", cells));
            }
        });
        old.forEach((key, row) -> {
            if (!now.containsKey(key)) {
                List<ChangedCell> cells = new ArrayList<>();
                for (int column : columns(row, null)) {
                    cell(oldHead, column, row.text(column), "").ifPresent(cells::add);
                }
                rows.add(new ChangedRow(name(row, naming), "removed", cells));
            }
        });
        return new ChangedSheet(place, rows);
    }

    private static Optional<ChangedCell> cell(Row head, int column, String before, String after) {
        return before.equals(after) ? Optional.empty() : Optional.of(new ChangedCell(head.text(column), before, after));
    }

    private static TreeSet<Integer> columns(Row row, @Nullable Row other) {
        TreeSet<Integer> columns = new TreeSet<>(row.cells().keySet());
        columns.addAll(other == null ? List.of() : other.cells().keySet());
        return columns;
    }

    /** The headings: of the first rows the one with the most cells. */
    private static Row head(Sheet sheet) {
        return sheet.rows().stream()
                .limit(HEAD_ROWS)
                .filter(row -> !row.blank())
                .max(Comparator.<Row>comparingInt(row -> row.cells().size())
                        .thenComparing(Row::number, Comparator.reverseOrder()))
                .orElse(sheet.row(0));
    }

    /** By how many of their first cells rows are told apart on both sides; by one if that needs very many. */
    private static int naming(Sheet before, Sheet after) {
        return IntStream.rangeClosed(1, MAX_NAMING_CELLS)
                .filter(cells -> isNaming(before, cells) && isNaming(after, cells))
                .findFirst()
                .orElse(1);
    }

    private static boolean isNaming(Sheet sheet, int cells) {
        List<Row> rows = sheet.rows().stream().filter(row -> !row.blank()).toList();
        return rows.stream().map(row -> name(row, cells)).distinct().count() == rows.size();
    }

    private static String name(Row row, int cells) {
        return IntStream.range(0, cells).mapToObj(row::text).collect(Collectors.joining(" "));
    }

    /** The rows by their names and, if several have one, by how many did before. */
    private static Map<String, Row> named(Sheet sheet, int cells) {
        Map<String, Row> rows = new LinkedHashMap<>();
        Map<String, Integer> seen = new HashMap<>();
        for (Row row : sheet.rows()) {
            if (!row.blank()) {
                String name = name(row, cells);
                rows.put(name + "\n" + seen.merge(name, 1, Integer::sum), row);
            }
        }
        return rows;
    }
}
