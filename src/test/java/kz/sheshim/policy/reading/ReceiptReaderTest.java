package kz.sheshim.policy.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import kz.sheshim.EditedPolicyFixture;
import kz.sheshim.SmallPolicyFixture;
import kz.sheshim.adapter.drools.DroolsNames;
import kz.sheshim.adapter.xlsx.XlsxReader;
import kz.sheshim.finding.Finding;
import kz.sheshim.policy.PolicyDiff;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.ReceiptPart;
import kz.sheshim.policy.Ruleset;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with the forms of receipts is told with its cell, and what is right belongs to the revision. */
class ReceiptReaderTest {
    private static final String WORKBOOK = "receipts.xlsx";
    private static final List<PolicyFile> SMALL = new SmallPolicyFixture()
            .with(Path.of("src/test/resources/tables/receipts"))
            .files();
    private static final RulesetReader READER = new RulesetReader(new XlsxReader(), new DroolsNames());

    private static EditedPolicyFixture small() {
        return new EditedPolicyFixture(SMALL);
    }

    private static List<String> findings(EditedPolicyFixture policy) {
        List<Finding> findings = new ArrayList<>();
        READER.read(policy.files(), findings::add);
        return findings.stream()
                .map(finding -> finding.defect().code() + " at " + finding.address())
                .toList();
    }

    @Test
    void goodFormsHaveNoFault() {
        assertThat(findings(small())).isEmpty();
        assertThat(small().read().receipts().forms())
                .extracting(form -> form.code())
                .containsExactly("letter", "refusal");
    }

    @ParameterizedTest
    @CsvSource({
        "Receipts, B2, grantet, unknown-code at receipts.xlsx › Receipts › B2",
        "Receipts, C2, send-leter, unknown-code at receipts.xlsx › Receipts › C2",
        "Receipts, A3, letter, duplicate at receipts.xlsx › Receipts › A3",
        "Receipts, B3, , blank-cell at receipts.xlsx › Receipts › B3",
        "Receipts, A2, A Letter, malformed-name at receipts.xlsx › Receipts › A2",
        "Receipts, I2, , missing-translation at receipts.xlsx › Receipts › I2",
        "Receipts, G2, Letter {due}, unknown-placeholder at receipts.xlsx › Receipts › G2",
        "Paragraphs, A2, leter, unknown-code at receipts.xlsx › Paragraphs › A2",
        "Paragraphs, A2, , blank-cell at receipts.xlsx › Paragraphs › A2",
        "Paragraphs, B2, headline, unknown-word at receipts.xlsx › Paragraphs › B2",
        "Paragraphs, C3, , blank-cell at receipts.xlsx › Paragraphs › C3",
        "Paragraphs, C3, application.chanel, unknown-field at receipts.xlsx › Paragraphs › C3",
        "Paragraphs, C4, documents.valid, unsuitable-name at receipts.xlsx › Paragraphs › C4",
        "Paragraphs, C7, by-portall, unknown-code at receipts.xlsx › Paragraphs › C7",
        "Paragraphs, C9, remedi, unknown-word at receipts.xlsx › Paragraphs › C9",
        "Paragraphs, C2, remedy, needless-cell at receipts.xlsx › Paragraphs › C2",
        "Paragraphs, D5, Due {dew}, unknown-placeholder at receipts.xlsx › Paragraphs › D5",
        "Paragraphs, F6, By {documents.kind}, unknown-placeholder at receipts.xlsx › Paragraphs › F6",
        "Paragraphs, E5, , missing-translation at receipts.xlsx › Paragraphs › E5",
        "Paragraphs, D4, , missing-translation at receipts.xlsx › Paragraphs › D4",
        "Words, A2, yess, unknown-word at receipts.xlsx › Words › A2",
        "Words, A3, yes, duplicate at receipts.xlsx › Words › A3",
        "Words, C3, , missing-translation at receipts.xlsx › Words › C3",
        "Words, B13, Page {page} of {all}, unknown-placeholder at receipts.xlsx › Words › B13"
    })
    void mistakeInACellIsAFinding(String sheet, String cell, String text, String finding) {
        assertThat(findings(small().set(WORKBOOK, sheet, cell, text))).contains(finding);
    }

    @Test
    void wordThatIsMissingIsAFinding() {
        assertThat(findings(small().edit(WORKBOOK, book -> {
                    var words = book.getSheet("Words");
                    words.removeRow(words.getRow(12));
                })))
                .containsExactly("missing-word at receipts.xlsx › Words › A13");
    }

    /** The small policy, of whose two rows that show notices only one is left, with another cell. */
    private static EditedPolicyFixture oneRowOfNotices(String column, String text) {
        return small().edit(WORKBOOK, book -> {
                    var paragraphs = book.getSheet("Paragraphs");
                    paragraphs.removeRow(paragraphs.getRow(9));
                })
                .set(WORKBOOK, "Paragraphs", "G1", "Until")
                .set(WORKBOOK, "Paragraphs", column + "7", text);
    }

    @Test
    void noticeThatNoReceiptShowsIsAFinding() {
        String finding = "unprinted-notice at vocabulary.xlsx › Notices › A2";
        assertThat(findings(oneRowOfNotices("C", "by-portal"))).isEmpty();
        assertThat(findings(oneRowOfNotices("B", "grounds").set(WORKBOOK, "Paragraphs", "C7", null)))
                .containsExactly(finding);
        assertThat(findings(oneRowOfNotices("G", "2024-12-31"))).isEmpty();
        assertThat(findings(oneRowOfNotices("G", "2024-12-31")
                        .set("tables.xlsx", "Notices of channel", "B9", "2025-01-01")))
                .as("the row ends before the rule begins")
                .containsExactly(finding);
    }

    /** The small policy, one notice of which is for receipts or not, and another one. */
    private static EditedPolicyFixture inReceipts(String answer) {
        return small().set("vocabulary.xlsx", "Notices", "E1", "In receipts")
                .set("vocabulary.xlsx", "Notices", "E2", answer)
                .append(
                        "vocabulary.xlsx",
                        "Notices",
                        1,
                        Map.of("Notice", "be-quick", "Text en", "Q", "Text ru", "Q", "Text kk", "Q"))
                .append(
                        "tables.xlsx",
                        "Notices of channel",
                        7,
                        Map.of("Rule", "NO-2", "application.channel", "office", "→ code", "be-quick"));
    }

    @Test
    void noticeThatIsNotForReceiptsStandsInNone() {
        assertThat(findings(inReceipts("yes"))).isEmpty();
        assertThat(findings(inReceipts("nein"))).containsExactly("unknown-word at vocabulary.xlsx › Notices › E2");
        assertThat(findings(inReceipts("no").set("vocabulary.xlsx", "Notices", "E1", "In receipt")))
                .containsExactly("unknown-column at vocabulary.xlsx › Notices › E1");
        assertThat(findings(inReceipts("no"))).containsExactly("unsuitable-name at receipts.xlsx › Paragraphs › C7");
        EditedPolicyFixture policy = inReceipts("no").set(WORKBOOK, "Paragraphs", "C7", "be-quick");
        assertThat(findings(policy)).isEmpty();
        assertThat(policy.read().receipts().forms().get(1).parts())
                .as("the row that names none shows all others")
                .filteredOn(ReceiptPart.NoticesRow.class::isInstance)
                .extracting(ReceiptPart::of)
                .containsExactly("be-quick");
        assertThat(findings(policy.set("vocabulary.xlsx", "Notices", "E3", "no")))
                .contains("unsuitable-name at receipts.xlsx › Paragraphs › B10");
    }

    @Test
    void formsWithoutWordsAreAFindingAndNothingElseIs() {
        assertThat(findings(small().edit(WORKBOOK, book -> book.removeSheetAt(book.getSheetIndex("Words")))))
                .containsExactly("missing-sheet at decision-tables");
    }

    @Test
    void policyNeedsNoReceipts() {
        EditedPolicyFixture policy = small().put("decision-tables/" + WORKBOOK, null);
        assertThat(findings(policy)).isEmpty();
        assertThat(policy.read().receipts().forms()).isEmpty();
        assertThat(policy.read().meaning().texts().keySet())
                .noneMatch(place -> place.parts().get(0).startsWith("receipt"));
    }

    @Test
    void everythingThatAReceiptSaysBelongsToTheRevision() {
        Ruleset before = small().read();
        for (Consumer<EditedPolicyFixture> change : List.<Consumer<EditedPolicyFixture>>of(
                policy -> policy.set(WORKBOOK, "Receipts", "B2", "undetermined"),
                policy -> policy.set(WORKBOOK, "Receipts", "C2", null),
                policy -> policy.set(WORKBOOK, "Receipts", "F2", "Another office"),
                policy -> policy.set(WORKBOOK, "Receipts", "I2", "Another title"),
                policy -> policy.set(WORKBOOK, "Paragraphs", "B2", "text"),
                policy -> policy.set(WORKBOOK, "Paragraphs", "C3", "applicant.age, application.channel"),
                policy -> policy.set(WORKBOOK, "Paragraphs", "C9", "remedy"),
                policy -> policy.set(WORKBOOK, "Paragraphs", "F8", "Another signature"),
                policy -> policy.set(WORKBOOK, "Words", "D2", "another yes"))) {
            EditedPolicyFixture policy = small();
            change.accept(policy);
            assertThat(PolicyDiff.between(before.meaning(), policy.read().meaning()))
                    .as("a change makes another revision")
                    .isNotEmpty();
        }
    }

    @Test
    void orderOfReceiptsAndOfRowsCountsAndCellsDoNot() throws IOException {
        Ruleset before = small().read();
        Ruleset moved = swapped("Receipts", 1, 2).read();
        assertThat(moved.receipts().forms()).extracting(form -> form.code()).containsExactly("refusal", "letter");
        assertThat(moved.revision()).isNotEqualTo(before.revision());
        assertThat(swapped("Paragraphs", 2, 3).read().revision()).isNotEqualTo(before.revision());
        Ruleset lower = small().edit(
                        WORKBOOK, book -> book.getSheet("Paragraphs").shiftRows(1, 10, 3))
                .read();
        assertThat(lower.revision()).isEqualTo(before.revision());
    }

    private static EditedPolicyFixture swapped(String sheet, int one, int other) {
        return small().edit(WORKBOOK, book -> {
            var rows = book.getSheet(sheet);
            for (int column = 0; column < 9; column++) {
                String text = text(rows, one, column);
                write(rows, one, column, text(rows, other, column));
                write(rows, other, column, text);
            }
        });
    }

    private static String text(org.apache.poi.xssf.usermodel.XSSFSheet sheet, int row, int column) {
        var cell = sheet.getRow(row).getCell(column);
        return cell == null ? "" : cell.toString();
    }

    private static void write(org.apache.poi.xssf.usermodel.XSSFSheet sheet, int row, int column, String text) {
        if (text.isEmpty()) {
            var cell = sheet.getRow(row).getCell(column);
            if (cell != null) {
                cell.setBlank();
            }
        } else {
            sheet.getRow(row).createCell(column).setCellValue(text);
        }
    }

    /** The longest text that a cell can hold, in every column of every sheet: no message grows with it. */
    @Test
    void everyMessageStaysShort() throws IOException {
        for (String piece : List.of("a-", "a.", "x, ", "{")) {
            String text = piece.repeat(32_767 / piece.length());
            for (String sheet : ReceiptReader.SHEETS) {
                List<Finding> findings = new ArrayList<>();
                READER.read(planted(sheet, text), findings::add);
                assertThat(findings).isNotEmpty().allSatisfy(finding -> assertThat(finding.toString())
                        .hasSizeLessThan(2_000));
            }
        }
    }

    private static List<PolicyFile> planted(String sheet, String text) throws IOException {
        EditedPolicyFixture policy = small();
        try (XSSFWorkbook book =
                        new XSSFWorkbook(new ByteArrayInputStream(policy.bytes("decision-tables/" + WORKBOOK)));
                ByteArrayOutputStream saved = new ByteArrayOutputStream()) {
            for (var row : book.getSheet(sheet)) {
                if (row.getRowNum() > 0) {
                    row.forEach(cell -> cell.setCellValue(text));
                }
            }
            book.write(saved);
            return policy.put("decision-tables/" + WORKBOOK, saved.toByteArray())
                    .files();
        }
    }
}
