package kz.sheshim.adapter.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import kz.sheshim.adapter.folder.FolderPolicySource;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.workbook.Cell;
import kz.sheshim.workbook.EditRefused;
import kz.sheshim.workbook.Limits;
import kz.sheshim.workbook.Row;
import kz.sheshim.workbook.RowEdit;
import kz.sheshim.workbook.Sheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An edit of a row changes what is read at the cells named and nowhere else, and keeps everything else in the file. */
class XlsxEditorTest {
    private static byte[] edit(byte[] workbook, RowEdit... edits) {
        try {
            return new XlsxEditor().edit("book.xlsx", workbook, List.of(edits), Limits.USUAL);
        } catch (EditRefused e) {
            throw new AssertionError(e);
        }
    }

    private static SortedMap<Integer, String> texts(Object... columnsAndTexts) {
        SortedMap<Integer, String> texts = new TreeMap<>();
        for (int i = 0; i < columnsAndTexts.length; i += 2) {
            texts.put((Integer) columnsAndTexts[i], (String) columnsAndTexts[i + 1]);
        }
        return texts;
    }

    private static RowEdit change(int row, Object... columnsAndTexts) {
        return new RowEdit.Change("S", row, texts(columnsAndTexts));
    }

    private static RowEdit insert(int below, Object... columnsAndTexts) {
        return new RowEdit.Insert("S", below, texts(columnsAndTexts));
    }

    private static void refused(byte[] workbook, String message, RowEdit... edits) {
        assertThatThrownBy(() -> new XlsxEditor().edit("book.xlsx", workbook, List.of(edits), Limits.USUAL))
                .isInstanceOf(EditRefused.class)
                .hasMessageContaining(message);
    }

    private static List<Sheet> read(byte[] workbook) {
        return new XlsxReader().read("book.xlsx", workbook, Limits.USUAL.allowance(), finding -> {});
    }

    private static Map<String, List<SortedMap<Integer, String>>> view(byte[] workbook) {
        Map<String, List<SortedMap<Integer, String>>> view = new LinkedHashMap<>();
        read(workbook)
                .forEach(sheet -> view.put(
                        sheet.name(),
                        new ArrayList<>(
                                sheet.rows().stream().map(XlsxEditorTest::texts).toList())));
        return view;
    }

    private static SortedMap<Integer, String> texts(Row row) {
        SortedMap<Integer, String> texts = new TreeMap<>();
        row.cells().forEach((column, cell) -> texts.put(column, cell.kind() + " " + cell.text()));
        return texts;
    }

    private static Cell cell(byte[] workbook, int row, int column) {
        return read(workbook).get(0).row(row).cell(column).orElseThrow();
    }

    private static byte[] workbook(Consumer<XSSFSheet> content) {
        XSSFWorkbook book = new XSSFWorkbook();
        content.accept(book.createSheet("S"));
        return bytes(book);
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

    private static XSSFWorkbook open(byte[] workbook) {
        try {
            return new XSSFWorkbook(new ByteArrayInputStream(workbook));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static XSSFCell filled(XSSFSheet sheet, int row, int column, String text) {
        XSSFCell cell = (sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row)).createCell(column);
        cell.setCellValue(text);
        return cell;
    }

    private static Map<String, byte[]> parts(byte[] workbook) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }

    private static List<String> changedParts(byte[] before, byte[] after) {
        Map<String, byte[]> old = parts(before);
        Map<String, byte[]> now = parts(after);
        assertThat(now.keySet()).containsExactlyElementsOf(old.keySet());
        return now.keySet().stream()
                .filter(name -> !Arrays.equals(old.get(name), now.get(name)))
                .toList();
    }

    private static String part(byte[] workbook, String name) {
        return new String(parts(workbook).get(name), StandardCharsets.UTF_8);
    }

    static List<PolicyFile> shipped() {
        return new FolderPolicySource(Path.of(""))
                .files().stream().filter(file -> file.path().endsWith(".xlsx")).toList();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void rowInsertedInEachShippedSheetIsOneRowMore(PolicyFile file) throws IOException {
        byte[] workbook = file.bytes();
        Map<String, List<SortedMap<Integer, String>>> expected = view(workbook);
        List<RowEdit> edits = new ArrayList<>();
        expected.forEach((sheet, rows) -> {
            int below = rows.size() / 2;
            while (rows.get(below).isEmpty()) {
                below--;
            }
            int column = rows.get(below).firstKey();
            edits.add(new RowEdit.Insert(sheet, below, texts(column, "=1+1")));
            rows.add(below + 1, texts(column, "TEXT =1+1"));
        });
        byte[] edited = edit(workbook, edits.toArray(new RowEdit[0]));
        assertThat(view(edited)).isEqualTo(expected);
        assertThat(changedParts(workbook, edited))
                .allMatch(part -> part.equals("xl/workbook.xml") || part.startsWith("xl/worksheets/"));
        try (XSSFWorkbook before = open(workbook);
                XSSFWorkbook after = open(edited)) {
            for (RowEdit edit : edits) {
                XSSFSheet old = before.getSheet(edit.sheet());
                XSSFSheet now = after.getSheet(edit.sheet());
                assertThat(look(now, edit.row() + 1)).isEqualTo(look(old, edit.row()));
                assertThat(now.getLastRowNum()).isEqualTo(old.getLastRowNum() + 1);
                assertThat(dropDowns(now, edit.row() + 1)).isEqualTo(dropDowns(old, edit.row()));
                assertThat(dropDowns(now, now.getLastRowNum())).isEqualTo(dropDowns(old, old.getLastRowNum()));
            }
        }
    }

    /** The drop-downs of a row, by the columns. */
    private static List<String> dropDowns(XSSFSheet sheet, int row) {
        return sheet.getDataValidations().stream()
                .flatMap(each -> Arrays.stream(each.getRegions().getCellRangeAddresses())
                        .filter(range -> range.containsRow(row))
                        .map(range ->
                                range.getFirstColumn() + "-" + range.getLastColumn() + " " + each.getErrorBoxText()))
                .toList();
    }

    private static List<String> look(XSSFSheet sheet, int row) {
        List<String> look = new ArrayList<>(List.of(sheet.getRow(row).getHeight() + ""));
        sheet.getRow(row)
                .forEach(cell -> look.add(
                        cell.getColumnIndex() + " " + cell.getCellStyle().getIndex()));
        return look;
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void cellChangedInShippedSheetIsTheOnlyChange(PolicyFile file) {
        byte[] workbook = file.bytes();
        Sheet sheet = read(workbook).get(0);
        int row = sheet.rows().size() - 1;
        byte[] edited = edit(workbook, new RowEdit.Change(sheet.name(), row, texts(0, "<&>\"new\"")));

        Map<String, List<SortedMap<Integer, String>>> expected = view(workbook);
        expected.get(sheet.name()).get(row).put(0, "TEXT <&>\"new\"");
        assertThat(view(edited)).isEqualTo(expected);
        assertThat(changedParts(workbook, edited)).containsExactly("xl/worksheets/sheet1.xml");
        String before = part(workbook, "xl/worksheets/sheet1.xml");
        String after = part(edited, "xl/worksheets/sheet1.xml");
        int cell = before.indexOf("<c r=\"A" + (row + 1) + "\"");
        assertThat(after).startsWith(before.substring(0, cell));
        assertThat(after).endsWith(before.substring(before.indexOf("</c>", cell)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "yyyy-mm-dd | 2027-01-01 | DATE",
                "dd.mm.yyyy | 1900-03-01 | DATE",
                "yyyy-mm-dd | 1900-02-01 | TEXT",
                "yyyy-mm-dd | 2027-02-30 | TEXT",
                "yyyy-mm-dd | 18 | TEXT",
                "General | 2027-01-01 | TEXT",
                "General | 18 | NUMBER",
                "General | -0.5 | NUMBER",
                "General | 012 | TEXT",
                "General | 0.10 | TEXT",
                "General | 900101300017 | TEXT",
                "0 | 900101300017 | NUMBER",
                "@ | 18 | TEXT",
                "000 | 7 | TEXT",
                "General | yes | TEXT"
            })
    void textIsWrittenAsTheCellShowsItAndReadAsGiven(String format, String text, Cell.Kind kind) {
        for (boolean from1904 : new boolean[] {false, true}) {
            byte[] workbook = workbook(sheet -> {
                sheet.getWorkbook().getCTWorkbook().addNewWorkbookPr().setDate1904(from1904);
                XSSFCell cell = filled(sheet, 0, 0, "old");
                var style = sheet.getWorkbook().createCellStyle();
                style.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat(format));
                cell.setCellStyle(style);
            });
            if (from1904 && text.startsWith("1900")) {
                continue;
            }
            Cell cell = cell(edit(workbook, change(0, 0, text)), 0, 0);
            assertThat(cell.text()).isEqualTo(text);
            assertThat(cell.kind()).isEqualTo(kind);
        }
    }

    @Test
    void valueIsOfTheKindOfItsNeighbours() {
        byte[] workbook = workbook(sheet -> {
            filled(sheet, 0, 0, "").setCellValue(true);
            filled(sheet, 0, 1, "18");
            XSSFCell percent = filled(sheet, 0, 2, "");
            percent.setCellValue(0.5);
            var style = sheet.getWorkbook().createCellStyle();
            style.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat("0%"));
            percent.setCellStyle(style);
        });
        byte[] edited = edit(workbook, insert(0, 0, "no", 1, "21", 2, "0.25"));
        assertThat(texts(read(edited).get(0).row(1)))
                .isEqualTo(texts(0, "YES_NO no", 1, "TEXT 21", 2, "FORMATTED_NUMBER 0.25"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=cmd|' /C calc'!A0",
                "=1+1",
                "+1",
                "@SUM(A1)",
                "</t></is></c><c r=\"B1\"><f>1</f></c>",
                "]]>",
                "&amp; &#0;",
                "_x0041_ and _x005F_",
                "two\nlines\tand tab",
                "\u202etext from right to left\u202c",
                "қазақша 漢字 \uD83D\uDE00"
            })
    void hostileTextIsAText(String text) {
        byte[] edited = edit(new PartsFixture().bytes(), change(0, 0, text, 3, text));
        assertThat(cell(edited, 0, 0)).extracting(Cell::text, Cell::kind).containsExactly(text, Cell.Kind.TEXT);
        try (XSSFWorkbook book = open(edit(workbook(sheet -> filled(sheet, 0, 0, "x")), change(0, 0, text)))) {
            assertThat(book.getSheetAt(0).getRow(0).getCell(0).getCellType()).isEqualTo(CellType.STRING);
            assertThat(book.getSheetAt(0).getRow(0).getCell(0).getStringCellValue())
                    .isEqualTo(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void longTextIsWrittenUpToWhatACellHolds() {
        byte[] workbook = new PartsFixture().bytes();
        String longest = "я".repeat(32_767);
        assertThat(cell(edit(workbook, change(0, 1, longest)), 0, 1).text()).isEqualTo(longest);
        refused(workbook, "book.xlsx › S › B1: ", change(0, 1, longest + "я"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u0007b", "a\uD800b", "a\uFFFEb"})
    void characterThatXmlDoesNotTakeIsRefused(String text) {
        refused(new PartsFixture().bytes(), "book.xlsx › S › A1: ", change(0, 0, text));
    }

    @Test
    void textIsWrittenAsItIsRead() {
        byte[] edited = edit(new PartsFixture().bytes(), change(0, 0, " two\r\nlines\u00a0 ", 1, "  "));
        assertThat(texts(read(edited).get(0).row(0))).isEqualTo(texts(0, "TEXT two\nlines"));
    }

    @Test
    void emptyTextClearsTheCellAndKeepsItsLook() {
        byte[] workbook = new PartsFixture()
                .sheet("<row r='1'><c r='A1' s='0' t='s'><v>0</v></c><c r='B1'><f>1+1</f><v>2</v></c></row>")
                .bytes();
        byte[] edited = edit(workbook, change(0, 0, "", 1, "", 2, ""));
        assertThat(read(edited).get(0).rows()).isEmpty();
        assertThat(part(edited, "xl/worksheets/sheet1.xml"))
                .contains("<row r='1'><c r=\"A1\" s=\"0\"/><c r=\"B1\"/></row>");
    }

    @Test
    void partsOfOtherProgramsAreEdited() {
        String rows = "<x:row><x:c t='inlineStr'><x:is><x:t>a</x:t></x:is></x:c><x:c/></x:row>"
                + "<!-- <x:row> --><x:row r='5' spans='1:1'><x:c r='C5' t='str'><x:v>c</x:v></x:c></x:row><x:row/>";
        byte[] workbook = new PartsFixture()
                .put(
                        "xl/worksheets/sheet1.xml",
                        "\uFEFF<?xml version='1.0' encoding='utf-8'?><x:worksheet xmlns:x='http://purl.oclc.org/ooxml/spreadsheetml/main'>"
                                + "<x:sheetData>" + rows + "</x:sheetData></x:worksheet>")
                .bytes();
        byte[] edited = edit(
                workbook,
                change(0, 1, "b", 3, "d"),
                change(4, 0, "e", 3, "f", 4, "g"),
                change(5, 1, "h", 2, "i"),
                change(2, 0, "j"),
                insert(0, 0, "k"),
                insert(8, 0, "l"));
        assertThat(view(edited).get("S"))
                .containsExactly(
                        texts(0, "TEXT a", 1, "TEXT b", 3, "TEXT d"),
                        texts(0, "TEXT k"),
                        texts(),
                        texts(0, "TEXT j"),
                        texts(),
                        texts(0, "TEXT e", 2, "TEXT c", 3, "TEXT f", 4, "TEXT g"),
                        texts(1, "TEXT h", 2, "TEXT i"),
                        texts(),
                        texts(),
                        texts(0, "TEXT l"));
        assertThat(part(edited, "xl/worksheets/sheet1.xml"))
                .contains("<!-- <x:row> -->")
                .doesNotContain("<row", "<c ");
    }

    @Test
    void whatBelongsToTheRowsMovesWithThem() throws IOException {
        byte[] workbook = workbook(sheet -> {
            XSSFWorkbook book = sheet.getWorkbook();
            for (int row = 0; row < 6; row++) {
                filled(sheet, row, 0, "row " + row);
            }
            sheet.createFreezePane(1, 2);
            sheet.addMergedRegion(CellRangeAddress.valueOf("C5:D6"));
            sheet.setAutoFilter(CellRangeAddress.valueOf("A2:B3"));
            sheet.setRowBreak(4);
            var help = sheet.getDataValidationHelper();
            sheet.addValidationData(help.createValidation(
                    help.createFormulaListConstraint("$F$1:$F$3"), new CellRangeAddressList(2, 2, 0, 0)));
            sheet.addValidationData(help.createValidation(
                    help.createCustomConstraint("LEN(A5)<9"), new CellRangeAddressList(4, 5, 0, 0)));
            var formats = sheet.getSheetConditionalFormatting();
            formats.addConditionalFormatting(
                    new CellRangeAddress[] {CellRangeAddress.valueOf("A3:B3"), CellRangeAddress.valueOf("A5:B6")},
                    formats.createConditionalFormattingRule("$A3=$A$5"));
            var factory = book.getCreationHelper();
            var drawing = sheet.createDrawingPatriarch();
            for (int row : new int[] {1, 4}) {
                var anchor = factory.createClientAnchor();
                anchor.setRow1(row);
                anchor.setRow2(row + 2);
                anchor.setCol2(2);
                var comment = drawing.createCellComment(anchor);
                comment.setString(factory.createRichTextString("comment " + row));
                sheet.getRow(row).getCell(0).setCellComment(comment);
            }
            var link = factory.createHyperlink(org.apache.poi.common.usermodel.HyperlinkType.DOCUMENT);
            link.setAddress("S!A6");
            sheet.getRow(3).getCell(0).setHyperlink(link);
            book.setPrintArea(0, "$A$1:$B$6");
            sheet.setRepeatingRows(CellRangeAddress.valueOf("1:3"));
            var name = book.createName();
            name.setNameName("list");
            name.setRefersToFormula("S!$A$2:$A$3");
            XSSFSheet other = book.createSheet("Other");
            filled(other, 0, 0, "").setCellFormula("SUM(S!A1:A6)+S!$A$4+A4&\"S!A4\"+list");
            filled(other, 1, 0, "").setCellFormula("COUNTA('S'!B:B,S!4:5)");
        });
        byte[] edited = edit(workbook, insert(2, 0, "new"));
        XSSFWorkbook book = open(edited);
        XSSFSheet sheet = book.getSheet("S");
        assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 2);
        assertThat(sheet.getMergedRegions())
                .extracting(CellRangeAddress::formatAsString)
                .containsExactly("C6:D7");
        assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A2:B4");
        assertThat(sheet.getRowBreaks()).containsExactly(5);
        assertThat(sheet.getDataValidations())
                .extracting(
                        each -> each.getRegions().getCellRangeAddress(0).formatAsString(),
                        each -> each.getValidationConstraint().getFormula1())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("A3:A4", "$F$1:$F$4"),
                        org.assertj.core.groups.Tuple.tuple("A6:A7", "LEN(A6)<9"));
        var format = sheet.getSheetConditionalFormatting().getConditionalFormattingAt(0);
        assertThat(format.getFormattingRanges())
                .extracting(CellRangeAddress::formatAsString)
                .containsExactly("A3:B4", "A6:B7");
        assertThat(format.getRule(0).getFormula1()).isEqualTo("$A3=$A$6");
        assertThat(sheet.getCellComments().keySet())
                .extracting(Object::toString)
                .containsExactlyInAnyOrder("A2", "A6");
        assertThat(sheet.getCellComments().values())
                .extracting(each -> each.getClientAnchor().getRow1() + "-"
                        + each.getClientAnchor().getRow2())
                .containsExactlyInAnyOrder("1-3", "5-7");
        assertThat(sheet.getHyperlinkList())
                .extracting(each -> each.getCellRef() + " " + each.getLocation())
                .containsExactly("A5 S!A7");
        assertThat(book.getPrintArea(0)).isEqualTo("S!$A$1:$B$7");
        assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("1:3");
        assertThat(book.getName("list").getRefersToFormula()).isEqualTo("S!$A$2:$A$4");
        XSSFSheet other = book.getSheet("Other");
        assertThat(other.getRow(0).getCell(0).getCellFormula()).isEqualTo("SUM(S!A1:A7)+S!$A$5+A4&\"S!A4\"+list");
        assertThat(other.getRow(1).getCell(0).getCellFormula()).isEqualTo("COUNTA('S'!B:B,S!5:6)");
        assertThat(book.getForceFormulaRecalculation()).isTrue();
        assertThat(sheet.getRow(3).getCell(0).getStringCellValue()).isEqualTo("new");
    }

    @Test
    void fixedHeightGrowsWithTheTextAndNeverShrinks() throws IOException {
        byte[] workbook = workbook(sheet -> {
            XSSFCell cell = filled(sheet, 0, 0, "short");
            var style = sheet.getWorkbook().createCellStyle();
            style.setWrapText(true);
            cell.setCellStyle(style);
            cell.getRow().setHeightInPoints(30);
            sheet.setColumnWidth(0, 10 * 256);
        });
        XSSFSheet sheet = open(edit(workbook, insert(0, 0, "four words need three lines"), change(0, 0, "two words")))
                .getSheetAt(0);
        assertThat(sheet.getRow(0).getHeightInPoints()).isEqualTo(30);
        assertThat(sheet.getRow(1).getHeightInPoints()).isEqualTo(41.4f);
    }

    @Test
    void whatOnlyNewExcelKnowsMovesToo() {
        byte[] workbook = new PartsFixture()
                .put(
                        "xl/worksheets/sheet1.xml",
                        "<worksheet xmlns:a='a' xmlns:m='m'><sheetData/><extLst><ext><a:dataValidations><a:dataValidation>"
                                + "<a:formula1><m:f>Other!$A$1:$A$3</m:f></a:formula1><m:sqref>A2:A2 C4</m:sqref>"
                                + "</a:dataValidation></a:dataValidations><a:sparklines><a:sparkline><m:f>S!A2:C2</m:f>"
                                + "<m:sqref>D2</m:sqref></a:sparkline></a:sparklines></ext></extLst></worksheet>")
                .bytes();
        assertThat(part(edit(workbook, insert(1, 0, "new")), "xl/worksheets/sheet1.xml"))
                .contains("<m:f>Other!$A$1:$A$3</m:f></a:formula1><m:sqref>A2:A3 C5</m:sqref>")
                .contains("<m:f>S!A2:C2</m:f><m:sqref>D2</m:sqref>");
        assertThat(part(edit(workbook, insert(0, 0, "new")), "xl/worksheets/sheet1.xml"))
                .contains("<m:sqref>A3:A3 C5</m:sqref>")
                .contains("<m:f>S!A3:C3</m:f><m:sqref>D3</m:sqref>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "S!A3 | S!A4",
                "s!$A$2:$B$9 | s!$A$2:$B$10",
                "SUM(S!A1:A2) | SUM(S!A1:A3)",
                "S!A2:D2 | S!A2:D2",
                "'S'!3:4+S!B:B | 'S'!4:5+S!B:B",
                "A3+T!A3+[1]S!A3+'[1]S'!A3 | A3+T!A3+[1]S!A3+'[1]S'!A3",
                "LOG10(S!A3)+TAX2024_S!A3 | LOG10(S!A4)+TAX2024_S!A3",
                "\"S!A3\"\"S!A3\"&S!A3 | \"S!A3\"\"S!A3\"&S!A4",
                "Table1[[#This Row],[S!A3]]+S!A3 | Table1[[#This Row],[S!A3]]+S!A4",
                "S!A3:INDEX(S!B:B,3) | S!A4:INDEX(S!B:B,3)",
                "#REF!A3+1E3+S!AAAA3 | #REF!A3+1E3+S!AAAA3"
            })
    void formulaGoesOnMeaningTheSameCells(String formula, String moved) throws org.xml.sax.SAXException {
        assertThat(new MovedFormula("S", Shift.inserted(1)).inCell(formula, "T"))
                .isEqualTo(moved);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'", "[", "]", "[[]", "''", "\"", "'.", "(", "$A$1:", "A", "'S'!A3,", "\"S!A3\"&"})
    void longestFormulaIsReadWhateverItSays(String piece) throws org.xml.sax.SAXException {
        String formula = ("[" + piece.repeat(8_192)).substring(0, 8_190) + "]";
        MovedFormula moved = new MovedFormula("S", Shift.inserted(1));
        assertThat(moved.inCell(formula, "T")).isNotEmpty();
        assertThat(moved.inCell(formula.substring(1), "T")).isNotEmpty();
    }

    @Test
    void aRowThatWasInsertedCanBeRemovedAndNothingElseDiffers() throws IOException {
        byte[] workbook = workbook(sheet -> {
            for (int row = 0; row < 6; row++) {
                filled(sheet, row, 0, "a" + row);
            }
            sheet.addMergedRegion(new CellRangeAddress(4, 5, 1, 1));
            sheet.getRow(5).createCell(2).setCellFormula("COUNTA(A1:A5)");
        });
        byte[] inserted = edit(workbook, insert(2, 0, "new"));
        assertThat(view(edit(inserted, new RowEdit.Remove("S", 3)))).isEqualTo(view(workbook));
        byte[] shorter = edit(workbook, new RowEdit.Remove("S", 1));
        assertThat(view(shorter).get("S")).hasSize(5);
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(shorter))) {
            assertThat(book.getSheetAt(0).getRow(4).getCell(2).getCellFormula()).isEqualTo("COUNTA(A1:A4)");
            assertThat(book.getSheetAt(0).getMergedRegion(0).formatAsString()).isEqualTo("B4:B5");
        }
        refused(workbook, "formula", new RowEdit.Remove("S", 5));
    }

    @Test
    void whatIsAboutTheRemovedRowAloneIsNotLostInSilence() {
        byte[] workbook = workbook(sheet -> {
            filled(sheet, 0, 0, "a");
            filled(sheet, 1, 0, "b");
            sheet.getRow(0).createCell(1).setCellFormula("A2");
        });
        refused(workbook, "about the row that is removed", new RowEdit.Remove("S", 1));
    }

    @Test
    void tableOfExcelGrows() throws IOException {
        byte[] workbook = workbook(sheet -> {
            for (int row = 0; row < 3; row++) {
                filled(sheet, row, 0, "a" + row);
                filled(sheet, row, 1, "b" + row);
            }
            sheet.createTable(
                    new org.apache.poi.ss.util.AreaReference("A1:B3", org.apache.poi.ss.SpreadsheetVersion.EXCEL2007));
        });
        XSSFWorkbook book = open(edit(workbook, insert(2, 0, "new")));
        assertThat(book.getSheetAt(0).getTables().get(0).getArea().formatAsString())
                .isEqualTo("A1:B4");
        refused(workbook, "book.xlsx › S › B1: ", change(0, 1, "other heading"));
    }

    @Test
    void orderOfComputingIsLeftToTheProgram() {
        byte[] workbook = new PartsFixture()
                .put(
                        "xl/_rels/workbook.xml.rels",
                        PartsFixture.relations(
                                "<Relationship Id='r1' Type='x/worksheet' Target='worksheets/sheet1.xml'/>"
                                        + "<Relationship Id='r4' Type='x/calcChain' Target='calcChain.xml'/>"))
                .put(
                        "[Content_Types].xml",
                        "<Types><Override PartName='/xl/calcChain.xml' ContentType='x'/><Override PartName='/xl/workbook.xml' ContentType='x'/></Types>")
                .put("xl/calcChain.xml", "<calcChain><c r='A2' i='1'/></calcChain>")
                .sheet("<row r='1'><c r='A1'><v>1</v></c></row><row r='2'><c r='A2'><f>A1*2</f><v>2</v></c></row>")
                .bytes();
        byte[] edited = edit(workbook, insert(0, 0, "3"));
        assertThat(parts(edited)).doesNotContainKey("xl/calcChain.xml");
        assertThat(part(edited, "[Content_Types].xml"))
                .doesNotContain("calcChain")
                .contains("/xl/workbook.xml");
        assertThat(part(edited, "xl/_rels/workbook.xml.rels")).doesNotContain("calcChain");
        assertThat(part(edited, "xl/workbook.xml")).contains("</sheets><calcPr fullCalcOnLoad=\"1\"/>");
        assertThat(part(edited, "xl/worksheets/sheet1.xml"))
                .contains("<row r='3'><c r='A3'><f>A1*2</f><v>2</v></c></row>");
    }

    @Test
    void whatCannotBeKeptRightIsRefused() {
        PartsFixture rows = new PartsFixture();
        refused(rows.bytes(), "does not have it", new RowEdit.Change("T", 0, texts(0, "x")));
        refused(rows.bytes(), "only 10000 rows", change(10_000, 0, "x"));
        refused(rows.bytes(), "16384 columns", change(0, 16_384, "x"));
        refused(
                rows.sheet("<row r='1'><c r='A1'><f t='shared' ref='A1:A2' si='0'>1</f></c></row>"
                                + "<row r='2'><c r='A2'><f t='shared' si='0'/></c></row>")
                        .bytes(),
                "several cells",
                change(1, 0, "x"));
        refused(rows.bytes(), "several cells", insert(0, 0, "x"));
        refused(rows.sheet("<row r='2'/><row r='1'/>").bytes(), "not in order", change(0, 0, "x"));
        refused(
                rows.put("xl/worksheets/sheet1.xml", "<worksheet><sheetData/><sheetProtection sheet='1'/></worksheet>")
                        .bytes(),
                "protected",
                change(0, 0, "x"));
        refused(
                rows.put("xl/worksheets/sheet1.xml", "<worksheet><sheetData/><scenarios/></worksheet>")
                        .bytes(),
                "<scenarios>",
                insert(0, 0, "x"));
        refused(
                rows.put(
                                "xl/worksheets/sheet1.xml",
                                "<worksheet><sheetData/><mergeCells><mergeCell ref='A1:B2'/></mergeCells></worksheet>")
                        .bytes(),
                "Merged cells",
                change(0, 1, "x"));
        refused(rows.bytes(), "book.xlsx › S › A2: Merged cells", insert(0, 0, "x"));
        refused(rows.put("_xmlsignatures/sig1.xml", "<Signature/>").bytes(), "signed", change(0, 0, "x"));
        String deep = "<a>".repeat(5_000) + "</a>".repeat(5_000);
        refused(
                new PartsFixture()
                        .put("xl/worksheets/sheet1.xml", "<worksheet><sheetData/>" + deep + "</worksheet>")
                        .bytes(),
                "100 in each other",
                insert(0, 0, "x"));
        refused(bytes(new HSSFWorkbook()), "(.xls)", change(0, 0, "x"));
        refused(new byte[0], "book.xlsx: ", change(0, 0, "x"));
    }

    @Test
    void editsAreDoneOneAfterAnother() {
        byte[] workbook = workbook(sheet -> {
            filled(sheet, 0, 0, "a");
            filled(sheet, 1, 0, "b");
        });
        byte[] edited = edit(workbook, insert(0, 0, "x"), insert(1, 0, "y"), change(3, 0, "c"));
        assertThat(view(edited).get("S"))
                .containsExactly(texts(0, "TEXT a"), texts(0, "TEXT x"), texts(0, "TEXT y"), texts(0, "TEXT c"));
    }
}
