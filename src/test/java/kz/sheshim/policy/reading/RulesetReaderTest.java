package kz.sheshim.policy.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import kz.sheshim.EditedPolicyFixture;
import kz.sheshim.ShippedPolicyFixture;
import kz.sheshim.policy.FaultyRuleset;
import kz.sheshim.policy.PolicyFile;
import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.api.Test;

/** What cannot be read or bound is a finding at its cell; what means the same is the same revision. */
class RulesetReaderTest {

    private static EditedPolicyFixture policy() {
        return new EditedPolicyFixture();
    }

    @Test
    void shippedPolicyHasNoFindings() {
        assertThat(policy().findings()).isEmpty();
    }

    @Test
    void unknownCodeIsFoundAtItsCell() {
        assertThat(policy().set("documents.xlsx", "Identity documents", "D9", "foreignr")
                        .findings())
                .containsExactly("unknown-code at documents.xlsx › Identity documents › D9");
    }

    @Test
    void unknownBindingIsFoundAtItsCell() {
        assertThat(policy().set("documents.xlsx", "Identity documents", "D8", "applicant.statsu")
                        .findings())
                .containsExactly("unknown-field at documents.xlsx › Identity documents › D8");
    }

    @Test
    void allFindingsComeAtOnce() {
        List<String> findings = policy().set("documents.xlsx", "Identity documents", "B9", "2023-02-30")
                .set("documents.xlsx", "Identity documents", "A10", null)
                .set("persons.xlsx", "Covered persons", "B3", "FRIST")
                .set("vocabulary.xlsx", "Grounds", "A2", "Not A Code")
                .findings();
        assertThat(findings)
                .contains(
                        "wrong-type at documents.xlsx › Identity documents › B9",
                        "missing-rule-id at documents.xlsx › Identity documents › A10",
                        "unknown-word at persons.xlsx › Covered persons › B3",
                        "malformed-name at vocabulary.xlsx › Grounds › A2");
    }

    @Test
    void blankRowInsideTableIsAFinding() {
        EditedPolicyFixture policy = policy().edit("documents.xlsx", book -> {
            Sheet sheet = book.getSheet("Identity documents");
            sheet.getRow(9).forEach(cell -> cell.setBlank());
        });
        assertThat(policy.findings()).containsExactly("blank-row at documents.xlsx › Identity documents › A10");
    }

    @Test
    void ruleWithoutConditionsMustSaySo() {
        EditedPolicyFixture policy = policy().set("availability.xlsx", "Closed channel", "D9", null);
        assertThat(policy.findings()).containsExactly("unmarked-rule at availability.xlsx › Closed channel › D9");
    }

    @Test
    void formulaIsAFinding() {
        EditedPolicyFixture policy = policy().edit("documents.xlsx", book -> book.getSheet("Identity documents")
                .getRow(8)
                .getCell(3)
                .setCellFormula("1+1"));
        assertThat(policy.findings()).contains("formula-cell at documents.xlsx › Identity documents › D9");
    }

    @Test
    void fileThatIsNoWorkbookIsAFinding() {
        EditedPolicyFixture policy =
                policy().put("decision-tables/pilots.xlsx", "not a workbook".getBytes(StandardCharsets.UTF_8));
        assertThat(policy.findings()).contains("other-format at pilots.xlsx");
    }

    @Test
    void mergedCellsAreAFinding() {
        EditedPolicyFixture policy = policy().edit("documents.xlsx", book -> book.getSheet("Identity documents")
                .addMergedRegion(org.apache.poi.ss.util.CellRangeAddress.valueOf("D9:D10")));
        assertThat(policy.findings()).contains("merged-cells at documents.xlsx › Identity documents › D9");
    }

    @Test
    void hiddenRowIsAWarningAndIsRead() {
        EditedPolicyFixture policy = policy().edit(
                        "documents.xlsx",
                        book -> book.getSheet("Identity documents").getRow(8).setZeroHeight(true));
        java.util.List<kz.sheshim.finding.Finding> findings = new java.util.ArrayList<>();
        var ruleset = new RulesetReader(
                        new kz.sheshim.adapter.xlsx.XlsxReader(), new kz.sheshim.adapter.drools.DroolsNames())
                .read(policy.files(), findings::add);
        assertThat(findings)
                .singleElement()
                .asString()
                .startsWith("warning hidden-cells at documents.xlsx › Identity documents › A9");
        assertThat(ruleset.orElseThrow().revision()).isEqualTo(ShippedPolicyFixture.RULESET.revision());
    }

    @Test
    void missingSheetIsAFinding() {
        EditedPolicyFixture policy =
                policy().edit("vocabulary.xlsx", book -> book.removeSheetAt(book.getSheetIndex("Notices")));
        assertThat(policy.findings()).contains("missing-sheet at decision-tables");
    }

    @Test
    void secondTableOfTheSameIdIsAFinding() {
        EditedPolicyFixture policy = policy().set("availability.xlsx", "Closed channel", "B1", "not-covered");
        assertThat(policy.findings()).contains("duplicate at persons.xlsx › Not covered › B1");
    }

    @Test
    void tablesThatNeedEachOtherAreAFinding() {
        EditedPolicyFixture policy =
                policy().set("documents.xlsx", "Valid identity documents", "D8", "documents.validIdentity");
        assertThat(policy.findings()).anyMatch(finding -> finding.startsWith("cyclic-tables at documents.xlsx"));
    }

    @Test
    void derivedFieldThatNothingGivesIsAFinding() {
        EditedPolicyFixture policy =
                policy().edit("documents.xlsx", book -> book.removeSheetAt(book.getSheetIndex("Valid passports")));
        assertThat(policy.findings())
                .singleElement()
                .asString()
                .startsWith("field-never-set at vocabulary.xlsx › Fields");
    }

    @Test
    void ruleFileThatDoesNotCompileIsAFindingAtItsLine() {
        EditedPolicyFixture policy = policy().put(
                        "rules/wrong.drl",
                        "package sheshim.rules\n\nrule \"x\" when Nothing() then end\n"
                                .getBytes(StandardCharsets.UTF_8));
        assertThat(policy.findings())
                .anyMatch(finding -> finding.startsWith("faulty-rule-file at rules/wrong.drl › line 3"));
    }

    @Test
    void ruleThatNobodyWouldAskIsAFinding() {
        EditedPolicyFixture policy = policy().put(
                        "rules/lost.drl",
                        "package sheshim.rules\n\nrule \"lost\" when Applicant() then end\n"
                                .getBytes(StandardCharsets.UTF_8));
        assertThat(policy.findings()).containsExactly("faulty-rule-file at rules");
    }

    @Test
    void orderOfSheetsAndFilesDoesNotChangeTheRevision() throws FaultyRuleset {
        EditedPolicyFixture policy =
                policy().edit("documents.xlsx", book -> book.setSheetOrder(book.getSheetName(0), 5));
        assertThat(policy.read().revision()).isEqualTo(ShippedPolicyFixture.RULESET.revision());
        List<PolicyFile> reversed = policy.files().stream()
                .sorted(Comparator.comparing(PolicyFile::path).reversed())
                .toList();
        assertThat(new RulesetReader(
                                new kz.sheshim.adapter.xlsx.XlsxReader(), new kz.sheshim.adapter.drools.DroolsNames())
                        .read(reversed)
                        .revision())
                .isEqualTo(ShippedPolicyFixture.RULESET.revision());
    }

    @Test
    void changedCellChangesTheRevision() {
        EditedPolicyFixture policy = policy().set("documents.xlsx", "Identity documents", "B9", "2023-02-26");
        assertThat(policy.read().revision()).isNotEqualTo(ShippedPolicyFixture.RULESET.revision());
    }
}
