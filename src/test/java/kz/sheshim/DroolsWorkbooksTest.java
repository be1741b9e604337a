package kz.sheshim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.JarURLConnection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import kz.sheshim.finding.Finding;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The awkward workbooks on which Drools tests its own decision tables, from its jar of tests: each is answered by findings. */
@Timeout(120)
class DroolsWorkbooksTest {

    private static Map<String, byte[]> workbooks(String ending) throws IOException {
        Map<String, byte[]> workbooks = new LinkedHashMap<>();
        var known = DroolsWorkbooksTest.class
                .getResource("/data/BasicWorkbook.drl.xls")
                .openConnection();
        try (JarFile file = ((JarURLConnection) known).getJarFile()) {
            for (JarEntry entry : (Iterable<JarEntry>) file.entries()::asIterator) {
                if (entry.getName().endsWith(ending)) {
                    workbooks.put(entry.getName(), file.getInputStream(entry).readAllBytes());
                }
            }
        }
        return workbooks;
    }

    private static List<String> codes(byte[] workbook) {
        return new SmallPolicyFixture()
                .with("drools.xlsx", workbook).check().findings().stream()
                        .map(Finding::defect)
                        .map(defect -> defect.code())
                        .distinct()
                        .toList();
    }

    @Test
    void oldWorkbooksAreOfAnotherFormat() throws IOException {
        Map<String, byte[]> workbooks = workbooks(".xls");
        assertThat(workbooks).hasSizeGreaterThan(50);
        workbooks.forEach((name, bytes) -> assertThat(codes(bytes)).as(name).containsExactly("other-format"));
    }

    @Test
    void tablesOfCommasAreOfAnotherFormat() throws IOException {
        Map<String, byte[]> tables = workbooks(".csv");
        assertThat(tables).hasSizeGreaterThan(5);
        tables.forEach((name, bytes) -> assertThat(codes(bytes)).as(name).containsExactly("other-format"));
    }

    @Test
    void newWorkbooksAreNoTables() throws IOException {
        Map<String, byte[]> workbooks = workbooks(".xlsx");
        assertThat(workbooks).hasSizeGreaterThan(1);
        workbooks.forEach((name, bytes) -> assertThat(codes(bytes)).as(name).contains("unknown-sheet"));
    }

    /** The same content as .xlsx: merged cells, formulas, links to elsewhere, Java in cells, thousands of rows. */
    @Test
    void contentOfOldWorkbooksIsNeverTakenForATable() throws IOException {
        for (var workbook : workbooks(".xls").entrySet()) {
            assertThat(codes(converted(workbook.getValue())))
                    .as(workbook.getKey())
                    .contains("unknown-sheet");
        }
    }

    private static byte[] converted(byte[] old) throws IOException {
        try (HSSFWorkbook from = new HSSFWorkbook(new ByteArrayInputStream(old));
                XSSFWorkbook to = new XSSFWorkbook();
                ByteArrayOutputStream saved = new ByteArrayOutputStream()) {
            for (Sheet sheet : from) {
                XSSFSheet copy = to.createSheet(sheet.getSheetName());
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        Row target = copy.getRow(row.getRowNum());
                        copy(
                                (target == null ? copy.createRow(row.getRowNum()) : target)
                                        .createCell(cell.getColumnIndex()),
                                cell);
                    }
                }
                for (CellRangeAddress range : sheet.getMergedRegions()) {
                    copy.addMergedRegionUnsafe(range.copy());
                }
            }
            to.write(saved);
            return saved.toByteArray();
        }
    }

    private static void copy(Cell to, Cell from) {
        switch (from.getCellType()) {
            case STRING -> to.setCellValue(from.getStringCellValue());
            case NUMERIC -> to.setCellValue(from.getNumericCellValue());
            case BOOLEAN -> to.setCellValue(from.getBooleanCellValue());
            case ERROR -> to.setCellErrorValue(from.getErrorCellValue());
            case FORMULA -> ((XSSFCell) to).getCTCell().addNewF().setStringValue(from.getCellFormula());
            default -> {}
        }
    }
}
