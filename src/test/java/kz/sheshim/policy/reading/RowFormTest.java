package kz.sheshim.policy.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.sheshim.policy.Catalogue;
import kz.sheshim.policy.reading.RowForm.Input;
import kz.sheshim.policy.reading.RowForm.Kind;
import kz.sheshim.vocabulary.Label;
import kz.sheshim.vocabulary.Vocabulary;
import kz.sheshim.workbook.Cell;
import kz.sheshim.workbook.CellAddress;
import kz.sheshim.workbook.Row;
import kz.sheshim.workbook.RowEdit;
import kz.sheshim.workbook.Sheet;
import org.junit.jupiter.api.Test;

/** The form of a row shows what its author wrote, and becomes an edit of its cells. */
class RowFormTest {
    private static final Catalogue CATALOGUE = new Catalogue(
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            new TreeMap<>(Map.of("call", Label.same("a"), "visit", Label.same("b"))));

    private static final TableSheet SHEET = TableSheet.of(sheet(
            List.of("Table", "t"),
            List.of("Gives", "action"),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of("Rule", "From", "Until", "Twice", "Action", "Note"),
            List.of("", "", "", "rule twice", "→ code"),
            List.of("R-1", "2024-01-01", "", "not  yes", "call", "as typed")));

    private final RowForm form =
            RowForm.of(SHEET, SHEET.rules().get(0), new Vocabulary(List.of(), List.of(), List.of()), CATALOGUE);

    @SafeVarargs
    private static Sheet sheet(List<String>... texts) {
        List<Row> rows = new ArrayList<>();
        for (List<String> row : texts) {
            TreeMap<Integer, Cell> cells = new TreeMap<>();
            for (int column = 0; column < row.size(); column++) {
                if (!row.get(column).isEmpty()) {
                    cells.put(column, new Cell(new CellAddress("f.xlsx", "S", rows.size(), column), row.get(column)));
                }
            }
            rows.add(new Row("f.xlsx", "S", rows.size(), cells));
        }
        return new Sheet("f.xlsx", "S", rows);
    }

    @Test
    void inputsAreTheColumnsAsTheirAuthorFilledThem() {
        assertThat(form.inputs())
                .extracting(Input::kind)
                .containsExactly(Kind.RULE, Kind.FROM, Kind.UNTIL, Kind.CONDITION, Kind.CONCLUSION, Kind.NOTE);
        assertThat(form.inputs())
                .extracting(Input::text)
                .containsExactly("R-1", "2024-01-01", "", "not  yes", "call", "as typed");
        assertThat(form.inputs())
                .extracting(Input::choices)
                .containsExactly(
                        List.of(), List.of(), List.of(), List.of("yes", "no"), List.of("call", "visit"), List.of());
        assertThat(form.inputs().get(4).address()).hasToString("f.xlsx › S › E9");
    }

    @Test
    void filledFormIsAnEditOfWhatDiffers() {
        assertThat(form.changed(Map.of(0, "R-1", 4, "visit", 5, "")))
                .isEqualTo(new RowEdit.Change("S", 8, new TreeMap<>(Map.of(4, "visit", 5, ""))));
        assertThat(form.added(Map.of(0, "R-2", 4, "call")))
                .isEqualTo(new RowEdit.Insert("S", 8, new TreeMap<>(Map.of(0, "R-2", 4, "call"))));
        assertThatThrownBy(() -> form.changed(Map.of(6, "x"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void rowEndsOnTheDayBeforeAnotherTakesItsPlace() {
        assertThat(form.succeeded(LocalDate.of(2027, 1, 1), Map.of(0, "R-1-2", 4, "visit"))
                        .orElseThrow())
                .containsExactly(
                        new RowEdit.Change("S", 8, new TreeMap<>(Map.of(2, "2026-12-31"))),
                        new RowEdit.Insert(
                                "S",
                                8,
                                new TreeMap<>(Map.of(
                                        0,
                                        "R-1-2",
                                        1,
                                        "2027-01-01",
                                        2,
                                        "",
                                        3,
                                        "not  yes",
                                        4,
                                        "visit",
                                        5,
                                        "as typed"))));
        assertThat(SHEET.freeId("R-1")).isEqualTo("R-1-2");
        assertThat(SHEET.freeId("R-2")).isEqualTo("R-2-2");
    }
}
