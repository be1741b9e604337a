package kz.sheshim.finding.cell;

import static org.assertj.core.api.Assertions.assertThat;

import kz.sheshim.workbook.Cell;
import kz.sheshim.workbook.CellAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShownOtherwiseTest {
    private static Cell text(String text) {
        return new Cell(new CellAddress("a.xlsx", "S", 8, 1), text);
    }

    /** With these a text can be read otherwise than a program reads it. */
    @ParameterizedTest
    @ValueSource(strings = {"not in A\u202e, B\u202c", "\u2067KZ\u2069", "A\u202aB"})
    void textThatReversesTheDirectionOfWritingIsFound(String text) {
        assertThat(ShownOtherwise.in(text(text))).hasValueSatisfying(defect -> assertThat(defect.message())
                .contains("changes the direction of writing", "without that character"));
    }

    @Test
    void plainTextIsShownAsItIs() {
        assertThat(ShownOtherwise.in(text("not in A, B"))).isEmpty();
    }
}
