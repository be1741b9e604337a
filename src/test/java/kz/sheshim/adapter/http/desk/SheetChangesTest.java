package kz.sheshim.adapter.http.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.sheshim.EditedPolicyFixture;
import kz.sheshim.PolicyTools;
import kz.sheshim.adapter.folder.FolderPolicySource;
import kz.sheshim.adapter.http.desk.DrawnTable.DrawnCell;
import kz.sheshim.adapter.http.desk.DrawnTable.Line;
import kz.sheshim.adapter.xlsx.XlsxEditor;
import kz.sheshim.adapter.xlsx.XlsxReader;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.publication.PolicyInMemoryFixture;
import kz.sheshim.vocabulary.Language;
import kz.sheshim.workbook.EditRefused;
import kz.sheshim.workbook.Limits;
import kz.sheshim.workbook.RowEdit;
import org.junit.jupiter.api.Test;

class SheetChangesTest {
    private static final List<PolicyFile> BEFORE =
            new FolderPolicySource(Path.of("src/test/resources/policies/heating-allowance")).files();
    private static final CellWords WORDS = new CellWords(
            PolicyTools.compiler(Limits.USUAL, null)
                    .reader()
                    .read(BEFORE, finding -> {})
                    .orElseThrow(),
            Language.ENGLISH);
    private static final Workbooks WORKBOOKS =
            new Workbooks(new XlsxReader(), Limits.USUAL, new PolicyInMemoryFixture.Store());

    private static SheetChanges to(List<PolicyFile> after) {
        return SheetChanges.between(BEFORE, after, WORKBOOKS, WORDS, CellNotes.NONE);
    }

    private static List<PolicyFile> set(String sheet, String cell, String text) {
        return new EditedPolicyFixture(BEFORE)
                .set("allowance.xlsx", sheet, cell, text)
                .files();
    }

    private static List<PolicyFile> insert(int row, Map<Integer, String> texts) throws EditRefused {
        List<PolicyFile> files = new ArrayList<>();
        for (PolicyFile file : BEFORE) {
            files.add(
                    file.path().endsWith("allowance.xlsx")
                            ? new PolicyFile(
                                    file.path(),
                                    new XlsxEditor()
                                            .edit(
                                                    file.path(),
                                                    file.bytes(),
                                                    List.of(new RowEdit.Insert(
                                                            "Income limits", row, new TreeMap<>(texts))),
                                                    Limits.USUAL))
                            : file);
        }
        return files;
    }

    @Test
    void aChangedCellIsDrawnWithWhatItSaid() {
        SheetChanges changes = to(set("Income limits", "E9", "901"));
        assertThat(changes.tables()).hasSize(1);
        Line line = changes.tables().get(0).lines().get(0);
        assertThat(line.rule()).isEqualTo("IL-1");
        assertThat(line.cells())
                .filteredOn(cell -> cell.mark().equals("changed"))
                .extracting(DrawnCell::before, DrawnCell::text)
                .containsExactly(tuple("900", "901"));
    }

    @Test
    void aNewRowDoesNotChangeThoseThatItMoves() throws EditRefused {
        SheetChanges changes = to(insert(8, Map.of(0, "IL-1a", 1, "2025-10-01", 3, "7", 4, "1")));
        assertThat(changes.tables()).hasSize(1);
        assertThat(changes.tables().get(0).lines())
                .extracting(Line::rule, Line::mark)
                .containsExactly(tuple("IL-1a", "added"));
    }

    @Test
    void aRowThatIsGoneIsDrawnAsRemoved() throws EditRefused {
        List<PolicyFile> longer = insert(8, Map.of(0, "IL-1a", 4, "1"));
        SheetChanges changes = SheetChanges.between(longer, BEFORE, WORKBOOKS, WORDS, CellNotes.NONE);
        assertThat(changes.tables().get(0).lines())
                .extracting(Line::rule, Line::mark)
                .containsExactly(tuple("IL-1a", "removed"));
    }

    @Test
    void ofAnotherSheetOnlyTheCellsThatChangedAreDrawn() {
        SheetChanges changes = to(new EditedPolicyFixture(BEFORE)
                .edit("vocabulary.xlsx", book -> book.getSheet("Codes").forEach(row -> {
                    if (row.getCell(1).toString().equals("oil")) {
                        row.getCell(2).setCellValue("Heating oil");
                    }
                }))
                .files());
        assertThat(changes.sheets()).hasSize(1);
        SheetChanges.ChangedRow row = changes.sheets().get(0).rows().get(0);
        assertThat(row.name()).endsWith(" oil");
        assertThat(row.cells())
                .extracting(SheetChanges.ChangedCell::column, SheetChanges.ChangedCell::after)
                .containsExactly(tuple("Label en", "Heating oil"));
    }

    @Test
    void aNewRowOfAnotherSheetDoesNotChangeThoseThatItMoves() {
        SheetChanges changes = to(new EditedPolicyFixture(BEFORE)
                .edit("vocabulary.xlsx", book -> {
                    var codes = book.getSheet("Codes");
                    codes.shiftRows(1, codes.getLastRowNum(), 1);
                    var row = codes.createRow(1);
                    for (int cell = 0; cell < 3; cell++) {
                        row.createCell(cell).setCellValue("new");
                    }
                })
                .files());
        assertThat(changes.sheets().get(0).rows())
                .extracting(SheetChanges.ChangedRow::mark)
                .containsExactly("added");
    }

    @Test
    void theSameFilesDoNotDiffer() {
        assertThat(to(BEFORE).isEmpty()).isTrue();
    }
}
