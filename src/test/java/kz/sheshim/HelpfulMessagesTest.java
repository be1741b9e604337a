package kz.sheshim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import kz.sheshim.adapter.drools.DroolsNames;
import kz.sheshim.adapter.xlsx.XlsxReader;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.Severity;
import kz.sheshim.policy.reading.RulesetReader;
import org.junit.jupiter.api.Test;

/** Slips of a hand in a workbook: the message says what to write instead. */
class HelpfulMessagesTest {
    private static EditedPolicyFixture policy() {
        return new EditedPolicyFixture(new SmallPolicyFixture().files());
    }

    private static List<String> messages(EditedPolicyFixture policy) {
        List<Finding> findings = new ArrayList<>();
        new RulesetReader(new XlsxReader(), new DroolsNames()).read(policy.files(), findings::add);
        return findings.stream()
                .map(finding -> finding.address() + ": " + finding.defect().message())
                .toList();
    }

    private static String message(String sheet, String cell, String text) {
        return messages(policy().set("tables.xlsx", sheet, cell, text)).get(0);
    }

    @Test
    void letterThatLooksLikeTheRightOne() {
        assertThat(message("Age", "A1", "Тable"))
                .isEqualTo(
                        "tables.xlsx › Age › A1: \"Тable\" is not one of Table, Scenarios, so the sheet is not read. The letter Т in it is Cyrillic (U+0422). Did you mean \"Table\"?");
        assertThat(message("Age", "B7", "Frоm"))
                .isEqualTo(
                        "tables.xlsx › Age › A7: The sheet has no column From, so its rows cannot be read. A heading says \"Frоm\". The letter о in it is Cyrillic (U+043E). Write \"From\".");
        assertThat(message("Age", "B7", "Form"))
                .endsWith("Write \"From\" instead of \"Form\" if that is the column, or add it.");
        assertThat(messages(policy().set("vocabulary.xlsx", "Grounds", "B1", "Еffect"))
                        .get(0))
                .endsWith("A heading says \"Еffect\". The letter Е in it is Cyrillic (U+0415). Write \"Effect\".");
    }

    @Test
    void expressionAsPeopleWriteIt() {
        for (String[] each : new String[][] {
            {
                "documents.validUntil ≥ application.filedOn + 6 months",
                "documents.validUntil >= application.filedOn + 6 months"
            },
            {"documents.validUntil => application.filedOn", "documents.validUntil >= application.filedOn"},
            {"validUntil < filedOn", "documents.validUntil < application.filedOn"},
            {"documents.validUntil > 20.12.2026", "documents.validUntil > 2026-12-20"},
            {"applicant.height > 2,5", "applicant.height > 2.5"}
        }) {
            assertThat(messages(policy().set("vocabulary.xlsx", "Fields", "E9", each[0])))
                    .anySatisfy(message -> assertThat(message)
                            .startsWith("vocabulary.xlsx › Fields › E9: ")
                            .endsWith("Did you mean \"" + each[1] + "\"?"));
        }
    }

    @Test
    void headingThatIsTheOnlyOneLeft() {
        assertThat(messages(policy().set("vocabulary.xlsx", "Grounds", "B1", "What follows")))
                .anySatisfy(message -> assertThat(message)
                        .endsWith("Write \"Effect\" instead of \"What follows\" if that is the column, or add it."));
    }

    @Test
    void severalWrongNamesInACellAreOneMessage() {
        assertThat(messages(policy().set("tables.xlsx", "Letters", "D9", "ofice; portl")))
                .singleElement();
    }

    @Test
    void textThatDiffersFromAllOthersIsOneMessage() {
        assertThat(messages(policy().set("vocabulary.xlsx", "Grounds", "D3", "Нет {applicant.age}")))
                .singleElement()
                .asString()
                .startsWith("vocabulary.xlsx › Grounds › D3: Text en says \"{subject}\"");
    }

    @Test
    void remarkBelowATableIsOneMessage() {
        assertThat(messages(policy().set("tables.xlsx", "Age", "K11", "see the letter")))
                .singleElement()
                .asString()
                .startsWith("tables.xlsx › Age › K11: Below the end of the table a row is filled");
    }

    @Test
    void equalRanksAreOneMessage() {
        assertThat(messages(policy().set("vocabulary.xlsx", "Outcomes", "B4", "1")))
                .singleElement();
    }

    @Test
    void languageThatIsMissingInTheListIsOneMessage() {
        assertThat(messages(policy().set("vocabulary.xlsx", "Notices", "E1", "Text uz")
                        .set("vocabulary.xlsx", "Actions", "E1", "Text uz")))
                .singleElement()
                .asString()
                .contains("The same is wrong at 1 more place: vocabulary.xlsx › Notices › E1.");
    }

    @Test
    void codeInOtherLetters() {
        assertThat(messages(policy().set("vocabulary.xlsx", "Codes", "B5", "ХХ"))
                        .get(0))
                .contains("The letter Х in it is Cyrillic (U+0425). Did you mean \"XX\"?");
    }

    @Test
    void arrowThatIsLost() {
        assertThat(message("Age", "G8", "code")).contains("Did you mean \"→ code\"?");
        assertThat(message("Age", "G8", "=> code")).contains("Did you mean \"→ code\"?");
    }

    @Test
    void textThatTheSpreadsheetTookForAFormula() {
        for (String[] each :
                new String[][] {{">16", ">= 16"}, {"18", "18"}, {"TRUE", "yes"}, {"\"office\"", "office"}}) {
            EditedPolicyFixture policy = policy().set("tables.xlsx", "Age", "D9", "=" + each[0]);
            policy.edit("tables.xlsx", book -> book.getSheet("Age")
                    .getRow(8)
                    .getCell(3)
                    .getCTCell()
                    .addNewF()
                    .setStringValue(each[0]));
            assertThat(messages(policy).get(0))
                    .startsWith("tables.xlsx › Age › D9: The cell contains a formula")
                    .contains("Did you mean \"" + each[1] + "\"?");
        }
    }

    @Test
    void wordOfTheVocabulary() {
        assertThat(messages(policy().set("vocabulary.xlsx", "Fields", "C4", "unkown"))
                        .get(0))
                .contains("Did you mean \"unknown\"?");
        assertThat(messages(policy().set("calendar.xlsx", "Calendar", "B4", "Saturday, Sonday"))
                        .get(0))
                .contains("\"Sonday\" is not", "Did you mean \"Saturday, Sunday\"?");
    }

    @Test
    void nameOfAFieldInOtherWords() {
        assertThat(message("Age", "D8", "age")).contains("Did you mean \"applicant.age\"?");
        assertThat(messages(policy().set("vocabulary.xlsx", "Fields", "F5", "Years of age")
                                .set("tables.xlsx", "Age", "D8", "years of age"))
                        .get(0))
                .contains("Did you mean \"applicant.age\"?");
        assertThat(messages(policy().set("tables.xlsx", "Valid documents", "E8", "documents.valid")))
                .containsExactly(
                        "tables.xlsx › Valid documents › E8: The sheet has no column → documents.valid, so its rows cannot be read."
                                + " Write \"→ documents.valid\" instead of \"documents.valid\" if that is the column, or add it.");
    }

    @Test
    void faultThatOthersFollowFromIsToldAlone() {
        assertThat(messages(policy().set("vocabulary.xlsx", "Policy", "B7", "01.01.2024")))
                .singleElement()
                .asString()
                .contains("Did you mean \"2024-01-01\"?");
        assertThat(messages(policy().set("vocabulary.xlsx", "Acts", "I2", "2020-01-01")))
                .singleElement()
                .asString()
                .startsWith("vocabulary.xlsx › Acts › I2: The row ends (2020-01-01) before it begins");
    }

    @Test
    void typeByItsNameInPrograms() {
        for (String[] each : new String[][] {
            {"string", "text"},
            {"Boolean", "yes/no"},
            {"int", "integer"},
            {"list kind", "list of kind"},
            {"kind", "code kind"}
        }) {
            assertThat(messages(policy().set("vocabulary.xlsx", "Fields", "B10", each[0]))
                            .get(0))
                    .contains("vocabulary.xlsx › Fields › B10", "Did you mean \"" + each[1] + "\"?");
        }
    }

    @Test
    void effectThatNoOutcomeHas() {
        assertThat(messages(policy().set("vocabulary.xlsx", "Grounds", "B3", "deni")))
                .containsExactly(
                        "vocabulary.xlsx › Grounds › B3: No outcome is reached by \"deni\", so some applications would have no outcome."
                                + " Did you mean \"deny\"? Add a row to the sheet Outcomes that says \"deni\" in Reached by.");
        assertThat(messages(policy().set("vocabulary.xlsx", "Outcomes", "C4", "no grounds"))
                        .get(0))
                .contains("Did you mean \"no ground\"?");
    }

    @Test
    void dayOfTheWeekInAnotherLanguageOrInShort() {
        for (String days : List.of("Sat, Sun", "суббота, воскресенье", "сб; вс", "сенбі, жексенбі")) {
            assertThat(messages(policy().set("calendar.xlsx", "Calendar", "B4", days)))
                    .as(days)
                    .isNotEmpty()
                    .allSatisfy(message -> assertThat(message).contains("Did you mean \"Saturday, Sunday\"?"));
        }
        assertThat(messages(policy().set("calendar.xlsx", "Days off", "D1", "Weekday")
                        .set("calendar.xlsx", "Days off", "D2", "ср")))
                .singleElement()
                .asString()
                .contains("Did you mean \"Wednesday\"?");
    }

    @Test
    void placeholderInOtherBrackets() {
        for (String text : List.of("No [subject]", "No <subject>")) {
            assertThat(messages(policy().set("vocabulary.xlsx", "Grounds", "C3", text))
                            .get(0))
                    .contains("vocabulary.xlsx › Grounds › C3", "Did you mean \"{subject}\"?");
        }
    }

    @Test
    void copyOfAWorkbookIsOneFinding() {
        EditedPolicyFixture policy = policy().set("tables.xlsx", "Age", "D9", "< 15");
        byte[] bytes = policy().bytes("decision-tables/tables.xlsx");
        for (String name :
                List.of("tables (conflicted copy 2026-11-28).xlsx", "tables-DESKTOP-A1.xlsx", "Copy of tables.XLSX")) {
            assertThat(messages(new EditedPolicyFixture(policy.files()).put("decision-tables/" + name, bytes)))
                    .singleElement()
                    .asString()
                    .startsWith(name + ": The workbook says for the most part the same as tables.xlsx");
        }
    }

    @Test
    void litterIsAWarningAndATableInAnotherFormatAnError() {
        for (String name : List.of("readme.txt", "scan.pdf", "tables.xlsx.bak", "lawyers.docx")) {
            assertThat(severity(name)).as(name).containsExactly(Severity.WARNING);
        }
        for (String name : List.of("tables.xls", "tables.ods", "more.csv", "rules.drl")) {
            assertThat(severity(name)).as(name).containsExactly(Severity.ERROR);
        }
    }

    private static List<Severity> severity(String name) {
        List<Finding> findings = new ArrayList<>();
        new RulesetReader(new XlsxReader(), new DroolsNames())
                .read(policy().put("decision-tables/" + name, new byte[1]).files(), findings::add);
        return findings.stream().map(finding -> finding.defect().severity()).toList();
    }
}
