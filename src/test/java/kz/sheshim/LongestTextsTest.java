package kz.sheshim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kz.sheshim.finding.Finding;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The longest text that a cell can hold, in every row in turn: no message grows with it, and nothing overflows. */
@Timeout(120)
class LongestTextsTest {
    private static final int LONGEST = 32_767;

    private static final List<String> PIECES = List.of("a-", "1..");

    @Test
    void everyMessageStaysShort() throws IOException {
        int rows = 0;
        for (String workbook : List.of("vocabulary", "tables", "calendar")) {
            byte[] bytes = Files.readAllBytes(Path.of("src/test/resources/tables/good", workbook + ".xlsx"));
            for (int[] place : places(bytes)) {
                String piece = PIECES.get(rows++ % PIECES.size());
                String text = piece.repeat(LONGEST / piece.length());
                List<Finding> findings = new SmallPolicyFixture()
                        .with(workbook + ".xlsx", planted(bytes, place, text))
                        .check()
                        .findings();
                for (Finding finding : findings) {
                    assertThat(finding.toString().toLowerCase(Locale.ROOT))
                            .as(workbook + " " + place[0] + " " + place[1])
                            .hasSizeLessThan(2_000);
                }
            }
        }
    }

    /** Rows of every sheet. */
    private static List<int[]> places(byte[] bytes) throws IOException {
        List<int[]> places = new ArrayList<>();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            for (int sheet = 0; sheet < book.getNumberOfSheets(); sheet++) {
                for (int number : new int[] {1, 7, 8}) {
                    Row row = book.getSheetAt(sheet).getRow(number);
                    if (row != null) {
                        places.add(new int[] {sheet, number});
                    }
                }
            }
        }
        return places;
    }

    private static byte[] planted(byte[] bytes, int[] place, String text) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes));
                ByteArrayOutputStream saved = new ByteArrayOutputStream()) {
            for (Cell cell : book.getSheetAt(place[0]).getRow(place[1])) {
                cell.setCellValue(text);
            }
            book.write(saved);
            return saved.toByteArray();
        }
    }
}
