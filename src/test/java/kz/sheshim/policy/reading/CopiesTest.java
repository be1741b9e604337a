package kz.sheshim.policy.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import kz.sheshim.workbook.Cell;
import kz.sheshim.workbook.CellAddress;
import kz.sheshim.workbook.Row;
import kz.sheshim.workbook.Sheet;
import org.junit.jupiter.api.Test;

class CopiesTest {
    @Test
    void nameThatIsSeenInAnotherOrderIsThatOfTheCopy() {
        String foreign = "a\u202exslx.xlsx";
        Copies copies = new Copies(Map.of("receipts.xlsx", rows("receipts.xlsx"), foreign, rows(foreign)));
        assertThat(copies.originalOf(foreign)).contains("receipts.xlsx");
        assertThat(copies.originalOf("receipts.xlsx")).isEmpty();
    }

    private static List<Sheet> rows(String file) {
        return List.of(new Sheet(
                file, "S", IntStream.range(0, 8).mapToObj(row -> row(file, row)).toList()));
    }

    private static Row row(String file, int row) {
        return new Row(
                file, "S", row, new TreeMap<>(Map.of(0, new Cell(new CellAddress(file, "S", row, 0), "row " + row))));
    }
}
