package kz.sheshim.adapter.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.Severity;
import kz.sheshim.workbook.Cell;
import kz.sheshim.workbook.Limits;
import kz.sheshim.workbook.Sheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A cell says what it means, not how it looks; what has no certain meaning is a finding at its cell, and nothing in the bytes is an exception. */
class XlsxReaderTest {
    private final List<Finding> findings = new ArrayList<>();

    private List<Sheet> read(byte[] bytes) {
        return new XlsxReader().read("book.xlsx", bytes, Limits.USUAL.allowance(), findings::add);
    }

    private List<String> found() {
        return findings.stream()
                .map(finding -> finding.defect().code() + " at " + finding.address())
                .toList();
    }

    private static byte[] bytes(Workbook book) {
        try (book;
                ByteArrayOutputStream saved = new ByteArrayOutputStream()) {
            book.write(saved);
            return saved.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] workbook(Consumer<XSSFWorkbook> content) {
        XSSFWorkbook book = new XSSFWorkbook();
        content.accept(book);
        return bytes(book);
    }

    private static byte[] sheet(Consumer<XSSFSheet> content) {
        return workbook(book -> content.accept(book.createSheet("S")));
    }

    private static XSSFCell cell(XSSFSheet sheet, int row, int column) {
        return (sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row)).createCell(column);
    }

    private static void format(XSSFCell cell, String format) {
        XSSFWorkbook book = cell.getSheet().getWorkbook();
        CellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat(format));
        cell.setCellStyle(style);
    }

    /** What the only cell says; empty when it says nothing. */
    private String text(Consumer<XSSFCell> content) {
        return read(sheet(sheet -> content.accept(cell(sheet, 0, 0))))
                .get(0)
                .row(0)
                .text(0);
    }

    private String date(String format, BiConsumer<XSSFCell, LocalDate> set) {
        return text(cell -> {
            set.accept(cell, LocalDate.of(2024, 3, 25));
            format(cell, format);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.5 | General | 0.5",
                "0.5 | 0% | 0.5",
                "0.125 | 0.00% | 0.125",
                "1500 | #,##0.00\\ \"₸\" | 1500",
                "1500.5 | [$₸-43F]\\ #,##0 | 1500.5",
                "1500 | #,##0.00\\ [$KZT] | 1500",
                "-7 | 0.00_);[Red](0.00) | -7",
                "12345 | 0.00E+00 | 12345",
                "1E20 | 0.00E+00 | 100000000000000000000",
                "1.5E-7 | 0.00E+00 | 0.00000015",
                "7 | 000 | 7",
                "7 | 0.00 | 7",
                "0 | General | 0",
                "0.1 | 0 | 0.1",
                "900101300017 | 0 | 900101300017",
                "3 | @ | 3"
            })
    void numberIsItsValueWhateverItsFormat(double value, String format, String text) {
        assertThat(text(cell -> {
                    cell.setCellValue(value);
                    format(cell, format);
                }))
                .isEqualTo(text);
        assertThat(findings).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yyyy-mm-dd",
                "dd.mm.yyyy",
                "m/d/yy",
                "d-mmm-yy",
                "[$-419]d mmmm yyyy;@",
                "[$-F800]dddd, mmmm dd, yyyy",
                "yyyy-mm-dd hh:mm",
                "[Red]dd/mm/yyyy",
                "[$-419]d\\ mmmm\\ yyyy\\ \\г\\.;@",
                "dd\\.mm\\.yyyy",
                "yyyy\"年\"m\"月\"d\"日\";@",
                "d mmmm yyyy г."
            })
    void dateIsIsoTextWhateverItsFormat(String format) {
        assertThat(date(format, XSSFCell::setCellValue)).isEqualTo("2024-03-25");
        assertThat(findings).isEmpty();
    }

    @Test
    void dateOfAWorkbookThatCountsFrom1904IsTheSameDay() {
        byte[] from1900 = sheet(sheet -> {
            cell(sheet, 0, 0).setCellValue(LocalDate.of(2024, 3, 25));
            format(sheet.getRow(0).getCell(0), "yyyy-mm-dd");
        });
        byte[] from1904 = workbook(book -> {
            book.getCTWorkbook().getWorkbookPr().setDate1904(true);
            XSSFSheet sheet = book.createSheet("S");
            cell(sheet, 0, 0).setCellValue(LocalDate.of(2024, 3, 25));
            format(sheet.getRow(0).getCell(0), "yyyy-mm-dd");
        });
        assertThat(rawNumber(from1904)).isEqualTo(rawNumber(from1900) - 1462);
        assertThat(read(from1904).get(0).row(0).text(0)).isEqualTo("2024-03-25");
        assertThat(read(from1900).get(0).row(0).text(0)).isEqualTo("2024-03-25");
        assertThat(findings).isEmpty();
    }

    private static double rawNumber(byte[] bytes) {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            return book.getSheetAt(0).getRow(0).getCell(0).getNumericCellValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"yyyy-mm-dd", "yyyy-mm-dd hh:mm", "hh:mm"})
    void dateWithATimeOfDayIsAFindingEvenWhereTheFormatHidesTheTime(String format) {
        assertThat(text(cell -> {
                    cell.setCellValue(LocalDateTime.of(2024, 3, 25, 9, 30));
                    format(cell, format);
                }))
                .isEmpty();
        assertThat(found()).containsExactly("unreadable-cell at book.xlsx › S › A1");
        assertThat(findings.get(0).defect().message()).contains("time of day");
    }

    @Test
    void numberThatIsNoDayUnderADateFormatIsNoSilentDate() {
        String text = text(cell -> {
            cell.setCellValue(-5);
            format(cell, "yyyy-mm-dd");
        });
        assertThat(text).isIn("-5", "");
    }

    @Test
    void textIsTextEvenWhenItLooksLikeSomethingElse() {
        for (String text : List.of("007", "2024-03-25", "1E5", "TRUE", "=1+1", "'x", "шешім", "a\nb", "0.50")) {
            assertThat(text(cell -> cell.setCellValue(text))).isEqualTo(text);
        }
        assertThat(findings).isEmpty();
    }

    @Test
    void yesAndNoStandForTrueAndFalse() {
        assertThat(text(cell -> cell.setCellValue(true))).isEqualTo("yes");
        assertThat(text(cell -> cell.setCellValue(false))).isEqualTo("no");
        assertThat(findings).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1+1", "\"yes\"", "TODAY()", "A2"})
    void formulaIsAFindingAndNotItsResult(String formula) {
        assertThat(text(cell -> cell.setCellFormula(formula))).isEmpty();
        assertThat(found()).containsExactly("formula-cell at book.xlsx › S › A1");
        assertThat(findings.get(0).defect().message()).contains("formula");
    }

    @Test
    void formulaWithAStoredResultIsAFindingToo() {
        byte[] bytes = sheet(sheet -> {
            cell(sheet, 0, 0).setCellFormula("1+1");
            sheet.getWorkbook().getCreationHelper().createFormulaEvaluator().evaluateAll();
        });
        assertThat(read(bytes).get(0).row(0).text(0)).isEmpty();
        assertThat(found()).containsExactly("formula-cell at book.xlsx › S › A1");
    }

    @Test
    void errorCellIsAFinding() {
        assertThat(text(cell -> cell.setCellErrorValue(FormulaError.NA))).isEmpty();
        assertThat(found()).containsExactly("error-cell at book.xlsx › S › A1");
        assertThat(findings.get(0).defect().message()).contains("#N/A");
    }

    @Test
    void spaceAtTheEndsIsNotReadBreakingOrNot() {
        assertThat(text(cell -> cell.setCellValue("\u00a0 yes\u00a0\t\n"))).isEqualTo("yes");
        assertThat(text(cell -> cell.setCellValue("not\u00a0a, b"))).isEqualTo("not a, b");
        assertThat(findings).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00a0", "\t\n"})
    void cellOfSpaceIsBlank(String blank) {
        assertThat(read(sheet(sheet -> cell(sheet, 0, 0).setCellValue(blank)))
                        .get(0)
                        .rows())
                .isEmpty();
        assertThat(findings).isEmpty();
    }

    @Test
    void formattedCellsWithoutContentAreBlankAndEndNoTable() {
        Sheet sheet = read(sheet(content -> {
                    cell(content, 0, 0).setCellValue("a");
                    cell(content, 3, 2).setCellValue("b");
                    format(cell(content, 9, 0), "yyyy-mm-dd");
                }))
                .get(0);
        assertThat(sheet.rows()).hasSize(4);
        assertThat(sheet.row(1).blank()).isTrue();
        assertThat(sheet.row(3).cell(2).orElseThrow().address()).hasToString("book.xlsx › S › C4");
        assertThat(sheet.row(9).blank()).isTrue();
    }

    @Test
    void mergedRegionIsAFindingAtItsFirstCell() {
        read(sheet(sheet -> {
            cell(sheet, 1, 1).setCellValue("x");
            sheet.addMergedRegion(CellRangeAddress.valueOf("B2:C4"));
        }));
        assertThat(found()).containsExactly("merged-cells at book.xlsx › S › B2");
        assertThat(findings.get(0).defect().message()).contains("B2:C4");
        assertThat(findings.get(0).defect().severity()).isEqualTo(Severity.ERROR);
    }

    @Test
    void hiddenRowsAndColumnsAreReadWithAWarningEach() {
        Sheet sheet = read(sheet(content -> {
                    for (int row = 0; row < 3; row++) {
                        for (int column = 0; column < 3; column++) {
                            cell(content, row, column).setCellValue(row + "/" + column);
                        }
                    }
                    content.getRow(1).setZeroHeight(true);
                    content.setColumnHidden(2, true);
                }))
                .get(0);
        assertThat(sheet.row(1).text(2)).isEqualTo("1/2");
        assertThat(found())
                .containsExactlyInAnyOrder("hidden-cells at book.xlsx › S › A2", "hidden-cells at book.xlsx › S › C1");
        assertThat(findings).extracting(finding -> finding.defect().severity()).containsOnly(Severity.WARNING);
    }

    @Test
    void hiddenRowsAndColumnsThatSayNothingAreNoFinding() {
        read(sheet(sheet -> {
            cell(sheet, 0, 0).setCellValue("x");
            format(cell(sheet, 1, 0), "0");
            sheet.getRow(1).setZeroHeight(true);
            sheet.setColumnHidden(5, true);
        }));
        assertThat(findings).isEmpty();
    }

    @Test
    void everySheetIsReadInItsOrderAndEveryFindingIsTold() {
        List<Sheet> sheets = read(workbook(book -> {
            for (String name : List.of("Z", "Кесте", "A")) {
                XSSFSheet sheet = book.createSheet(name);
                cell(sheet, 0, 0).setCellFormula("1");
                cell(sheet, 0, 1).setCellErrorValue(FormulaError.DIV0);
                cell(sheet, 0, 27).setCellValue(name);
            }
        }));
        assertThat(sheets).extracting(Sheet::name).containsExactly("Z", "Кесте", "A");
        assertThat(sheets).extracting(sheet -> sheet.row(0).text(27)).containsExactly("Z", "Кесте", "A");
        assertThat(found())
                .hasSize(6)
                .contains("formula-cell at book.xlsx › Кесте › A1", "error-cell at book.xlsx › Кесте › B1");
    }

    private void isUnreadable(byte[] bytes) {
        isRefused("unreadable-file", bytes);
    }

    private void isRefused(String code, byte[] bytes) {
        findings.clear();
        assertThat(read(bytes)).isEmpty();
        assertThat(found()).containsExactly(code + " at book.xlsx");
        assertThat(findings.get(0).defect().severity()).isEqualTo(Severity.ERROR);
    }

    @Test
    void fileThatIsNoZipIsRefused() {
        isRefused("other-format", new byte[0]);
        isRefused("other-format", "not a workbook".getBytes(StandardCharsets.UTF_8));
        isRefused(
                "other-format", "<html><table><tr><td>Table</td></tr></table></html>".getBytes(StandardCharsets.UTF_8));
        isRefused("other-format", new byte[5_000]);
    }

    @Test
    void zipThatIsNoWorkbookIsUnreadable() throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream entries = new ZipOutputStream(zip)) {
            entries.putNextEntry(new ZipEntry("readme.txt"));
            entries.write(1);
        }
        isUnreadable(zip.toByteArray());
    }

    @Test
    void zipThatIsCutInsideASheetIsUnreadable() {
        byte[] whole = sheet(sheet -> {
            for (int row = 0; row < 50; row++) {
                cell(sheet, row, 0).setCellValue("row " + row);
            }
        });
        String name = "xl/worksheets/sheet1.xml";
        int content = new String(whole, StandardCharsets.ISO_8859_1).indexOf(name) + name.length();
        isUnreadable(Arrays.copyOf(whole, content + 50));
    }

    @Test
    void oldExcelFileUnderANewNameIsRefused() {
        HSSFWorkbook old = new HSSFWorkbook();
        old.createSheet("S").createRow(0).createCell(0).setCellValue("Table");
        isRefused("other-format", bytes(old));
    }

    @Test
    void sheetThatIsNoXmlIsUnreadable() throws IOException {
        byte[] whole = sheet(sheet -> cell(sheet, 0, 0).setCellValue("x"));
        ByteArrayOutputStream broken = new ByteArrayOutputStream();
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(whole));
                ZipOutputStream to = new ZipOutputStream(broken)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                byte[] content = from.readAllBytes();
                to.write(content, 0, entry.getName().endsWith("sheet1.xml") ? content.length / 2 : content.length);
            }
        }
        isUnreadable(broken.toByteArray());
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 22, 27, 30, 31, 36, 50, 57, 58})
    void builtInFormatsOfDates(int id) {
        String text = text(cell -> {
            cell.setCellValue(LocalDate.of(2024, 3, 25));
            CellStyle style = cell.getSheet().getWorkbook().createCellStyle();
            style.setDataFormat((short) id);
            cell.setCellStyle(style);
        });
        assertThat(text).isEqualTo("2024-03-25");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#,##0\\ \\₽",
                "0\\ \"дней\"",
                "0.00E+00",
                "[Red]0",
                "# ?/?",
                "General",
                "Standard",
                "00000-0000",
                "0_);(0)",
                "[$USD]\\ 0"
            })
    void formatsOfNumbersAreNoDates(String format) {
        assertThat(text(cell -> {
                    cell.setCellValue(45376);
                    format(cell, format);
                }))
                .isEqualTo("45376");
    }

    /** A format of a conditional format may have the id of another format of cells. */
    @Test
    void formatOfAConditionalFormatIsNoFormatOfCells() throws IOException {
        byte[] bytes = sheet(sheet -> {
            cell(sheet, 0, 0).setCellValue(LocalDate.of(2024, 3, 25));
            format(sheet.getRow(0).getCell(0), "d mmmm yyyy");
        });
        byte[] changed = replaced(bytes, "xl/styles.xml", text -> text.replaceFirst(
                        "<dxfs[^>]*/>|<dxfs[^>]*>|</styleSheet>",
                        "<dxfs count=\"1\"><dxf><numFmt numFmtId=\"164\" formatCode=\"0.00\"/><font><strike/></font></dxf></dxfs></styleSheet>")
                .replaceFirst("(?s)</styleSheet>.*", "</styleSheet>"));
        assertThat(read(changed).get(0).row(0).text(0)).isEqualTo("2024-03-25");
        assertThat(findings).isEmpty();
    }

    private static byte[] replaced(byte[] workbook, String part, UnaryOperator<String> change) throws IOException {
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(workbook));
                ZipOutputStream to = new ZipOutputStream(changed)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                byte[] content = from.readAllBytes();
                to.write(
                        entry.getName().equals(part)
                                ? change.apply(new String(content, StandardCharsets.UTF_8))
                                        .getBytes(StandardCharsets.UTF_8)
                                : content);
            }
        }
        return changed.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 59, 60})
    void dayOfWhichProgramsDifferIsAFinding(double serial) {
        assertThat(text(cell -> {
                    cell.setCellValue(serial);
                    format(cell, "yyyy-mm-dd");
                }))
                .isEmpty();
        assertThat(findings.get(0).defect().message()).contains("before 1 March 1900");
    }

    @Test
    void kindOfACellTellsWhatTheFileHolds() {
        Sheet sheet = read(sheet(content -> {
                    for (int i = 0; i < 6; i++) {
                        cell(content, 0, i).setCellValue(12345678);
                    }
                    format(content.getRow(0).getCell(1), "000000000");
                    format(content.getRow(0).getCell(2), "#,##0");
                    format(content.getRow(0).getCell(3), "mmm-d");
                    format(content.getRow(0).getCell(3), "0");
                    content.getRow(0).getCell(4).setCellValue(123456789012d);
                    content.getRow(0).getCell(5).setCellValue(LocalDate.of(2026, 3, 1));
                    format(content.getRow(0).getCell(5), "mmm-d");
                    cell(content, 0, 6).setCellValue(true);
                    cell(content, 0, 7).setCellValue("012345678");
                }))
                .get(0);
        assertThat(sheet.row(0).cells().values())
                .extracting(Cell::kind)
                .containsExactly(
                        Cell.Kind.NUMBER,
                        Cell.Kind.FORMATTED_NUMBER,
                        Cell.Kind.FORMATTED_NUMBER,
                        Cell.Kind.NUMBER,
                        Cell.Kind.FORMATTED_NUMBER,
                        Cell.Kind.DATE,
                        Cell.Kind.YES_NO,
                        Cell.Kind.TEXT);
    }

    @Test
    void cellThatLooksRemovedOrEmptyIsReadWithAWarning() {
        Sheet sheet = read(sheet(content -> {
                    for (int row = 0; row < 6; row++) {
                        cell(content, row, 0).setCellValue("x" + row);
                    }
                    XSSFWorkbook book = content.getWorkbook();
                    XSSFFont struck = book.createFont();
                    struck.setStrikeout(true);
                    styled(content, 1, style -> style.setFont(struck));
                    XSSFRichTextString partly = new XSSFRichTextString("now then");
                    partly.applyFont(4, 8, struck);
                    content.getRow(2).getCell(0).setCellValue(partly);
                    XSSFFont white = book.createFont();
                    white.setColor(new XSSFColor(new byte[] {-1, -1, -1}, null));
                    styled(content, 3, style -> style.setFont(white));
                    styled(content, 4, style -> {
                        style.setFont(white);
                        style.setFillForegroundColor(new XSSFColor(new byte[] {0, 0, -1}, null));
                        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
                    });
                    format(content.getRow(5).getCell(0), ";;;");
                }))
                .get(0);
        assertThat(sheet.row(2).text(0)).isEqualTo("now then");
        assertThat(findings)
                .extracting(finding -> finding.address() + ": "
                        + finding.defect().wrong().toString().replaceFirst(",.*", ""))
                .containsExactly(
                        "book.xlsx › S › A2: The cell is struck through",
                        "book.xlsx › S › A3: The cell is partly struck through",
                        "book.xlsx › S › A4: The cell has letters in the colour of its background",
                        "book.xlsx › S › A6: The cell has a format that shows nothing");
    }

    private static void styled(XSSFSheet sheet, int row, Consumer<XSSFCellStyle> look) {
        XSSFCellStyle style = sheet.getWorkbook().createCellStyle();
        look.accept(style);
        sheet.getRow(row).getCell(0).setCellStyle(style);
    }

    @Test
    void rowsAndColumnsWithoutSizeAreReadWithAWarning() {
        read(sheet(content -> {
            for (int row = 0; row < 3; row++) {
                cell(content, row, 0).setCellValue("x");
                cell(content, row, 1).setCellValue("y");
            }
            content.getRow(1).setHeight((short) 0);
            content.setColumnWidth(1, 0);
        }));
        assertThat(findings)
                .extracting(finding -> finding.address() + ": "
                        + finding.defect().wrong().toString().replaceFirst(",.*", ""))
                .containsExactlyInAnyOrder(
                        "book.xlsx › S › A2: The row has no height", "book.xlsx › S › B1: The column has no width");
        findings.clear();
        read(sheet(content -> {
            content.getCTWorksheet().addNewSheetFormatPr().setZeroHeight(true);
            cell(content, 0, 0).setCellValue("x");
        }));
        assertThat(found()).containsExactly("hidden-cells at book.xlsx › S › A1");
    }

    @Test
    void lettersOfTwoCharactersAreReadAsOne() {
        assertThat(text(cell -> cell.setCellValue("и\u0306од"))).isEqualTo("йод");
    }
}
