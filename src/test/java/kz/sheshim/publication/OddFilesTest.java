package kz.sheshim.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kz.sheshim.EditedPolicyFixture;
import kz.sheshim.adapter.drools.DroolsNames;
import kz.sheshim.adapter.xlsx.XlsxReader;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.file.UnreadableFile;
import kz.sheshim.policy.FaultyRuleset;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.reading.RulesetReader;
import kz.sheshim.vocabulary.Phrase;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.junit.jupiter.api.Test;

/** Files as they come: cut off, unreadable for a moment, hidden, oddly formatted. */
class OddFilesTest {
    private static List<String> findings(EditedPolicyFixture policy) {
        List<Finding> findings = new ArrayList<>();
        new RulesetReader(new XlsxReader(), new DroolsNames()).read(policy.files(), findings::add);
        return findings.stream().map(Finding::toString).toList();
    }

    private static Rulesets loaded(PolicyInMemoryFixture.Source source) throws FaultyRuleset {
        Rulesets rulesets = new Rulesets(
                source,
                new PolicyInMemoryFixture.Compiler().policies(),
                new PolicyInMemoryFixture.Store(),
                true,
                1,
                TelemetryFixture.NONE);
        rulesets.load();
        return rulesets;
    }

    @Test
    void workbookThatIsCutBetweenTwoSheetsIsUnreadable() {
        byte[] whole = new EditedPolicyFixture().bytes("decision-tables/denial.xlsx");
        assertThat(findings(new EditedPolicyFixture().put("decision-tables/denial.xlsx", Arrays.copyOf(whole, 9_113))))
                .isNotEmpty();
    }

    @Test
    void dateWithAWordInItsFormatIsADate() {
        assertThat(findings(new EditedPolicyFixture().edit("documents.xlsx", book -> {
                    var style = book.createCellStyle();
                    style.setDataFormat(book.createDataFormat().getFormat("[$-419]d mmmm yyyy\" г.\";@"));
                    book.getSheet("Identity documents").getRow(8).getCell(1).setCellStyle(style);
                })))
                .isEmpty();
    }

    @Test
    void filesThatCouldNotBeReadForAMomentAreTakenWhenTheyCan() throws Exception {
        var source = new PolicyInMemoryFixture.Source("first");
        Rulesets rulesets = loaded(source);
        source.fail("second", new UncheckedIOException("cannot read denial.xlsx", new IOException("locked")));
        rulesets.takeUp();
        assertThatExceptionOfType(RulesetUnusable.class).isThrownBy(rulesets::inForce);
        source.put("second");
        rulesets.takeUp();
        assertThat(rulesets.inForce().revision())
                .isEqualTo(PolicyInMemoryFixture.revision(PolicyInMemoryFixture.files("second")));
    }

    @Test
    void hiddenSheetOfATableIsAWarning() {
        assertThat(findings(new EditedPolicyFixture().edit("denial.xlsx", book -> {
                    book.setActiveSheet(2);
                    book.setSheetVisibility(1, SheetVisibility.VERY_HIDDEN);
                })))
                .anyMatch(finding -> finding.startsWith("warning hidden-"));
    }

    @Test
    void otherInvisibleSpacesPlayNoPartInTheRevision() {
        assertThat(findings(new EditedPolicyFixture().set("persons.xlsx", "Not covered", "D10", "no\u202f")))
                .isEmpty();
        assertThat(new EditedPolicyFixture()
                        .set("persons.xlsx", "Not covered", "H11", "\u202f")
                        .read()
                        .revision())
                .isEqualTo(new EditedPolicyFixture().read().revision());
    }

    @Test
    void fileThatWasNotTakenForAMomentIsTakenWhenItCan() throws Exception {
        var source = new PolicyInMemoryFixture.Source("first");
        Rulesets rulesets = loaded(source);
        List<PolicyFile> files = new ArrayList<>(PolicyInMemoryFixture.files("second"));
        files.set(
                0,
                PolicyFile.unread(
                        files.get(0).path(), new UnreadableFile(Phrase.of("{0}", "this user may not read it"))));
        source.put("second", files);
        rulesets.takeUp();
        assertThatExceptionOfType(RulesetUnusable.class).isThrownBy(rulesets::inForce);
        source.put("second", PolicyInMemoryFixture.files("second"));
        rulesets.takeUp();
        assertThat(rulesets.inForce().revision())
                .isEqualTo(PolicyInMemoryFixture.revision(PolicyInMemoryFixture.files("second")));
    }
}
