package kz.sheshim.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import kz.sheshim.EditedPolicyFixture;
import kz.sheshim.ShippedWorkbooksFixture;
import kz.sheshim.adapter.xlsx.XlsxEditor;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.workbook.Limits;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** Two sides changed one workbook. */
class WorkbookMergeTest {
    private static final String WORKBOOK = "vocabulary.xlsx";
    private static final String SHEET = "Notices";

    private final WorkbookMerge merge =
            new WorkbookMerge(ShippedWorkbooksFixture.READER, new XlsxEditor(), Limits.USUAL);
    private final PolicyFile base = changed(sheet -> {});

    private static PolicyFile changed(Consumer<XSSFSheet> change) {
        EditedPolicyFixture policy = new EditedPolicyFixture();
        policy.edit(WORKBOOK, book -> change.accept(book.getSheet(SHEET)));
        return policy.files().stream()
                .filter(file -> file.path().endsWith("/" + WORKBOOK))
                .findFirst()
                .orElseThrow();
    }

    private static void say(XSSFSheet sheet, int row, String text) {
        sheet.getRow(row).getCell(1).setCellValue(text);
    }

    private static void remove(XSSFSheet sheet, int row) {
        sheet.removeRow(sheet.getRow(row));
        sheet.shiftRows(row + 1, sheet.getLastRowNum(), -1);
    }

    private void refused(PolicyFile draft, PolicyFile law, String part) {
        assertThatThrownBy(() -> merge.merge(base, draft, law))
                .isInstanceOfSatisfying(DraftRefused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(DraftRefused.Reason.CONFLICT))
                .hasMessageContaining(part);
    }

    @Test
    void changesOfBothStay() {
        PolicyFile merged =
                merge.merge(base, changed(sheet -> say(sheet, 1, "mine")), changed(sheet -> say(sheet, 2, "theirs")));
        assertThat(texts(merged)).containsValues("mine", "theirs");
    }

    @Test
    void rowThatTheDraftRemovedAndTheLawChangedIsAConflict() {
        refused(
                changed(sheet -> remove(sheet, 1)),
                changed(sheet -> say(sheet, 1, "theirs")),
                "which one side changed and the other removed");
    }

    @Test
    void rowThatTheDraftRenamedAndTheLawChangedIsAConflict() {
        refused(
                changed(sheet -> sheet.getRow(1).getCell(0).setCellValue("renamed")),
                changed(sheet -> say(sheet, 1, "theirs")),
                "which one side changed and the other removed");
    }

    @Test
    void rowThatTheLawRemovedAndTheDraftChangedIsAConflict() {
        refused(
                changed(sheet -> say(sheet, 1, "mine")),
                changed(sheet -> remove(sheet, 1)),
                "which one side changed and the other removed");
    }

    @Test
    void removedRowStaysRemovedBesideOtherChangesOfTheLaw() {
        PolicyFile merged =
                merge.merge(base, changed(sheet -> remove(sheet, 1)), changed(sheet -> say(sheet, 2, "theirs")));
        assertThat(texts(merged))
                .containsValue("theirs")
                .doesNotContainKey(texts(base).keySet().iterator().next());
    }

    /** The second cell of each row by its first. */
    private static Map<String, String> texts(PolicyFile file) {
        Map<String, String> texts = new LinkedHashMap<>();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file.bytes()))) {
            XSSFSheet sheet = book.getSheet(SHEET);
            for (int row = 1; row <= sheet.getLastRowNum(); row++) {
                if (sheet.getRow(row) != null && sheet.getRow(row).getCell(0) != null) {
                    texts.put(
                            sheet.getRow(row).getCell(0).getStringCellValue(),
                            sheet.getRow(row).getCell(1).getStringCellValue());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
