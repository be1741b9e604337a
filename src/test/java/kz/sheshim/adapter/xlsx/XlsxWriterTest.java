package kz.sheshim.adapter.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class XlsxWriterTest {
    private final XlsxWriter writer = new XlsxWriter();

    @Test
    void everyCellIsReadBackAsTheTextThatItWas() throws IOException {
        List<String> header = List.of("decision", "before");
        List<List<String>> rows = List.of(
                List.of("=HYPERLINK(\"http://example.invalid\")", "+1"),
                List.of("@SUM(A1)", "-1"),
                List.of("1281.40", "2026-11-29"),
                List.of("<b>&\"қ\"</b>", " two  spaces "),
                List.of("_x0041_", "a\nb\tc"),
                List.of("", "𐍈"));

        try (XSSFWorkbook read = read(writer.write("Affected decisions", header, rows))) {
            XSSFSheet sheet = read.getSheet("Affected decisions");
            assertThat(texts(sheet, 0)).isEqualTo(header);
            for (int i = 0; i < rows.size(); i++) {
                assertThat(texts(sheet, i + 1)).isEqualTo(rows.get(i));
                for (Cell cell : sheet.getRow(i + 1)) {
                    assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
                    assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
                    assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("@");
                }
            }
            assertThat(sheet.getLastRowNum()).isEqualTo(rows.size());
        }
    }

    @Test
    void whatNoWorkbookCanHoldIsReplacedOrShortened() throws IOException {
        String longest = "x".repeat(40_000);

        try (XSSFWorkbook read =
                read(writer.write("a/b[c]", List.of("text"), List.of(List.of("a\0b"), List.of(longest))))) {
            assertThat(texts(read.getSheetAt(0), 1)).containsExactly("a\uFFFDb");
            assertThat(texts(read.getSheetAt(0), 2).get(0)).hasSize(32_767).endsWith("x…");
        }
    }

    private static XSSFWorkbook read(byte[] workbook) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(workbook));
    }

    private static List<String> texts(XSSFSheet sheet, int row) {
        return List.of(
                        sheet.getRow(row).getCell(0),
                        sheet.getRow(row).getCell(sheet.getRow(row).getLastCellNum() - 1))
                .subList(0, sheet.getRow(row).getLastCellNum())
                .stream()
                .map(Cell::getStringCellValue)
                .toList();
    }
}
