package kz.sheshim.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import kz.sheshim.EditedPolicyFixture;
import kz.sheshim.ShippedPolicyFixture;
import kz.sheshim.SmallPolicyFixture;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellCopyPolicy;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;

/** What means the same is the same revision, and what means something else is another one. */
class CanonicalFormTest {
    private static final Revision SHIPPED = ShippedPolicyFixture.RULESET.revision();
    private static final int FIRST_RULE = 8;
    private static final String WORKBOOK = "documents.xlsx";
    private static final String SHEET = "Identity documents";

    private static EditedPolicyFixture policy() {
        return new EditedPolicyFixture();
    }

    private static void swapRows(XSSFSheet sheet, int one, int other) {
        int last =
                Math.max(sheet.getRow(one).getLastCellNum(), sheet.getRow(other).getLastCellNum());
        for (int column = 0; column < last; column++) {
            swap(cell(sheet, one, column), cell(sheet, other, column));
        }
    }

    private static void swapColumns(XSSFSheet sheet, int firstRow, int one, int other) {
        for (int row = firstRow; row <= sheet.getLastRowNum(); row++) {
            if (sheet.getRow(row) != null) {
                swap(cell(sheet, row, one), cell(sheet, row, other));
            }
        }
    }

    private static XSSFCell cell(XSSFSheet sheet, int row, int column) {
        return sheet.getRow(row).getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }

    private static void swap(XSSFCell one, XSSFCell other) {
        XSSFCell scratch = one.getSheet().createRow(5_000).createCell(0);
        scratch.copyCellFrom(one, new CellCopyPolicy());
        one.copyCellFrom(other, new CellCopyPolicy());
        other.copyCellFrom(scratch, new CellCopyPolicy());
        one.getSheet().removeRow(one.getSheet().getRow(5_000));
    }

    private static int column(XSSFSheet sheet, int row, String text) {
        for (Cell cell : sheet.getRow(row)) {
            if (cell.toString().equals(text)) {
                return cell.getColumnIndex();
            }
        }
        throw new IllegalArgumentException("no column " + text);
    }

    @Test
    void revisionOfTheShippedPolicyIsTheOneThatWasPublished() {
        assertThat(SHIPPED).hasToString("sha256:f64e8cd6cfdd8656bf110f508594ce2d2298e0120ff172f348fab621118575d2");
    }

    @Test
    void revisionIsComputedFromTheTextsOfOldAndPeopleReadOthers() {
        CanonicalForm form = new EditedPolicyFixture(new SmallPolicyFixture().files())
                .set("tables.xlsx", "Age", "E9", "200, 1000, 0.50")
                .set("tables.xlsx", "Age", "E10", ">= 100.0")
                .read()
                .meaning();
        CanonicalForm.Place one = new CanonicalForm.Place(List.of("table", "age", "rule", "AG-1", "applicant.height"));
        CanonicalForm.Place two = new CanonicalForm.Place(List.of("table", "age", "rule", "AG-2", "applicant.height"));
        assertThat(form.texts()).containsEntry(one, "0.5, 1E+3, 2E+2").containsEntry(two, ">= 1E+2");
        assertThat(form.text(one)).isEqualTo("0.5, 200, 1000");
        assertThat(form.text(two)).isEqualTo(">= 100");
        assertThat(form.rule("age", "AG-2")).containsEntry("applicant.height", ">= 100");
    }

    @Test
    void orderOfRowsPlaysNoPartInCollect() {
        assertThat(policy().edit(WORKBOOK, book -> swapRows(book.getSheet(SHEET), FIRST_RULE, FIRST_RULE + 2))
                        .read()
                        .revision())
                .isEqualTo(SHIPPED);
    }

    @Test
    void orderOfRowsPlaysAPartInFirst() {
        EditedPolicyFixture first = policy().set(WORKBOOK, SHEET, "B3", "FIRST");
        Revision before = first.read().revision();
        Revision after = first.edit(WORKBOOK, book -> swapRows(book.getSheet(SHEET), FIRST_RULE, FIRST_RULE + 2))
                .read()
                .revision();
        assertThat(after).isNotEqualTo(before).isNotEqualTo(SHIPPED);
    }

    @Test
    void hitPolicyPlaysAPart() {
        List<Revision> revisions = Stream.of("COLLECT", "UNIQUE", "FIRST")
                .map(hitPolicy ->
                        policy().set(WORKBOOK, SHEET, "B3", hitPolicy).read().revision())
                .toList();
        assertThat(revisions).doesNotHaveDuplicates().first().isEqualTo(SHIPPED);
    }

    @Test
    void orderOfColumnsPlaysNoPart() {
        assertThat(policy().edit(WORKBOOK, book -> swapColumns(book.getSheet(SHEET), 6, 3, 5))
                        .edit("vocabulary.xlsx", book -> swapColumns(book.getSheet("Fields"), 0, 1, 5))
                        .read()
                        .revision())
                .isEqualTo(SHIPPED);
    }

    @Test
    void orderOfVocabularyRowsPlaysNoPart() {
        assertThat(policy().edit("vocabulary.xlsx", book -> {
                            swapRows(book.getSheet("Fields"), 1, 8);
                            swapRows(book.getSheet("Grounds"), 1, 3);
                            swapRows(book.getSheet("Acts"), 1, 2);
                            swapRows(book.getSheet("Codes"), 1, 2);
                        })
                        .read()
                        .revision())
                .isEqualTo(SHIPPED);
    }

    @Test
    void orderAndNamesAndWorkbooksOfSheetsPlayNoPart() {
        assertThat(policy().edit(WORKBOOK, book -> {
                            book.setSheetOrder(SHEET, 4);
                            book.setSheetName(book.getSheetIndex("Valid passports"), "Passports, valid");
                        })
                        .read()
                        .revision())
                .isEqualTo(SHIPPED);
        EditedPolicyFixture renamed = policy();
        renamed.put("decision-tables/papers.xlsx", renamed.bytes("decision-tables/documents.xlsx"))
                .put("decision-tables/documents.xlsx", null);
        assertThat(renamed.read().revision()).isEqualTo(SHIPPED);
    }

    @Test
    void notesAndHeadingsForPeoplePlayNoPart() {
        assertThat(policy().edit(WORKBOOK, book -> {
                            XSSFSheet sheet = book.getSheet(SHEET);
                            sheet.getRow(5).getCell(1).setCellValue("another note");
                            cell(sheet, 6, 3).setCellValue("another heading");
                            cell(sheet, FIRST_RULE, column(sheet, 6, "Note")).setCellValue("another note");
                        })
                        .edit("vocabulary.xlsx", book -> {
                            XSSFSheet fields = book.getSheet("Fields");
                            cell(fields, 1, column(fields, 0, "Note")).setCellValue("another note");
                        })
                        .edit("persons.xlsx", book -> book.getSheet("Notes")
                                .createRow(200)
                                .createCell(0)
                                .setCellValue("another note"))
                        .read()
                        .revision())
                .isEqualTo(SHIPPED);
    }

    @Test
    void orderOfValuesInACellAndSpacesPlayNoPart() {
        Revision some = policy().set(WORKBOOK, SHEET, "E11", "RUS, KGZ").read().revision();
        assertThat(some).isEqualTo(SHIPPED);
        assertThat(policy().set(WORKBOOK, SHEET, "E11", "  KGZ ,\u00a0RUS ")
                        .read()
                        .revision())
                .isEqualTo(SHIPPED);
    }

    @Test
    void anyIsTheSameBlankOrWritten() {
        assertThat(policy().set(WORKBOOK, SHEET, "E10", "-").read().revision()).isEqualTo(SHIPPED);
    }

    @Test
    void dateIsTheSameAsATextOrAsACell() {
        assertThat(policy().set(WORKBOOK, SHEET, "B10", "2024-03-25").read().revision())
                .isEqualTo(SHIPPED);
    }

    @Test
    void lineEndsOfRuleFilesPlayNoPartButTheirTextsDo() {
        EditedPolicyFixture policy = policy();
        String text = new String(policy.bytes("rules/derivations.drl"), StandardCharsets.UTF_8);
        assertThat(policy.put("rules/derivations.drl", utf8(text.replace("\n", "\r\n")))
                        .read()
                        .revision())
                .isEqualTo(SHIPPED);
        assertThat(policy.put("rules/derivations.drl", utf8(text + " ")).read().revision())
                .isNotEqualTo(SHIPPED);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Stream<EditedPolicyFixture> otherMeanings() {
        return Stream.of(
                policy().set(WORKBOOK, SHEET, "E11", "RUS"),
                policy().set(WORKBOOK, SHEET, "E11", "not RUS, KGZ"),
                policy().set(WORKBOOK, SHEET, "E11", null),
                policy().set(WORKBOOK, SHEET, "E11", "missing"),
                policy().set(WORKBOOK, SHEET, "E11", "present"),
                policy().set(WORKBOOK, SHEET, "B10", "2024-03-26"),
                policy().set(WORKBOOK, SHEET, "B10", null),
                policy().set(WORKBOOK, SHEET, "C10", "2030-01-01"),
                policy().set(WORKBOOK, SHEET, "A10", "ID-99"),
                policy().set(WORKBOOK, SHEET, "G10", "no"),
                policy().set("persons.xlsx", "Not covered", "B5", "3"),
                policy().set("persons.xlsx", "Not covered", "F10", "filer-not-allowed"),
                policy().set("persons.xlsx", "Not covered", "H10", "A4-9(1)"),
                policy().set("persons.xlsx", "Not covered", "I10", "to verify"),
                policy().set("outcome.xlsx", "Term", "E9", "2"),
                policy().set("vocabulary.xlsx", "Policy", "B4", "другое название"),
                policy().set("vocabulary.xlsx", "Policy", "B7", "2023-02-26"),
                policy().set("vocabulary.xlsx", "Fields", "C13", "none"),
                policy().set("vocabulary.xlsx", "Fields", "J3", "yes"),
                policy().set("vocabulary.xlsx", "Codes", "E2", "басқа"));
    }

    @Test
    void everyOtherMeaningIsAnotherRevision() {
        List<Revision> revisions = new ArrayList<>(List.of(SHIPPED));
        otherMeanings().forEach(policy -> revisions.add(policy.read().revision()));
        assertThat(revisions).hasSize(21).doesNotHaveDuplicates();
    }

    /** A text field, and cells that ask for texts which look like other conditions. */
    private static Map<String, Revision> conditionsOnAText(String... cells) {
        Map<String, Revision> revisions = new TreeMap<>();
        for (String cell : cells) {
            revisions.put(
                    cell,
                    policy().edit(WORKBOOK, book -> {
                                XSSFSheet sheet = book.getSheet("Defects of identity docs");
                                cell(sheet, 7, column(sheet, 7, "documents.script"))
                                        .setCellValue("documents.number");
                                for (int row = FIRST_RULE; row < FIRST_RULE + 3; row++) {
                                    cell(sheet, row, 4).setCellValue(row == FIRST_RULE ? cell : "z");
                                }
                            })
                            .read()
                            .revision());
        }
        return revisions;
    }

    @Test
    void textsThatLookLikeOtherConditionsAreOtherRevisions() {
        Map<String, Revision> revisions = conditionsOnAText(
                "z, not x",
                "not x, z",
                "not x",
                "x, z",
                "x",
                "missing",
                "missing, x",
                "present",
                "present, x",
                "\"x, z\"",
                "x\\, z",
                "x, >= 5",
                "1..5",
                "yes",
                "x, -",
                "X, z");
        assertThat(revisions.values()).doesNotHaveDuplicates();
    }

    @Test
    void orderOfTextsPlaysNoPart() {
        assertThat(conditionsOnAText("z, not x", "z,not x", "a, not x, z", "z, a, not x").values().stream()
                        .distinct())
                .hasSize(2);
    }

    @Test
    void textThatMovesFromOnePlaceToAnotherIsAnotherRevision() {
        Revision left = policy().set("vocabulary.xlsx", "Grounds", "C2", "ab")
                .set("vocabulary.xlsx", "Grounds", "D2", "c")
                .read()
                .revision();
        Revision right = policy().set("vocabulary.xlsx", "Grounds", "C2", "a")
                .set("vocabulary.xlsx", "Grounds", "D2", "bc")
                .read()
                .revision();
        assertThat(left).isNotEqualTo(right);
    }

    @Test
    void meaningOfARuleIsTheOneOfItsRowAlone() {
        Map<String, String> rule = ShippedPolicyFixture.RULESET.meaning().rule("identity-documents", "ID-03");
        assertThat(rule)
                .containsOnly(
                        Map.entry("from", "2024-03-25"),
                        Map.entry("applicant.status", "foreigner"),
                        Map.entry("applicant.citizenship", "KGZ, RUS"),
                        Map.entry("documents.kind", "national-id"),
                        Map.entry("→ documents.identity", "yes"));
        assertThat(ShippedPolicyFixture.RULESET.meaning().rule("identity-documents", "ID-0"))
                .isEmpty();
    }
}
