package kz.sheshim.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellAddressTest {
    private static final SheetAddress SHEET = new SheetAddress("a.xlsx", "Term");

    @ParameterizedTest
    @CsvSource({
        "A1, 0, 0",
        "B12, 11, 1",
        "Z9, 8, 25",
        "AA1, 0, 26",
        "AZ2, 1, 51",
        "BA2, 1, 52",
        "XFD1048576, 1048575, 16383"
    })
    void nameIsReadAsItIsWritten(String name, int row, int column) {
        CellAddress cell = new CellAddress("a.xlsx", "Term", row, column);
        assertThat(cell.within()).isEqualTo(name);
        assertThat(CellAddress.of(SHEET, name)).contains(cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "9", "A0", "a1", "A1:B2", "A1 ", "rows 3 to 4"})
    void otherTextIsNone(String text) {
        assertThat(CellAddress.of(SHEET, text)).isEmpty();
    }
}
