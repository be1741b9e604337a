package kz.sheshim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands, as an analyst gives them. */
class CommandLineTest {
    @TempDir
    Path folder;

    private record Outcome(int exit, String out, String err) {}

    private static Outcome run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine =
                CommandWiring.commandLine(Clock.fixed(Instant.parse("2026-11-20T05:00:00Z"), ZoneOffset.UTC));
        int exit = commandLine
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
        return new Outcome(exit, out.toString(), err.toString());
    }

    /** A small policy with two scenarios, of which the second one expects a child to be granted what it is denied. */
    private static EditedPolicyFixture small() {
        return new EditedPolicyFixture(new SmallPolicyFixture()
                .with(Path.of("src/test/resources/tables/bad/scenario-fails"))
                .files());
    }

    private String save(EditedPolicyFixture policy) throws IOException {
        for (var file : policy.files()) {
            Path path = folder.resolve(file.path());
            Files.createDirectories(path.getParent());
            Files.write(path, file.bytes());
        }
        return folder.toString();
    }

    /** Java says only the name of a file that is not there, and not even that of a folder. */
    @Test
    void fileThatCannotBeReadIsNamedInASentence() {
        String missing = folder.resolve("nope.xlsx").toString();
        for (List<String> command : List.of(
                List.of("propose", missing, "--title", "Any"),
                List.of("verify", "--trust", missing, "proof.json"),
                List.of("decide", missing))) {
            Outcome outcome = run(command.toArray(String[]::new));
            assertThat(outcome.err()).isEqualTo("The file " + missing + " does not exist.\n");
            assertThat(outcome.exit()).isEqualTo(2);
        }
        assertThat(run("propose", folder.toString(), "--title", "Any").err())
                .isEqualTo("The file " + folder + " cannot be used: it is a folder.\n");
    }

    @Test
    void checkOfTheShippedPolicyIsClean() {
        Outcome outcome = run("check", "--verbose");
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.err()).containsPattern("Reading the files: [0-9.]+ s");
        assertThat(outcome.out()).startsWith("clean: 37 tables, ").contains("scenarios pass, 122 of 122 rules covered");
    }

    @Test
    void decideSpeaksAnyLanguageOfThePolicyAndSaysWhichThereAre() throws IOException {
        String policy = save(TranslatedPolicyFixture.of(new EditedPolicyFixture().files(), "uz", "ru"));
        String example = "decision-tables/example.json";
        assertThat(run("decide", "--json", "-p", policy, example, "--language", "uz")
                        .out())
                .contains("\"text\" : \"Oʻzbekcha")
                .isEqualTo(run("decide", "--json", "-p", policy, example).out());
        assertThat(run("decide", "--json", "-p", policy, example, "--lang", "ru")
                        .out())
                .doesNotContain("Oʻzbekcha");
        Outcome kazakh = run("decide", "--json", "-p", policy, example, "--language", "kk");
        assertThat(kazakh.exit()).isEqualTo(2);
        assertThat(kazakh.err()).startsWith("The policy has no texts in \"kk\". Its languages are uz, ru.");
        assertThat(run("show", "acceptance-receipt", "-p", policy).out()).contains("Oʻzbekcha");
    }

    @Test
    void checkTellsEachFindingWithItsCellAndEndsWithOne() throws IOException {
        String policy = save(new EditedPolicyFixture().set("documents.xlsx", "Identity documents", "D9", "foreignr"));
        Outcome outcome = run("check", "-p", policy);
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.out())
                .contains("documents.xlsx")
                .contains("Identity documents › D9 (rule ID-01)")
                .contains("Did you mean \"foreigner\"?")
                .contains("1 error, 0 warnings");

        JsonNode json =
                new ObjectMapper().readTree(run("check", "--json", "-p", policy).out());
        assertThat(json.at("/findings/0/code").asText()).isEqualTo("unknown-code");
        assertThat(json.at("/findings/0/cell").asText()).isEqualTo("D9");
    }

    @Test
    void commandsThatNeedAUsablePolicyTellWhatKeepsItFromBeingUsedBesideTheOutput() throws IOException {
        String policy = save(new EditedPolicyFixture().set("documents.xlsx", "Identity documents", "D9", "foreignr"));
        String cell = "documents.xlsx\n  error Identity documents › D9 (rule ID-01)";
        for (Outcome outcome : List.of(
                run("show", "-p", policy),
                run("decide", "-p", policy, "decision-tables/example.json"),
                run("scenarios", "-p", policy))) {
            assertThat(outcome.exit()).isEqualTo(1);
            assertThat(outcome.out()).isEmpty();
            assertThat(outcome.err()).startsWith(cell);
        }
        Outcome diff = run("diff", ".", policy);
        assertThat(diff.exit()).isEqualTo(1);
        assertThat(diff.out()).isEmpty();
        assertThat(diff.err()).startsWith(policy + " cannot be compared:\n" + cell);
    }

    @Test
    void scenariosTellWhatPassesAndWhatIsExercised() throws IOException {
        Outcome outcome = run("scenarios");
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out())
                .containsPattern("  passes  channel-01 +Formation at the State Corporation is open from the first day")
                .contains("open-channels                       8 of 8         8 of 8")
                .contains("scenarios pass, 122 of 122 rules covered")
                .doesNotContain("Mistakes");
    }

    @Test
    void numbersAreWrittenInFullWhereverTheyAreShown() throws IOException {
        String before = save(small());
        EditedPolicyFixture hundred = small().set("tables.xlsx", "Age", "D9", null)
                .set("tables.xlsx", "Age", "E9", ">= 100")
                .set("tables.xlsx", "Age", "E10", "200, 1000")
                .set("tables.xlsx", "Age", "I10", "point 1")
                .set("tables.xlsx", "Age", "J10", "verified");
        assertThat(run("diff", before, before).out()).startsWith("the same in meaning");
        folder = Files.createDirectory(folder.resolve("hundred"));
        String policy = save(hundred);
        assertThat(run("show", "-p", policy, "age").out())
                .contains(">= 100 ", "200, 1000")
                .doesNotContain("E+");
        assertThat(run("check", "-p", policy).out())
                .contains("subsumed", "AG-1 [From: 2024-01-01; applicant.height: >= 100]")
                .doesNotContain("E+");
        assertThat(run("diff", before, policy).out())
                .contains("+ rule › AG-1 › applicant.height: >= 100")
                .doesNotContain("E+");
        assertThat(run("scenarios", "-p", policy, "--mutants").out())
                .contains("AG-1  applicant.height: >= 100 → >= 101", "200, 1000 → 201, 1000")
                .doesNotContain("E+");
    }

    @Test
    void mutantsTellWhichMistakesNoScenarioNotices() throws IOException {
        String policy = save(small().set("scenarios.xlsx", "Examples", "I6", "denied")
                .set("scenarios.xlsx", "Examples", "J6", "too-young"));
        Outcome outcome = run("scenarios", "-p", policy, "--mutants", "--json");
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.err()).as("progress is for terminals").isEmpty();
        JsonNode json = new ObjectMapper().readTree(outcome.out());
        assertThat(json.at("/summary/passed").asInt())
                .isEqualTo(json.at("/scenarios").size());
        assertThat(json.at("/coverage").size()).isEqualTo(6);
        JsonNode age = json.at("/mutation/0");
        assertThat(age.get("table").asText()).isEqualTo("age");
        assertThat(age.get("unnoticed"))
                .extracting(mutant ->
                        mutant.get("rule").asText() + " " + mutant.get("cell").asText())
                .contains("AG-2 row")
                .doesNotContain("AG-1 row");
        assertThat(age.get("unnoticed").size())
                .isEqualTo(age.get("mutants").asInt() - age.get("noticed").asInt());
    }

    @Test
    void scenarioThatFailsIsAFindingAtItsCellAndEndsWithOne() throws IOException {
        String broken = save(small());
        Outcome outcome = run("check", "-p", broken);
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.out())
                .contains("scenario-fails")
                .contains("expects the grounds: none. The rules give: too-young")
                .contains("the policy should not be published")
                .contains(" scenarios fail, ");
        assertThat(run("scenarios", "-p", broken).out()).contains("  FAILS   child ");
        Path application = Files.writeString(
                folder.resolve("application.json"),
                """
                {
                  "application": {"filedOn": "2026-11-20", "reference": "1", "channel": "portal"},
                  "applicant": {"age": 30},
                  "documents": [{"kind": "passport"}]
                }
                """);
        assertThat(run("decide", "-p", broken, application.toString()).exit()).isZero();
    }

    @Test
    void newWritesACleanPolicyThatDecidesItsExample() throws IOException {
        Path policy = folder.resolve("driving-licences");
        Outcome made = run("new", policy.toString());
        assertThat(made.exit()).isZero();
        assertThat(made.out()).contains("  decision-tables/vocabulary.xlsx", "  sheshim check");
        assertThat(run("check", "-p", policy.toString()).out())
                .startsWith("clean: 6 tables, 6 rules, 7 scenarios pass, 6 of 6 rules covered");
        assertThat(run(
                                "cells",
                                policy.resolve("decision-tables/vocabulary.xlsx")
                                        .toString())
                        .out())
                .contains("Policy | driving-licences | ");
        assertThat(run(
                                "decide",
                                "-p",
                                policy.toString(),
                                policy.resolve("decision-tables/example.json").toString())
                        .out())
                .startsWith("acceptance-refused, filed on 2026-03-02")
                .contains("document-expired (documents[0])");
    }

    @Test
    void newOverwritesNothingAndRefusesANameThatIsNoId() throws IOException {
        Path mine = Files.writeString(folder.resolve("mine.txt"), "mine");
        Outcome again =
                run("new", Files.createDirectory(folder.resolve("there")).toString());
        assertThat(again.exit()).isEqualTo(2);
        assertThat(again.err()).contains("there exists already, and nothing was changed in it");
        assertThat(run("new", mine.toString()).err()).contains("\"mine.txt\" cannot be the id of a policy");
        assertThat(run("new", folder.resolve("Driving licences").toString()).exit())
                .isEqualTo(2);
        assertThat(folder.resolve("there")).isEmptyDirectory();
        assertThat(folder.resolve("Driving licences")).doesNotExist();
    }

    @Test
    void helpTellsTheCommandsAndWhatOneOfThemTakes() {
        assertThat(run("help").out()).contains("Commands:", "check", "Exit codes:");
        assertThat(run("help", "check").out()).contains("sheshim check");
        assertThat(run("help").exit()).isEqualTo(0);
    }

    @Test
    void whatCannotRunEndsWithTwo() {
        assertThat(run("check", "-p", folder.resolve("nowhere").toString()).exit())
                .isEqualTo(2);
        assertThat(run("decide", folder.resolve("nowhere.json").toString()).exit())
                .isEqualTo(2);
        assertThat(run("chek").exit()).isEqualTo(2);
        assertThat(run().exit()).isEqualTo(2);
        assertThat(run("show", "who-may-fil").err()).contains("did you mean who-may-file?");
    }

    @Test
    void showPrintsATableAsItWasRead() {
        assertThat(run("show", "who-may-file").out()).contains("WF-05").contains("penal-institution");
        assertThat(run("show").out()).contains("identity-documents").contains("documents.xlsx › Identity documents");
    }

    /** Each row above the Drools rule that decides it. */
    @Test
    void showPrintsTheRulesThatDroolsCompiles() {
        String drl = run("show", "--drl", "who-may-file").out();
        assertThat(drl)
                .containsPattern("// WF-05: .*penal-institution")
                .contains("rule \"who-may-file, shape 1\"", "$row : Proposed_row( row_shape == ", "then", "end");
        assertThat(drl.indexOf("// WF-")).isLessThan(drl.indexOf("rule \"who-may-file, shape 1\""));
        assertThat(run("show", "--drl", "who-may-fil").err()).contains("did you mean who-may-file?");
        assertThat(run("show", "--drl").err()).contains("--drl needs a table");
    }

    @Test
    void showPrintsTheFormOfAReceiptAsItWasRead() {
        assertThat(run("show").out()).contains("refusal-receipt").contains("receipts.xlsx › Receipts › A3");
        assertThat(run("show", "refusal-receipt").out())
                .contains("State Corporation")
                .contains("remedy, citation")
                .contains("documents.kind, documents.number");
        assertThat(run("show", "refusal-recept").err()).contains("did you mean refusal-receipt?");
    }

    @Test
    void decideFindsTheVerdict() {
        Outcome outcome = run("decide", "decision-tables/example.json");
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out()).startsWith("acceptance-refused").contains("translation-not-notarised (documents[0])");
    }

    @Test
    void decideNamesTheRuleThatDoesNotStop() throws IOException {
        String policy = save(new EditedPolicyFixture(new SmallPolicyFixture()
                .with(Path.of("src/test/resources/tables/bad/endless-rule"))
                .files()));
        Path application = Files.writeString(
                folder.resolve("application.json"),
                "{\"application\": {\"filedOn\": \"2026-11-20\", \"reference\": \"R1\", \"channel\": \"portal\"}}");
        Outcome outcome = run("decide", "-p", policy, application.toString());
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.err())
                .contains("Nothing was decided: the rule", "at rules/tall.drl › line 3 does not stop")
                .doesNotContain("\tat ");
    }

    @Test
    void diffTellsCellsAndNotTheOrderOfRows() throws IOException {
        String same = save(
                new EditedPolicyFixture().edit("documents.xlsx", book -> book.setSheetOrder(book.getSheetName(0), 5)));
        assertThat(run("diff", ".", same).exit()).isZero();

        String other = save(new EditedPolicyFixture().set("persons.xlsx", "Who may file", "B13", "2024-04-01"));
        Outcome outcome = run("diff", ".", other);
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.out())
                .isEqualToNormalizingNewlines(
                        """
                        table who-may-file
                          - rule › WF-04 › from: 2024-03-25
                          + rule › WF-04 › from: 2024-04-01
                          in meaning:
                            application.filedOn 2024-03-25 to 2024-03-31, application.service formation, application.channel state-corporation, application.filedBy applicant, applicant.convict no: yes -> no
                        """);
    }

    @Test
    void diffTakesAWorkbookForTheOneOfItsName() throws IOException {
        save(new EditedPolicyFixture().set("documents.xlsx", "Identity documents", "C9", "2026-06-30"));
        Path edited = folder.resolve("decision-tables/documents.xlsx");

        Outcome outcome = run("diff", "decision-tables/documents.xlsx", edited.toString());

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.out()).contains("+ rule › ID-01 › until: 2026-06-30").doesNotContain("persons");
    }

    @Test
    void diffOfAFileThatIsNoneOfThePolicysSaysSo() throws IOException {
        Path stranger = Files.copy(Path.of("decision-tables/documents.xlsx"), folder.resolve("stranger.xlsx"));

        Outcome outcome = run("diff", stranger.toString(), ".");

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("stranger.xlsx does not have the name of a file of the policy in ");
    }

    @Test
    void cellsAreLinesOfTextThatARowPutInBetweenLeavesAlone() throws IOException {
        Outcome before = run("cells", "decision-tables/calendar.xlsx");
        assertThat(before.exit()).isZero();
        assertThat(before.out()).contains("== Days off\n");

        save(new EditedPolicyFixture().edit("calendar.xlsx", book -> {
            var sheet = book.getSheet("Days off");
            sheet.shiftRows(2, sheet.getLastRowNum(), 1);
        }));
        Outcome after =
                run("cells", folder.resolve("decision-tables/calendar.xlsx").toString());

        assertThat(after.out().lines()).hasSameElementsAs(before.out().lines().toList());
    }

    @Test
    void cellsOfWhatIsNoWorkbookSayWhatItIs() throws IOException {
        Path text = Files.writeString(folder.resolve("broken.xlsx"), "no workbook");
        Outcome outcome = run("cells", text.toString());
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out()).startsWith("! error other-format at broken.xlsx");
    }

    @Test
    void nameOfAFileDoesNotSteerTheTerminal() throws IOException {
        String policy = save(new EditedPolicyFixture().put("decision-tables/a\u001b[31m\u202eb.xlsx", new byte[] {1}));
        assertThat(run("check", "-p", policy).out())
                .contains("a\ufffd[31m\ufffdb.xlsx")
                .doesNotContain("\u001b")
                .doesNotContain("\u202e");
    }

    @Test
    void limitsAreSettingsOfCommandsToo() {
        System.setProperty("sheshim.workbook.max-cells", "1000");
        try {
            assertThat(run("check").out()).contains("more than 1000 cells are filled");
        } finally {
            System.clearProperty("sheshim.workbook.max-cells");
        }
    }
}
