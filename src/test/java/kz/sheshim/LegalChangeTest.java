package kz.sheshim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.table.Term;
import kz.sheshim.verdict.Ground;
import kz.sheshim.verdict.Verdict;
import org.junit.jupiter.api.Test;

/** Changes of the law that are made in the workbooks alone, each with a case that it decides differently. */
class LegalChangeTest {
    private static final String GRANTED = "granted";

    private static ApplicationFixture good() {
        return new ApplicationFixture().set("documents.0.translation", "notarised");
    }

    private static Verdict verdict(DecidingPolicy deciding, ApplicationFixture application) {
        return deciding.decide(application.facts(deciding.ruleset().vocabulary()));
    }

    private static EditedPolicyFixture code(EditedPolicyFixture policy, String list, String code) {
        return policy.append(
                "vocabulary.xlsx",
                "Codes",
                1,
                Map.of("List", list, "Code", code, "Label en", code, "Label ru", code, "Label kk", code));
    }

    @Test
    void newChannelIsCodeAndTwoRows() {
        EditedPolicyFixture policy = code(new EditedPolicyFixture(), "channel", "mobile-app")
                .append(
                        "availability.xlsx",
                        "Open channels",
                        7,
                        Map.of(
                                "Rule",
                                "CH-90",
                                "From",
                                "2026-11-01",
                                "application.service",
                                "formation",
                                "→ application.openChannels",
                                "mobile-app"))
                .append(
                        "persons.xlsx",
                        "Who may file",
                        7,
                        Map.of(
                                "Rule",
                                "WF-90",
                                "From",
                                "2026-11-01",
                                "application.service",
                                "formation",
                                "application.channel",
                                "mobile-app",
                                "application.filedBy",
                                "applicant",
                                "→ application.filerAllowed",
                                "yes"));
        DecidingPolicy deciding = policy.policy();
        ApplicationFixture mobile = good().set("application.channel", "mobile-app");

        assertThat(verdict(deciding, mobile).outcome()).isEqualTo(GRANTED);
        Verdict early = verdict(deciding, mobile.set("application.filedAt", "2026-10-31T23:59:59+05:00"));
        assertThat(early.outcome()).isEqualTo("not-available");
        assertThat(early.grounds()).extracting(Ground::code).containsExactly("channel-not-open");
    }

    @Test
    void newStatusIsCodeAndTwoRows() {
        EditedPolicyFixture policy = code(new EditedPolicyFixture(), "applicant-status", "repatriate")
                .append(
                        "persons.xlsx",
                        "Covered persons",
                        7,
                        Map.of("Rule", "CP-90", "applicant.status", "repatriate", "→ applicant.covered", "yes"))
                .append(
                        "documents.xlsx",
                        "Identity documents",
                        7,
                        Map.of(
                                "Rule",
                                "ID-90",
                                "applicant.status",
                                "repatriate",
                                "documents.kind",
                                "foreign-passport",
                                "→ documents.identity",
                                "yes"));
        DecidingPolicy deciding = policy.policy();

        assertThat(verdict(deciding, good().set("applicant.status", "repatriate"))
                        .outcome())
                .isEqualTo(GRANTED);
    }

    @Test
    void newRequiredFactWithNewGroundIsThreeRows() {
        EditedPolicyFixture policy = new EditedPolicyFixture()
                .append(
                        "vocabulary.xlsx",
                        "Fields",
                        1,
                        Map.of(
                                "Field",
                                "checks.fingerprintsTaken",
                                "Type",
                                "yes/no",
                                "If absent",
                                "unknown",
                                "Derived",
                                "no",
                                "Label en",
                                "Fingerprints taken",
                                "Label ru",
                                "Отпечатки сняты",
                                "Label kk",
                                "Саусақ іздері алынды",
                                "May change",
                                "yes",
                                "Personal",
                                "yes"))
                .append(
                        "vocabulary.xlsx",
                        "Grounds",
                        1,
                        Map.of(
                                "Ground",
                                "fingerprints-missing",
                                "Effect",
                                "refuse-acceptance",
                                "Text en",
                                "t",
                                "Text ru",
                                "t",
                                "Text kk",
                                "t",
                                "Remedy en",
                                "r",
                                "Remedy ru",
                                "r",
                                "Remedy kk",
                                "r"))
                .edit("denial.xlsx", book -> {
                    var sheet = book.cloneSheet(book.getSheetIndex("Documents not authentic"), "Fingerprints");
                    sheet.getRow(0).getCell(1).setCellValue("fingerprints");
                    for (var row : sheet) {
                        for (var cell : row) {
                            switch (cell.toString()) {
                                case "For each" ->
                                    sheet.getRow(row.getRowNum()).getCell(1).setBlank();
                                case "documents.authentic" -> cell.setCellValue("checks.fingerprintsTaken");
                                case "documents-not-authentic" -> cell.setCellValue("fingerprints-missing");
                                default -> {}
                            }
                        }
                    }
                    for (var row : sheet) {
                        if (row.getCell(0).toString().equals("For each")) {
                            row.getCell(0).setBlank();
                        }
                    }
                });
        DecidingPolicy deciding = policy.policy();

        Verdict unknown = verdict(deciding, good());
        assertThat(unknown.outcome()).isEqualTo("undetermined");
        assertThat(unknown.missingFacts()).containsExactly("checks.fingerprintsTaken");
        assertThat(verdict(deciding, good().set("checks.fingerprintsTaken", true))
                        .outcome())
                .isEqualTo(GRANTED);
        Verdict refused = verdict(deciding, good().set("checks.fingerprintsTaken", false));
        assertThat(refused.outcome()).isEqualTo("acceptance-refused");
        assertThat(refused.grounds()).extracting(Ground::code).containsExactly("fingerprints-missing");
    }

    @Test
    void changedTermIsOneCell() {
        DecidingPolicy deciding = new EditedPolicyFixture()
                .edit("outcome.xlsx", book -> {
                    var sheet = book.getSheet("Term");
                    int column = -1;
                    for (var cell : sheet.getRow(7)) {
                        column = cell.toString().equals("→ working days") ? cell.getColumnIndex() : column;
                    }
                    sheet.getRow(8).getCell(column).setCellValue(5);
                })
                .policy();
        Verdict verdict = verdict(deciding, good());

        assertThat(verdict.term()).isEqualTo(Term.ofWorkingDays(5));
        assertThat(verdict.due()).hasToString("2026-11-27");
    }
}
