package kz.sheshim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import kz.sheshim.adapter.logicng.LogicNgSolver;
import kz.sheshim.analysis.Effort;
import kz.sheshim.analysis.TableAnalysis;
import kz.sheshim.finding.Finding;
import kz.sheshim.publication.PolicyCheck;
import kz.sheshim.workbook.Limits;
import org.apache.poi.ss.usermodel.CellCopyPolicy;
import org.junit.jupiter.api.Test;

/** Slips that a rehearsal of legal changes passed over in silence, or told more than once. */
class ClerksSlipsTest {
    private static final PolicyCheck CHECK = new PolicyCheck(
            PolicyTools.compiler(Limits.USUAL, null),
            new TableAnalysis(LogicNgSolver::new, Effort.USUAL),
            Clock.fixed(Instant.parse("2026-11-20T05:00:00Z"), ZoneOffset.UTC));

    private static List<String> messages(EditedPolicyFixture policy) {
        return CHECK.check(policy.files()).findings().stream()
                .map(ClerksSlipsTest::told)
                .toList();
    }

    private static String told(Finding finding) {
        return finding.defect().code() + " at " + finding.address() + ": "
                + finding.defect().message();
    }

    @Test
    void misspeltBaseOfAScenarioIsOneMessage() {
        assertThat(messages(new EditedPolicyFixture().set("scenarios.xlsx", "Denial", "C5", "formation 2023")))
                .singleElement()
                .asString()
                .startsWith("unknown-name at scenarios.xlsx › Denial › C5: ")
                .contains("Did you mean \"formation-2023\"?");
    }

    @Test
    void misspeltFactOfScenariosIsOneMessage() {
        assertThat(messages(new EditedPolicyFixture().set("scenarios.xlsx", "Denial", "H4", "checks.dataAcurate")))
                .singleElement()
                .asString()
                .startsWith("unknown-field at scenarios.xlsx › Denial › H4: ")
                .contains("Did you mean \"checks.dataAccurate\"?");
    }

    @Test
    void exchangedCellsAreOneMessage() {
        assertThat(messages(new EditedPolicyFixture()
                        .set("pilots.xlsx", "Category documents", "E14", "lacks nomad-visa-invitation")
                        .set("pilots.xlsx", "Category documents", "F14", "nomad")))
                .singleElement()
                .asString()
                .startsWith("exchanged-cells at pilots.xlsx › Category documents › E14: ")
                .contains("\"nomad\" at pilots.xlsx › Category documents › F14");
    }

    @Test
    void removedForEachIsOneMessage() {
        assertThat(messages(new EditedPolicyFixture()
                        .set("pilots.xlsx", "Legalisation", "A5", null)
                        .set("pilots.xlsx", "Legalisation", "B5", null)))
                .singleElement()
                .asString()
                .startsWith("missing-for-each at pilots.xlsx › Legalisation › A5: ")
                .contains("\"documents\"");
    }

    @Test
    void effectThatIsMisspeltAtItsGroundOrItsOutcomeIsToldWithBothPlaces() {
        assertThat(messages(new EditedPolicyFixture(new SmallPolicyFixture().files())
                        .set("vocabulary.xlsx", "Outcomes", "C2", "denny")))
                .singleElement()
                .asString()
                .contains(
                        "vocabulary.xlsx › Outcomes › C2: \"denny\" does not fit 1 place where \"deny\" is needed: vocabulary.xlsx › Grounds › B2.",
                        "If this cell is right, correct those places.");
    }

    @Test
    void textInAnotherLanguageIsToldAtItsCell() {
        assertThat(messages(
                        new EditedPolicyFixture().set("vocabulary.xlsx", "Notices", "C3", "Bring the certificate.")))
                .singleElement()
                .asString()
                .startsWith("text-in-another-language at vocabulary.xlsx › Notices › C3: \"Bring the certificate.\"")
                .contains("Russian", "English");
    }

    /** The alphabet of the one is a part of the other's. */
    @Test
    void russianTextInTheKazakhColumnIsTold() {
        for (String text : List.of("Обратитесь с удостоверением беженца.", "Заявление не принято.")) {
            assertThat(messages(new EditedPolicyFixture().set("vocabulary.xlsx", "Notices", "D3", text)))
                    .singleElement()
                    .asString()
                    .startsWith("text-in-another-language at vocabulary.xlsx › Notices › D3: \"" + text + "\"")
                    .contains("Kazakh", "Russian");
        }
    }

    @Test
    void rowInTheWrongTableIsOneMessage() {
        assertThat(messages(moved("denial.xlsx", "Grounds of denial", 16, "Documents not authentic", 11)))
                .singleElement()
                .asString()
                .startsWith("row-of-another-table at denial.xlsx › Documents not authentic › A11: ")
                .contains("Move the row to table grounds-of-denial");
        assertThat(messages(moved("pilots.xlsx", "Category documents", 15, "Consent on paper", 10)))
                .singleElement()
                .asString()
                .startsWith("row-of-another-table at pilots.xlsx › Consent on paper › A10: ")
                .contains("Move the row to table category-documents");
    }

    /** The last row of a table, cut and pasted below another one of the same workbook. */
    private static EditedPolicyFixture moved(String file, String from, int row, String to, int place) {
        return new EditedPolicyFixture().edit(file, book -> {
            var cut = book.getSheet(from).getRow(row - 1);
            book.getSheet(to).createRow(place - 1).copyRowFrom(cut, new CellCopyPolicy());
            book.getSheet(from).removeRow(cut);
        });
    }

    @Test
    void exchangedLanguagesOfOneScriptAreToldByTheirLetters() {
        assertThat(messages(new EditedPolicyFixture()
                        .set("vocabulary.xlsx", "Notices", "C3", "Босқын куәлігімен жүгініңіз.")
                        .set("vocabulary.xlsx", "Notices", "D3", "Обратитесь с удостоверением беженца.")))
                .singleElement()
                .asString()
                .startsWith("text-in-another-language at vocabulary.xlsx › Notices › C3: ")
                .contains("Russian", "Kazakh");
    }

    @Test
    void exchangedDayAndMonthOfAHolidayAreTold() {
        assertThat(messages(new EditedPolicyFixture()
                        .set("calendar.xlsx", "Calendar", "B3", "2028-12-31")
                        .append(
                                "calendar.xlsx",
                                "Days off",
                                1,
                                Map.of(
                                        "Date",
                                        "2028-06-07",
                                        "Kind",
                                        "holiday",
                                        "Name",
                                        "Capital",
                                        "Status",
                                        "verified"))))
                .anySatisfy(message -> assertThat(message)
                        .startsWith("exchanged-day-and-month at calendar.xlsx › Days off › A")
                        .contains("Did you mean \"2028-07-06\"?"));
    }

    @Test
    void twoCodesWithOneLabelAreTold() {
        assertThat(messages(new EditedPolicyFixture().set("vocabulary.xlsx", "Codes", "D3", "формирование ИИН")))
                .singleElement()
                .asString()
                .startsWith("shared-label at vocabulary.xlsx › Codes › D3: ")
                .contains("formation");
    }

    @Test
    void statusThatIsLeftWithoutATermIsTold() {
        assertThat(messages(new EditedPolicyFixture()
                        .set("outcome.xlsx", "Term", "G7", "Status")
                        .set("outcome.xlsx", "Term", "G8", "applicant.status")
                        .set("outcome.xlsx", "Term", "G9", "not refugee")))
                .anySatisfy(message -> assertThat(message)
                        .startsWith("term-gap at outcome.xlsx › Term: No rule gives a term in this case: ")
                        .contains("applicant.status refugee", "verdict.outcome: denied, granted"));
    }

    @Test
    void partsOfTheVerdictAreSaidInWords() {
        assertThat(messages(new EditedPolicyFixture().set("scenarios.xlsx", "What follows", "X6", "2023-02-28")))
                .singleElement()
                .asString()
                .contains("The scenario \"after-02\" expects the due date: 2023-02-28. The rules give: 2023-02-27.");
        assertThat(messages(new EditedPolicyFixture().set("scenarios.xlsx", "Facts not yet known", "W5", null)))
                .singleElement()
                .asString()
                .contains(
                        "The scenario \"unknown-01\" expects the missing facts: none. The rules give: checks.dataAccurate.");
    }
}
