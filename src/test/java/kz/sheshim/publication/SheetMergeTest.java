package kz.sheshim.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import kz.sheshim.publication.SheetMerge.Merged;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.workbook.Cell;
import kz.sheshim.workbook.CellAddress;
import kz.sheshim.workbook.Row;
import kz.sheshim.workbook.RowEdit;
import kz.sheshim.workbook.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetMergeTest {
    private static final List<String> HEAD = List.of(
            "Table|income", "Title|Incomes", "Hit policy|UNIQUE", "", "", "", "Rule|Age|Limit|Note", "|age|→ limit");

    /** A sheet of lines whose cells are separated by bars. */
    private static Sheet sheet(List<String> lines) {
        List<Row> rows = new ArrayList<>();
        for (int number = 0; number < lines.size(); number++) {
            String[] texts = lines.get(number).split("\\|");
            SortedMap<Integer, Cell> cells = new TreeMap<>();
            for (int column = 0; column < texts.length; column++) {
                if (!texts[column].isEmpty()) {
                    cells.put(column, new Cell(new CellAddress("a.xlsx", "S", number, column), texts[column]));
                }
            }
            rows.add(new Row("a.xlsx", "S", number, cells));
        }
        return new Sheet("a.xlsx", "S", rows);
    }

    private static Sheet table(String... rules) {
        return sheet(Stream.concat(HEAD.stream(), Stream.of(rules)).toList());
    }

    private static List<String> lines(Sheet sheet) {
        List<String> lines = new ArrayList<>();
        for (Row row : sheet.rows()) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; !row.blank() && column <= row.cells().lastKey(); column++) {
                line.append(column == 0 ? "" : "|").append(row.text(column));
            }
            lines.add(line.toString());
        }
        return lines;
    }

    /** What the edits make of a sheet, as an editor of workbooks does them. */
    private static List<String> edited(Sheet sheet, List<RowEdit> edits) {
        List<List<String>> rows = new ArrayList<>();
        for (String line : lines(sheet)) {
            rows.add(new ArrayList<>(List.of(line.split("\\|", -1))));
        }
        for (RowEdit edit : edits) {
            List<String> row = edit instanceof RowEdit.Insert ? new ArrayList<>() : rows.get(edit.row());
            edit.texts().forEach((column, text) -> {
                while (row.size() <= column) {
                    row.add("");
                }
                row.set(column, text);
            });
            if (edit instanceof RowEdit.Insert) {
                rows.add(edit.row() + 1, row);
            }
        }
        return rows.stream().map(row -> String.join("|", row)).toList();
    }

    private static List<String> rules(Merged merged, Sheet onto) {
        assertThat(merged.touching()).isEmpty();
        assertThat(merged.inexpressible()).isEmpty();
        List<String> lines = edited(onto, merged.edits());
        return lines.subList(HEAD.size(), lines.size());
    }

    @Test
    void cellsOfOneRuleThatTheSidesChangedApartAreJoined() {
        Sheet law = table("IL-1|< 18|120|x", "IL-2|>= 18|200");
        Merged merged = SheetMerge.of(
                table("IL-1|< 18|100|x", "IL-2|>= 18|200"), table("IL-1|< 21|100", "IL-2|>= 18|200"), law);
        assertThat(rules(merged, law)).containsExactly("IL-1|< 21|120|", "IL-2|>= 18|200");
    }

    @Test
    void cellThatBothChangedIsNamedWithWhatEachSays() {
        Sheet base = table("IL-1|< 18|100");
        assertThat(SheetMerge.of(base, table("IL-1|< 18|110"), table("IL-1|< 18|120"))
                        .touching())
                .extracting(Phrase::toString)
                .containsExactly("a.xlsx › S › C9 (\"110\" and \"120\")");
        Sheet same = table("IL-1|< 18|110");
        assertThat(rules(SheetMerge.of(base, same, same), same)).containsExactly("IL-1|< 18|110");
        assertThat(SheetMerge.of(base, table("IL-1|< 18|110"), table()).touching())
                .extracting(Phrase::toString)
                .containsExactly("the row IL-1 of a.xlsx › S, which one side changed and the other removed");
        assertThat(SheetMerge.of(base, table("IL-1|< 18|100", "IL-2|1|2"), table("IL-1|< 18|100", "IL-2|1|3"))
                        .touching())
                .extracting(Phrase::toString)
                .containsExactly("a.xlsx › S › C10 (\"2\" and \"3\")");
    }

    @Test
    void newRowsComeBelowTheirRowOfTheBase() {
        Sheet law = table("A|1|1", "L|2|2", "B|3|3", "C|4|4", "M|5|5");
        Merged merged = SheetMerge.of(
                table("A|1|1", "B|3|3", "C|4|4"),
                table("N0|0|0", "A|1|1", "N1|7|7", "N2|8|8", "B|3|3", "C|4|4", "N3|9|9"),
                law);
        assertThat(rules(merged, law))
                .containsExactly("N0|0|0", "A|1|1", "N1|7|7", "N2|8|8", "L|2|2", "B|3|3", "C|4|4", "N3|9|9", "M|5|5");
    }

    @Test
    void whereTheFirstMatchDecidesNewRowsOfBothAtOnePlaceTouch() {
        List<String> first = new ArrayList<>(HEAD);
        first.set(2, "Hit policy|FIRST");
        List<List<String>> sides = Stream.of(List.of("A|1|1"), List.of("A|1|1", "N|2|2"), List.of("A|1|1", "L|3|3"))
                .map(rules -> Stream.concat(first.stream(), rules.stream()).toList())
                .toList();
        assertThat(SheetMerge.of(sheet(sides.get(0)), sheet(sides.get(1)), sheet(sides.get(2)))
                        .touching())
                .extracting(Phrase::toString)
                .containsExactly("the order of the rows N and L of a.xlsx › S");
    }

    @Test
    void whatIsMoreThanCellsAndNewRowsIsSaid() {
        Sheet base = table("A|1|1", "B|2|2");
        assertThat(SheetMerge.of(base, table("A|1|1"), base).inexpressible())
                .extracting(Phrase::toString)
                .containsExactly("the row B of a.xlsx › S was removed");
        assertThat(SheetMerge.of(base, table("B|2|2", "A|1|1"), base).inexpressible())
                .extracting(Phrase::toString)
                .containsExactly("rows of a.xlsx › S were put into another order");
        assertThat(SheetMerge.of(base, table("A|1|1", "A|2|2"), base).inexpressible())
                .extracting(Phrase::toString)
                .containsExactly("rows of a.xlsx › S cannot be told apart");
        List<String> wider = new ArrayList<>(lines(base));
        wider.set(6, "Rule|Kind|Age|Limit");
        assertThat(SheetMerge.of(base, base, sheet(wider)).inexpressible())
                .extracting(Phrase::toString)
                .containsExactly("columns of a.xlsx › S were changed");
    }

    /** In a list of codes the first cell is the name of the list; below a scenario its further rows have none. */
    @Test
    void rowsOfOtherSheetsAreNamedByAsFewCellsAsTellThemApart() {
        Sheet law = sheet(List.of("List|Code|Label", "sex|M|man", "sex|F|woman", "visa|A|a", "visa|L|l"));
        Merged merged = SheetMerge.of(
                sheet(List.of("List|Code|Label", "sex|M|man", "sex|F|female", "visa|A|a")),
                sheet(List.of("List|Code|Label", "sex|M|male", "sex|F|female", "sex|X|other", "visa|A|a")),
                law);
        assertThat(merged.touching()).isEmpty();
        assertThat(edited(law, merged.edits()))
                .containsExactly("List|Code|Label", "sex|M|male", "sex|F|woman", "sex|X|other", "visa|A|a", "visa|L|l");

        Sheet scenarios = sheet(List.of("Scenarios", "S1|a", "|child 1", "|child 2", "S2|b"));
        merged = SheetMerge.of(
                sheet(List.of("Scenarios", "S1|a", "|child 1", "S2|b")),
                sheet(List.of("Scenarios", "S1|a", "|child 1", "S9|c", "|child of 9", "S2|b")),
                scenarios);
        assertThat(edited(scenarios, merged.edits()))
                .containsExactly("Scenarios", "S1|a", "|child 1", "|child 2", "S9|c", "|child of 9", "S2|b");
    }

    /** Whoever changes a cell that the other side leaves alone finds it in the result, whatever else happens. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anyChangesThatDoNotTouchAreJoined(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            List<List<String>> base = new ArrayList<>();
            for (int rule = 0; rule < 6; rule++) {
                base.add(List.of("R" + rule, "c" + rule, "l" + rule, "n" + rule));
            }
            List<List<String>> mine = copy(base);
            List<List<String>> theirs = copy(base);
            List<List<String>> joined = copy(base);
            for (int change = 0; change < 5; change++) {
                int rule = random.nextInt(6);
                int column = 1 + random.nextInt(3);
                if (joined.get(rule).get(column).equals(base.get(rule).get(column))) {
                    String text = "v" + change;
                    (random.nextBoolean() ? mine : theirs).get(rule).set(column, text);
                    joined.get(rule).set(column, text);
                }
            }
            List<List<String>> mineOnly = added(mine, "M", random);
            List<List<String>> theirsOnly = added(theirs, "T", random);
            Sheet onto = table(theirs.stream().map(row -> String.join("|", row)).toArray(String[]::new));
            Merged merged = SheetMerge.of(
                    table(base.stream().map(row -> String.join("|", row)).toArray(String[]::new)),
                    table(mine.stream().map(row -> String.join("|", row)).toArray(String[]::new)),
                    onto);
            List<String> result = rules(merged, onto);
            List<String> all = new ArrayList<>();
            Stream.of(joined, mineOnly, theirsOnly)
                    .flatMap(List::stream)
                    .forEach(row -> all.add(String.join("|", row)));
            assertThat(result).containsExactlyInAnyOrderElementsOf(all);
            assertThat(ids(result))
                    .containsSubsequence(
                            ids(mine.stream().map(row -> String.join("|", row)).toList()));
            assertThat(ids(result))
                    .containsSubsequence(ids(
                            theirs.stream().map(row -> String.join("|", row)).toList()));
        }
    }

    private static List<List<String>> copy(List<List<String>> rows) {
        List<List<String>> copy = new ArrayList<>();
        rows.forEach(row -> copy.add(new ArrayList<>(row)));
        return copy;
    }

    /** Adds up to three rows anywhere. */
    private static List<List<String>> added(List<List<String>> rows, String id, Random random) {
        List<List<String>> added = new ArrayList<>();
        for (int number = random.nextInt(4); number > 0; number--) {
            List<String> row = List.of(id + number, "x", "y", "z");
            rows.add(random.nextInt(rows.size() + 1), row);
            added.add(row);
        }
        return added;
    }

    private static List<String> ids(List<String> lines) {
        return lines.stream().map(line -> line.substring(0, line.indexOf('|'))).toList();
    }
}
