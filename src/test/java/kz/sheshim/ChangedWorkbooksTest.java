package kz.sheshim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import kz.sheshim.adapter.drools.DroolsNames;
import kz.sheshim.adapter.folder.FolderPolicySource;
import kz.sheshim.adapter.json.JacksonParser;
import kz.sheshim.adapter.logicng.LogicNgSolver;
import kz.sheshim.adapter.xlsx.XlsxReader;
import kz.sheshim.analysis.Effort;
import kz.sheshim.analysis.TableAnalysis;
import kz.sheshim.engine.RuleCompiler;
import kz.sheshim.engine.RuleCompilerFixture;
import kz.sheshim.finding.Finding;
import kz.sheshim.policy.FaultyRuleset;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.reading.RulesetReader;
import kz.sheshim.publication.PolicyCheck;
import kz.sheshim.publication.PolicyCompiler;
import kz.sheshim.workbook.Cell;
import kz.sheshim.workbook.Limits;
import kz.sheshim.workbook.Row;
import kz.sheshim.workbook.Sheet;
import org.junit.jupiter.api.Test;

/**
 * Every sheet, column and row of the shipped workbooks, removed, renamed, emptied and doubled, one at a time: whatever the change makes of the policy, a check of it
 * ends with findings or without, never with an exception.
 */
class ChangedWorkbooksTest {
    /** One change out of so many is tried (of the vocabulary's sheets each); the Maven profile campaign tries all, and decides the scenarios by each policy that is left without an error. */
    private static final int STEP = Integer.getInteger("sheshim.changes.step", 397);

    private static final int SCENARIO_ROWS = STEP > 1 ? 12 : Integer.MAX_VALUE;

    private static final List<PolicyFile> FILES = new FolderPolicySource(Path.of("")).files();
    private static final Map<String, List<Sheet>> SHIPPED = new TreeMap<>();

    static {
        for (PolicyFile file : FILES) {
            if (file.path().endsWith(".xlsx")) {
                String name = file.path().replaceFirst(".*/", "");
                SHIPPED.put(
                        name,
                        new XlsxReader()
                                .read(name, file.bytes(), Limits.USUAL.allowance(), finding -> {}).stream()
                                        .map(ChangedWorkbooksTest::shortened)
                                        .toList());
            }
        }
    }

    /** A few scenarios of each sheet are enough to read its columns. */
    private static Sheet shortened(Sheet sheet) {
        return sheet.row(0).text(0).equals("Scenarios")
                ? rows(sheet, sheet.rows().subList(0, Math.min(sheet.rows().size(), SCENARIO_ROWS)))
                : sheet;
    }

    /** Compiles nothing, as if every ruleset had a fault, unless each change is tried whole. */
    private static final RuleCompiler COMPILER = RuleCompilerFixture.compiling((ruleset, drools) -> {
        if (STEP > 1) {
            throw new FaultyRuleset(List.of());
        }
        return drools.compile(ruleset);
    });

    private final List<String> broken = new ArrayList<>();
    private int number;

    @Test
    void noChangeOfASheetEndsInAnException() {
        SHIPPED.forEach((file, sheets) -> {
            for (int i = 0; i < sheets.size(); i++) {
                Sheet sheet = sheets.get(i);
                String name = file + " › " + sheet.name();
                check(name + " removed", file, with(sheets, i, List.of()));
                check(name + " renamed", file, with(sheets, i, List.of(renamed(sheet, sheet.name() + "x"))));
                check(name + " emptied", file, with(sheets, i, List.of(new Sheet(file, sheet.name(), List.of()))));
                check(
                        name + " without rows",
                        file,
                        with(sheets, i, List.of(rows(sheet, sheet.rows().subList(0, 1)))));
                check(name + " doubled", file, with(sheets, i, List.of(sheet, renamed(sheet, sheet.name() + " (2)"))));
            }
            check(file + " removed", file, List.of());
        });
        assertThat(broken).isEmpty();
    }

    @Test
    void noChangeOfAColumnEndsInAnException() {
        eachSheet((file, sheets, i, sheet) -> {
            int columns = sheet.rows().stream()
                    .mapToInt(row -> row.blank() ? 0 : row.cells().lastKey() + 1)
                    .max()
                    .orElse(0);
            for (int column = 0; column < columns; column++) {
                int each = column;
                String name = file + " › " + sheet.name() + " › column " + (column + 1);
                check(name + " removed", file, with(sheets, i, cells(sheet, cells -> without(cells, each))));
                check(name + " emptied", file, with(sheets, i, cells(sheet, cells -> changed(cells, each, null))));
                check(
                        name + " renamed",
                        file,
                        with(
                                sheets,
                                i,
                                rowsChanged(
                                        sheet,
                                        row -> heading(sheet, row.number())
                                                ? changed(row.cells(), each, "x")
                                                : row.cells())));
                check(name + " doubled", file, with(sheets, i, cells(sheet, cells -> copied(cells, each, columns))));
            }
        });
        assertThat(broken).isEmpty();
    }

    @Test
    void noChangeOfARowEndsInAnException() {
        eachSheet((file, sheets, i, sheet) -> {
            for (Row row : sheet.rows()) {
                if (row.blank()) {
                    continue;
                }
                String name = file + " › " + sheet.name() + " › row " + (row.number() + 1);
                List<Row> before = sheet.rows().subList(0, row.number());
                List<Row> behind =
                        sheet.rows().subList(row.number() + 1, sheet.rows().size());
                check(name + " removed", file, with(sheets, i, List.of(rows(sheet, joined(before, behind)))));
                check(
                        name + " emptied",
                        file,
                        with(
                                sheets,
                                i,
                                List.of(rows(sheet, joined(before, List.of(row(row, new TreeMap<>())), behind)))));
                check(
                        name + " renamed",
                        file,
                        with(
                                sheets,
                                i,
                                List.of(rows(
                                        sheet,
                                        joined(
                                                before,
                                                List.of(
                                                        row(
                                                                row,
                                                                changed(
                                                                        row.cells(),
                                                                        row.cells()
                                                                                .firstKey(),
                                                                        "x"))),
                                                behind)))));
                check(
                        name + " without value",
                        file,
                        with(
                                sheets,
                                i,
                                List.of(rows(
                                        sheet,
                                        joined(
                                                before,
                                                List.of(
                                                        row(
                                                                row,
                                                                changed(
                                                                        row.cells(),
                                                                        row.cells()
                                                                                        .firstKey()
                                                                                + 1,
                                                                        null))),
                                                behind)))));
                check(
                        name + " doubled",
                        file,
                        with(sheets, i, List.of(rows(sheet, joined(before, List.of(row, row), behind)))));
            }
        });
        assertThat(broken).isEmpty();
    }

    /** What depends on the sheet is not told: it is right again with the sheet. */
    @Test
    void sheetWithoutContentIsOneFinding() {
        for (String name : List.of("Entities", "Fields", "Acts", "Grounds", "Outcomes")) {
            List<Sheet> sheets = SHIPPED.getOrDefault("vocabulary.xlsx", List.of());
            int place = sheets.stream().map(Sheet::name).toList().indexOf(name);
            for (int rows = 0; rows <= 1; rows++) {
                Sheet sheet = rows(sheets.get(place), sheets.get(place).rows().subList(0, rows));
                assertThat(findings("vocabulary.xlsx", with(sheets, place, List.of(sheet))))
                        .extracting(finding -> finding.defect().message())
                        .singleElement()
                        .asString()
                        .startsWith("The sheet " + name + " is missing or empty, so no application can be decided.");
            }
        }
    }

    private interface OfSheet {
        void change(String file, List<Sheet> sheets, int place, Sheet sheet);
    }

    private static void eachSheet(OfSheet change) {
        SHIPPED.forEach((file, sheets) -> {
            for (int i = 0; i < sheets.size(); i++) {
                if (!sheets.get(i).name().startsWith("Notes")) {
                    change.change(file, sheets, i, sheets.get(i));
                }
            }
        });
    }

    private void check(String what, String changed, List<Sheet> sheets) {
        if (number++ % STEP > 0 && !what.matches("vocabulary.xlsx › (?!Notes)[^›]* (removed|emptied|without rows)")) {
            return;
        }
        try {
            findings(changed, sheets).forEach(Finding::toString);
        } catch (RuntimeException e) {
            broken.add(what + ": " + e + " at " + e.getStackTrace()[0]);
        }
    }

    private static List<Finding> findings(String changed, List<Sheet> sheets) {
        RulesetReader reader = new RulesetReader(
                (file, bytes, allowance, findings) ->
                        file.equals(changed) ? sheets : SHIPPED.getOrDefault(file, List.of()),
                new DroolsNames());
        PolicyCheck check = new PolicyCheck(
                new PolicyCompiler(reader, COMPILER, new JacksonParser(), null),
                new TableAnalysis(LogicNgSolver::new, Effort.USUAL),
                Clock.fixed(Instant.parse("2026-11-20T05:00:00Z"), ZoneOffset.UTC));
        return check.check(FILES).findings();
    }

    /** The row with the names of the columns, and in tables and scenarios the bindings below it. */
    private static boolean heading(Sheet sheet, int row) {
        return switch (sheet.row(0).text(0)) {
            case "Table" -> row == 6 || row == 7;
            case "Scenarios" -> row == 2 || row == 3;
            default -> row == 0;
        };
    }

    private static List<Sheet> with(List<Sheet> sheets, int place, List<Sheet> instead) {
        return joined(sheets.subList(0, place), instead, sheets.subList(place + 1, sheets.size()));
    }

    @SafeVarargs
    private static <T> List<T> joined(List<T>... parts) {
        List<T> all = new ArrayList<>();
        for (List<T> part : parts) {
            all.addAll(part);
        }
        return all;
    }

    private static Sheet renamed(Sheet sheet, String name) {
        return rows(new Sheet(sheet.file(), name, List.of()), sheet.rows());
    }

    /** The sheet with these rows, one below the other. */
    private static Sheet rows(Sheet sheet, List<Row> rows) {
        List<Row> placed = new ArrayList<>();
        for (Row row : rows) {
            placed.add(row(new Row(sheet.file(), sheet.name(), placed.size(), new TreeMap<>()), row.cells()));
        }
        return new Sheet(sheet.file(), sheet.name(), placed);
    }

    private static List<Sheet> cells(Sheet sheet, UnaryOperator<SortedMap<Integer, Cell>> change) {
        return rowsChanged(sheet, row -> change.apply(row.cells()));
    }

    private static List<Sheet> rowsChanged(
            Sheet sheet, java.util.function.Function<Row, SortedMap<Integer, Cell>> change) {
        return List.of(rows(
                sheet,
                sheet.rows().stream().map(row -> row(row, change.apply(row))).toList()));
    }

    private static Row row(Row at, SortedMap<Integer, Cell> cells) {
        TreeMap<Integer, Cell> placed = new TreeMap<>();
        cells.forEach((column, cell) -> placed.put(column, new Cell(at.address(column), cell.text(), cell.kind())));
        return new Row(at.file(), at.sheet(), at.number(), placed);
    }

    private static SortedMap<Integer, Cell> without(SortedMap<Integer, Cell> cells, int column) {
        TreeMap<Integer, Cell> left = new TreeMap<>();
        cells.forEach((each, cell) -> {
            if (each != column) {
                left.put(each < column ? each : each - 1, cell);
            }
        });
        return left;
    }

    /** With another text in a filled cell, or without the cell for null. */
    private static SortedMap<Integer, Cell> changed(SortedMap<Integer, Cell> cells, int column, String text) {
        TreeMap<Integer, Cell> changed = new TreeMap<>(cells);
        changed.computeIfPresent(
                column, (each, cell) -> text == null ? null : new Cell(cell.address(), cell.text() + text));
        return changed;
    }

    private static SortedMap<Integer, Cell> copied(SortedMap<Integer, Cell> cells, int column, int to) {
        TreeMap<Integer, Cell> copied = new TreeMap<>(cells);
        if (cells.containsKey(column)) {
            copied.put(to, cells.get(column));
        }
        return copied;
    }
}
