package kz.sheshim.adapter.xlsx;

import static kz.sheshim.adapter.xlsx.PartsFixture.relations;
import static kz.sheshim.adapter.xlsx.PartsFixture.repeated;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.sheshim.finding.Finding;
import kz.sheshim.workbook.Limits;
import kz.sheshim.workbook.Sheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an attacker or an accident makes of a workbook: every file is answered by findings, soon and in little memory, and nothing in it runs. */
@Timeout(180)
class HostileWorkbooksTest {
    private static final Limits LIMITS =
            new Limits(10_000_000, 5_000_000, 50_000, 10_000, 10_000, Duration.ofSeconds(60));
    private static final String SHEET = "xl/worksheets/sheet1.xml";

    private final List<Finding> findings = new ArrayList<>();

    private List<Sheet> read(byte[] bytes) {
        return new XlsxReader().read("book.xlsx", bytes, LIMITS.allowance(), findings::add);
    }

    private List<String> found(PartsFixture parts) {
        return found(parts.bytes());
    }

    private List<String> found(byte[] bytes) {
        findings.clear();
        read(bytes);
        return findings.stream()
                .map(finding -> finding.defect().code() + " at " + finding.address())
                .toList();
    }

    @Test
    void fixtureItselfIsAWorkbook() {
        assertThat(read(new PartsFixture().bytes()).get(0).row(0).text(0)).isEqualTo("x");
        assertThat(findings).isEmpty();
    }

    private static Stream<PartsFixture.Content> floods() {
        int many = 6_000_000;
        return Stream.of(
                repeated("<worksheet>", " ", many, "</worksheet>"),
                repeated("<worksheet><sheetData>", "<row/>", many / 4, "</sheetData></worksheet>"),
                repeated("<worksheet><sheetData><row>", "<c><v>1</v></c>", many / 15, "</row></sheetData></worksheet>"),
                repeated("<worksheet><a b='", "x", many, "'/></worksheet>"),
                repeated(
                        "<worksheet><sheetData><row><c t='inlineStr'><is><t>",
                        "x",
                        many,
                        "</t></is></c></row></sheetData></worksheet>"),
                repeated("<worksheet><!--", "x", many, "--></worksheet>"),
                repeated("<worksheet>", "<x>", many / 3, ""),
                repeated("<worksheet><mergeCells>", "<mergeCell ref='A1:B2'/>", many / 24, "</mergeCells></worksheet>"),
                out -> {
                    out.write("<worksheet>".getBytes(StandardCharsets.US_ASCII));
                    for (int i = 0; i < many / 10; i++) {
                        out.write(("<n" + Integer.toString(i, 36) + "/>").getBytes(StandardCharsets.US_ASCII));
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("floods")
    void zipBombIsAFinding(PartsFixture.Content flood) {
        assertThat(found(new PartsFixture().put(SHEET, flood)))
                .last()
                .asString()
                .matches("(too-large|unreadable-file) at book.xlsx");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xl/sharedStrings.xml",
                "xl/styles.xml",
                "xl/workbook.xml",
                "_rels/.rels",
                "xl/_rels/workbook.xml.rels"
            })
    void zipBombIsAFindingInEveryPart(String part) {
        assertThat(found(new PartsFixture().put(part, repeated("<x>", "<y z='1'/>", 600_000, "</x>"))))
                .containsExactly("too-large at book.xlsx");
    }

    @Test
    void bombInAPartThatNobodyReadsIsNotUnpacked() {
        assertThat(found(new PartsFixture().put("xl/media/image1.png", repeated("", "x", 6_000_000, ""))))
                .isEmpty();
    }

    @Test
    void tenMillionCellsAreAFinding() {
        StringBuilder row = new StringBuilder("<row>");
        IntStream.range(0, 1_000).forEach(column -> row.append("<c><v>1</v></c>"));
        assertThat(found(new PartsFixture()
                        .put(
                                SHEET,
                                repeated("<worksheet><sheetData>", row + "</row>", 1_000, "</sheetData></worksheet>"))))
                .containsExactly("too-large at book.xlsx");
        assertThat(findings.get(0).defect().message())
                .contains("more than 50000 cells")
                .contains("sheshim.workbook.max-cells");
    }

    @Test
    void cellFarBelowIsNamed() {
        assertThat(
                        found(
                                new PartsFixture()
                                        .sheet(
                                                "<row r='1'><c r='A1'><v>1</v></c></row><row r='1048576'><c r='C1048576'><v>1</v></c><c r='D1048576'><v>1</v></c></row>")))
                .containsExactly("too-large at book.xlsx › S › C1048576");
        assertThat(findings.get(0).defect().message()).contains("max-rows");
    }

    @Test
    void readingThatTakesTooLongIsAFinding() {
        findings.clear();
        new XlsxReader()
                .read(
                        "book.xlsx",
                        new PartsFixture().bytes(),
                        new Limits(1_000, 1_000_000, 100, 100, 100, Duration.ofNanos(1)).allowance(),
                        findings::add);
        assertThat(findings)
                .singleElement()
                .asString()
                .contains("too-large at book.xlsx")
                .contains("max-time");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><worksheet>&x;</worksheet>",
                "<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/x.dtd'><worksheet/>",
                "<!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;&b;'>]><worksheet>&c;</worksheet>",
                "<!DOCTYPE a [<!ENTITY % x SYSTEM 'http://127.0.0.1:1/x'> %x;]><worksheet/>"
            })
    void entitiesAreAFindingInEveryPart(String xml) {
        for (String part : List.copyOf(new PartsFixture().parts().keySet())) {
            if (!part.startsWith("[")) {
                assertThat(found(new PartsFixture().put(part, xml)))
                        .as(part)
                        .containsExactly("unreadable-file at book.xlsx");
                assertThat(findings.get(0).defect().message()).contains("DOCTYPE");
            }
        }
    }

    @Test
    void xmlIncludeIsNotFollowed() {
        assertThat(
                        found(
                                new PartsFixture()
                                        .put(
                                                SHEET,
                                                "<worksheet xmlns:xi='http://www.w3.org/2001/XInclude'><sheetData><row><c t='inlineStr'><is><t><xi:include parse='text' href='file:///etc/passwd'/></t></is></c></row></sheetData></worksheet>")))
                .isEmpty();
    }

    @Test
    void partThatStandsTwiceIsAFinding() throws IOException {
        byte[] bytes = new PartsFixture()
                .put("xl/worksheets/sheet2.xml", "<worksheet/>")
                .bytes();
        String text = new String(bytes, StandardCharsets.ISO_8859_1).replace("sheet2.xml", "sheet1.xml");
        assertThat(found(text.getBytes(StandardCharsets.ISO_8859_1))).containsExactly("unreadable-file at book.xlsx");
        assertThat(findings.get(0).defect().message()).contains("twice");
        String otherCase = new String(bytes, StandardCharsets.ISO_8859_1).replace("sheet2.xml", "SHEET1.xml");
        assertThat(found(otherCase.getBytes(StandardCharsets.ISO_8859_1)))
                .containsExactly("unreadable-file at book.xlsx");
    }

    @Test
    void damagedPartIsAFindingEvenWhereItIsStillXml() {
        byte[] bytes = new PartsFixture().bytes();
        // A zip file names the checksum of each part twice; the last one is the one that counts.
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int entry = text.lastIndexOf("xl/sharedStrings.xml") - 46;
        bytes[entry + 16] ^= 1;
        assertThat(found(bytes)).containsExactly("unreadable-file at book.xlsx");
        assertThat(findings.get(0).defect().message()).contains("damaged");
    }

    @Test
    void everyCutIsAFinding() {
        byte[] whole = new PartsFixture().bytes();
        for (int length = 0; length < whole.length; length += 7) {
            byte[] cut = java.util.Arrays.copyOf(whole, length);
            assertThat(found(cut)).as("cut at " + length).hasSize(1);
        }
    }

    @Test
    void encryptedWorkbookIsAFinding() throws Exception {
        ByteArrayOutputStream saved = new ByteArrayOutputStream();
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (var out = encryptor.getDataStream(files)) {
                out.write(new PartsFixture().bytes());
            }
            files.writeFilesystem(saved);
        }
        assertThat(found(saved.toByteArray())).containsExactly("encrypted-file at book.xlsx");
    }

    @Test
    void otherFormatsAreNamed() throws IOException {
        try (HSSFWorkbook old = new HSSFWorkbook();
                ByteArrayOutputStream saved = new ByteArrayOutputStream()) {
            old.createSheet("S");
            old.write(saved);
            assertOther(saved.toByteArray(), "Excel 97 to 2003");
        }
        assertOther("%PDF-1.7".getBytes(StandardCharsets.US_ASCII), "PDF");
        assertOther("a;b\n1;2".getBytes(StandardCharsets.US_ASCII), "CSV");
        assertOther("<!DOCTYPE html><html/>".getBytes(StandardCharsets.US_ASCII), "web page");
        assertOther("<?xml version='1.0'?><Workbook/>".getBytes(StandardCharsets.US_ASCII), "XML");
        assertOther(new byte[0], "empty");
        assertOther(new byte[] {1, 2, 3}, "no zip file");
        assertOther(
                new PartsFixture()
                        .put("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
                        .bytes(),
                ".ods");
        assertOther(new PartsFixture().put("xl/workbook.bin", "x").bytes(), ".xlsb");
        assertOther(new PartsFixture().put("word/document.xml", "x").bytes(), "Word");
    }

    private void assertOther(byte[] bytes, String named) {
        assertThat(found(bytes)).containsExactly("other-format at book.xlsx");
        assertThat(findings.get(0).defect().message()).contains(named);
    }

    @Test
    void macroIsAFinding() {
        assertThat(found(new PartsFixture().put("xl/vbaProject.bin", "x")))
                .containsExactly("macro-in-file at book.xlsx");
        assertThat(found(new PartsFixture().put("xl/macrosheets/sheet1.xml", "x")))
                .containsExactly("macro-in-file at book.xlsx");
    }

    @Test
    void whatIsFetchedFromElsewhereIsAFinding() {
        String sheet = "<Relationship Id='r1' Type='x/worksheet' Target='worksheets/sheet1.xml'/>";
        assertThat(found(new PartsFixture()
                        .put(
                                "xl/_rels/workbook.xml.rels",
                                relations(
                                        sheet
                                                + "<Relationship Id='r9' Type='x/externalLink' Target='externalLinks/e1.xml'/>"))
                        .put(
                                "xl/externalLinks/e1.xml",
                                "<externalLink><ddeLink ddeService='cmd' ddeTopic='/c calc'/></externalLink>")
                        .sheet("")))
                .containsExactly("external-link at book.xlsx");
        assertThat(found(new PartsFixture()
                        .put(
                                "xl/_rels/workbook.xml.rels",
                                relations(sheet
                                        + "<Relationship Id='r9' Type='x/connections' Target='connections.xml'/>"))
                        .sheet("")))
                .containsExactly("external-link at book.xlsx");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<f>WEBSERVICE(\"http://127.0.0.1:1/\")</f>",
                "<f>cmd|' /c calc'!A0</f>",
                "<f>HYPERLINK(\"http://127.0.0.1:1/\")</f>",
                "<f>[1]Sheet1!A1</f>",
                "<f t='shared' si='0'/>"
            })
    void formulaIsNeitherComputedNorItsResultTaken(String formula) {
        List<Sheet> sheets = read(new PartsFixture()
                .sheet("<row><c t='str'>" + formula + "<v>yes</v></c></row>")
                .bytes());
        assertThat(sheets.get(0).row(0).text(0)).isEmpty();
        assertThat(findings).singleElement().asString().startsWith("error formula-cell at book.xlsx › S › A1");
    }

    @Test
    void resultsOfAnArrayFormulaAreNotTakenEither() {
        assertThat(found(new PartsFixture()
                        .sheet(
                                "<row r='1'><c r='A1'><f t='array' ref='A1:B2'>C1:D2</f><v>1</v></c><c r='B1'><v>2</v></c></row>"
                                        + "<row r='2'><c r='B2'><v>3</v></c><c r='C2'><v>4</v></c></row>")))
                .containsExactly(
                        "formula-cell at book.xlsx › S › A1",
                        "formula-cell at book.xlsx › S › B1",
                        "formula-cell at book.xlsx › S › B2");
    }

    private String text(String cell) {
        findings.clear();
        return read(new PartsFixture().sheet("<row>" + cell + "</row>").bytes())
                .get(0)
                .row(0)
                .text(0);
    }

    private static String inline(String text) {
        return "<c t='inlineStr'><is><t>" + text + "</t></is></c>";
    }

    @Test
    void controlCharactersAreAFinding() {
        for (String escaped : List.of("_x001B_[31m", "a_x0000_b", "_xD800_", "_x0007_")) {
            assertThat(text(inline(escaped))).isEmpty();
            assertThat(findings)
                    .singleElement()
                    .asString()
                    .contains("unreadable-cell")
                    .contains("U+");
        }
        assertThat(text(inline("a_x000D_\nb\tc_x005F_x"))).isEqualTo("a\r\nb\tc_x");
        assertThat(findings).isEmpty();
    }

    @Test
    void longestTextIsReadAndALongerOneIsAFinding() {
        String longest = "ш".repeat(32_767);
        assertThat(text(inline(longest))).isEqualTo(longest);
        assertThat(findings).isEmpty();
        assertThat(text(inline(longest + "x"))).isEmpty();
        assertThat(findings).singleElement().asString().contains("32,767");
        assertThat(text(inline(" ".repeat(16_000) + "x" + " ".repeat(16_000) + "y")))
                .hasSize(16_002);
    }

    @Test
    void rightToLeftTextIsText() {
        assertThat(text(inline("\u0634\u06d5\u0634\u0649\u0645 \u05d0")))
                .isEqualTo("\u0634\u06d5\u0634\u0649\u0645 \u05d0");
        assertThat(findings).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<c t='n'><v>abc</v></c>",
                "<c t='n'><v>1E999</v></c>",
                "<c t='n'><v>NaN</v></c>",
                "<c t='s'><v>99</v></c>",
                "<c t='s'><v>-1</v></c>",
                "<c t='s'><v>9999999999</v></c>",
                "<c t='b'><v>2</v></c>",
                "<c t='d'><v>2024-02-30</v></c>",
                "<c t='zz'><v>1</v></c>"
            })
    void damagedValueIsAFinding(String cell) {
        assertThat(text(cell)).isEmpty();
        assertThat(findings).singleElement().asString().startsWith("error unreadable-cell at book.xlsx › S › A1");
    }

    @Test
    void cellThatStandsTwiceIsAFinding() {
        assertThat(found(new PartsFixture()
                        .sheet("<row r='1'><c r='A1'><v>1</v></c></row><row r='1'><c r='A1'><v>2</v></c></row>")))
                .containsExactly("unreadable-cell at book.xlsx › S › A1");
    }

    @Test
    void strictFormOfTheFormatIsReadToo() {
        String strict = "http://purl.oclc.org/ooxml/officeDocument/relationships";
        assertThat(read(new PartsFixture()
                                .put(
                                        "_rels/.rels",
                                        relations("<Relationship Id='r1' Type='" + strict
                                                + "/officeDocument' Target='/xl/workbook.xml'/>"))
                                .put(
                                        "xl/workbook.xml",
                                        "<x:workbook xmlns:x='http://purl.oclc.org/ooxml/spreadsheetml/main' xmlns:r='"
                                                + strict
                                                + "'><x:sheets><x:sheet name='S' r:id='r1'/></x:sheets></x:workbook>")
                                .sheet("<row><c t='d'><v>2024-03-25</v></c></row>")
                                .bytes())
                        .get(0)
                        .row(0)
                        .text(0))
                .isEqualTo("2024-03-25");
        assertThat(findings).isEmpty();
    }

    private static Stream<Consumer<PartsFixture>> impossible() {
        return Stream.of(
                parts -> parts.sheet("<row r='0'><c><v>1</v></c></row>"),
                parts -> parts.sheet("<row r='99999999999'><c><v>1</v></c></row>"),
                parts -> parts.sheet("<row r='1'><c r='A0'><v>1</v></c></row>"),
                parts -> parts.sheet("<row r='1'><c r='XFE1'><v>1</v></c></row>"),
                parts -> parts.sheet("<row r='1'><c r='1A'><v>1</v></c></row>"),
                parts -> parts.sheet("<row r='1'><c s='x'><v>1</v></c></row>"),
                parts -> parts.put("xl/workbook.xml", "<workbook><sheets/></workbook>"),
                parts -> parts.put(
                        "xl/workbook.xml",
                        "<workbook xmlns:r='r'><sheets><sheet name='" + "x".repeat(256)
                                + "' r:id='r1'/></sheets></workbook>"),
                parts -> parts.put("xl/workbook.xml", "<workbook><sheets><sheet name='S'/></sheets></workbook>"),
                parts -> parts.put("xl/_rels/workbook.xml.rels", relations("")),
                parts -> parts.put(
                        "_rels/.rels",
                        relations("<Relationship Id='1' Type='x/officeDocument' Target='../../../etc/passwd'/>")),
                parts -> parts.put(
                        "_rels/.rels",
                        relations(
                                "<Relationship Id='1' Type='x/officeDocument' Target='http://127.0.0.1:1/' TargetMode='External'/>")),
                parts -> parts.parts().remove(SHEET),
                parts -> parts.put(SHEET, ""));
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void whatNoWorkbookCanBeIsAFinding(Consumer<PartsFixture> change) {
        PartsFixture parts = new PartsFixture();
        change.accept(parts);
        assertThat(found(parts)).containsExactly("unreadable-file at book.xlsx");
    }
}
