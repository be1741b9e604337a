package kz.sheshim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.verdict.Ground;
import kz.sheshim.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Edits that once decided something else than they say, without a word. */
class SilentMistakesTest {

    private static Verdict verdict(EditedPolicyFixture policy, ApplicationFixture application) {
        DecidingPolicy deciding = policy.policy();
        return deciding.decide(application.facts(deciding.ruleset().vocabulary()));
    }

    private static ApplicationFixture good() {
        return new ApplicationFixture().set("documents.0.translation", "notarised");
    }

    @Test
    void lateStageIsStillExaminedBeforeTheOutcome() {
        EditedPolicyFixture policy = new EditedPolicyFixture().edit("denial.xlsx", book -> {
            var row = book.getSheet("Documents not authentic").getRow(4);
            assertThat(row.getCell(0).toString()).isIn("Gives", "Note", "For each");
            var spare = book.getSheet("Documents not authentic").getRow(5);
            spare.getCell(0).setCellValue("Stage");
            (spare.getCell(1) == null ? spare.createCell(1) : spare.getCell(1)).setCellValue(999);
        });
        assertThat(verdict(policy, good().set("checks.dataAccurate", false)).outcome())
                .isEqualTo("denied");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nil", "isdef", "end", "in", "contains", "empty", "var", "strsim", "class", "default"})
    void fieldNameThatTheRuleLanguageReadsOtherwiseIsAFinding(String name) {
        assertThat(new EditedPolicyFixture()
                        .field("checks." + name, "yes/no", "none")
                        .findings())
                .singleElement()
                .asString()
                .startsWith("reserved-name at vocabulary.xlsx › Fields › A");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Process", "Object", "Rule", "LocalDate", "RowValues", "String"})
    void typeNameThatJavaHasIsAFinding(String name) {
        assertThat(new EditedPolicyFixture()
                        .set("vocabulary.xlsx", "Entities", "B5", name)
                        .findings())
                .contains("reserved-name at vocabulary.xlsx › Entities › B5");
    }

    @Test
    void ruleThatIsLostIsAFinding() {
        EditedPolicyFixture policy = new EditedPolicyFixture();
        String rules = new String(policy.bytes("rules/derivations.drl"), StandardCharsets.UTF_8);
        String without = rules.replaceFirst("(?s)rule \"the number is well formed\".*?\\nend\\n", "");
        assertThat(without).isNotEqualTo(rules);
        assertThat(policy.put("rules/derivations.drl", without.getBytes(StandardCharsets.UTF_8))
                        .findings())
                .containsExactly("faulty-rule-file at rules");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rule oops when",
                "package sheshim.rules\nimport no.such.Type\nrule \"x\" ruleflow-group \"application.channelOpen\" when Type() then end",
                "package sheshim.rules\nfunction int broken() { return \"x\"; }",
                "package sheshim.rules\ndeclare Document\n kind : String\nend",
                "package sheshim.rules\nrule \"x\" ruleflow-group \"who-may-file\" when Applicant() then end"
            })
    void faultyRuleFileIsAFinding(String text) {
        assertThat(new EditedPolicyFixture()
                        .put("rules/zz.drl", text.getBytes(StandardCharsets.UTF_8))
                        .findings())
                .isNotEmpty()
                .allMatch(finding -> finding.startsWith("faulty-rule-file at rules"));
    }

    @Test
    void ruleWithoutFromDoesNotExtendTheCoverage() {
        EditedPolicyFixture policy = new EditedPolicyFixture()
                .edit("denial.xlsx", book -> book.getSheet("Documents not authentic")
                        .getRow(8)
                        .getCell(1)
                        .setBlank());
        Verdict verdict = verdict(policy, good().set("application.filedAt", "2020-11-20T10:15:00+06:00"));
        assertThat(verdict.outcome()).isEqualTo("undetermined");
        assertThat(verdict.notices()).extracting(notice -> notice.code()).containsExactly("no-rule-in-force");
    }

    @Test
    void workbookOfAnotherFormatIsAFinding() {
        EditedPolicyFixture policy = new EditedPolicyFixture();
        byte[] bytes = policy.bytes("decision-tables/denial.xlsx");
        policy.put("decision-tables/denial.xlsx", null).put("decision-tables/denial.ods", bytes);
        assertThat(policy.findings()).contains("misplaced-file at decision-tables/denial.ods");
    }

    @Test
    void tableOnANotesSheetIsAFinding() {
        EditedPolicyFixture policy = new EditedPolicyFixture()
                .edit(
                        "denial.xlsx",
                        book -> book.setSheetName(book.getSheetIndex("Documents not authentic"), "Notes of denial"));
        assertThat(policy.findings()).contains("table-in-notes at denial.xlsx › Notes of denial");
    }

    @Test
    void groundHoldsWithoutAValueForItsSubject() {
        EditedPolicyFixture policy = new EditedPolicyFixture().edit("denial.xlsx", book -> {
            var sheet = book.getSheet("Documents not authentic");
            int note = -1;
            for (var cell : sheet.getRow(6)) {
                note = cell.toString().equals("Note") ? cell.getColumnIndex() : note;
            }
            sheet.getRow(7).getCell(note).setCellValue("→ subject");
            for (int row = 8; row <= 9; row++) {
                sheet.getRow(row).getCell(note).setCellValue("documents.number");
            }
        });
        ApplicationFixture fake = good().set("documents.0.authentic", false);
        assertThat(verdict(policy, fake).grounds()).extracting(Ground::subject).containsExactly("U12345678");
        assertThat(verdict(policy, fake.set("documents.0.number", null)).grounds())
                .extracting(Ground::subject)
                .containsExactly("documents[0]");
    }

    @Test
    void outcomeWithoutGroundMayNotRankFirst() {
        EditedPolicyFixture policy = new EditedPolicyFixture()
                .edit("vocabulary.xlsx", book -> book.getSheet("Outcomes").forEach(row -> {
                    if (row.getCell(2).toString().equals("no ground")) {
                        row.getCell(1).setCellValue(0);
                    }
                }));
        assertThat(policy.findings())
                .singleElement()
                .asString()
                .startsWith("misordered-rank at vocabulary.xlsx › Outcomes › B");
    }
}
