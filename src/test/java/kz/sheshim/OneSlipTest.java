package kz.sheshim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import kz.sheshim.adapter.drools.DroolsNames;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.Severity;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.policy.reading.RulesetReader;
import kz.sheshim.policy.reading.ScenarioSheet;
import kz.sheshim.policy.reading.WorkbookReader;
import kz.sheshim.scenario.ScenarioReader;
import kz.sheshim.workbook.Cell;
import kz.sheshim.workbook.CellAddress;
import kz.sheshim.workbook.Limits;
import kz.sheshim.workbook.Row;
import kz.sheshim.workbook.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One wrong cell, or one row that is missing, is one finding, however many cells of tables and scenarios depend on it; a second mistake is a second finding. */
class OneSlipTest {
    private static final List<PolicyFile> FILES = new EditedPolicyFixture().files();
    private static final String VOCABULARY = "vocabulary.xlsx";

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            nullValues = "blank",
            textBlock =
                    """
            Codes    ~ B2  ~ formtion               ~ "formtion" does not fit 41 places where "formation" is needed: availability.xlsx › Open channels › D9
            Codes    ~ B2  ~ blank                  ~ The cell is blank, which does not fit 41 places where "formation" is needed
            Codes    ~ A2  ~ serice                 ~ where "service" is needed
            Codes    ~ B211 ~ MDGG                  ~ where "MDG" is needed: scenarios.xlsx
            Entities ~ C4  ~ once                   ~ places where "many" is needed
            Entities ~ C2  ~ many                   ~ places where "once" is needed
            Entities ~ A3  ~ aplicant               ~ places where "applicant" is needed: vocabulary.xlsx › Fields › A14
            Fields   ~ A24 ~ applicant.coverd       ~ places where "applicant.covered" is needed
            Fields   ~ B16 ~ text                   ~ places where "date" is needed
            Fields   ~ B27 ~ date                   ~ places where "code document-kind" is needed
            Fields   ~ B37 ~ number                 ~ places where "yes/no" is needed
            Fields   ~ D3  ~ yes                    ~ places where "no" is needed
            Fields   ~ C28 ~ refuse                 ~ places where "none" is needed
            Fields   ~ C32 ~ refuse                 ~ places where "unknown" is needed
            Grounds  ~ A5  ~ documentmissing        ~ places where "document-missing" is needed
            Outcomes ~ A5  ~ grated                 ~ places where "granted" is needed
            Outcomes ~ C3  ~ refuse-aceptance       ~ Did you mean "refuse-acceptance"?
            Notices  ~ A9  ~ complaint-within-months ~ places where "complaint-within-three-months" is needed
            Actions  ~ A2  ~ isue-receipt           ~ places where "issue-receipt" is needed
            Policy   ~ A6  ~ blank                  ~ where "Dated by" is needed
            """)
    void cellOfTheVocabulary(String sheet, String cell, @Nullable String text, String message) {
        assertOneFinding(VOCABULARY, sheet, cell, text, message);
    }

    @ParameterizedTest
    @CsvSource({
        "Codes,    2, formation",
        "Entities, 4, documents",
        "Fields,  24, applicant.covered",
        "Acts,     5, P2",
        "Grounds,  5, document-missing",
        "Notices,  4, translation-not-required",
        "Actions,  2, issue-receipt"
    })
    void rowOfTheVocabulary(String name, int row, String missing) {
        List<Finding> found = found(changed(VOCABULARY, name, sheet -> without(sheet, row - 1)));
        assertThat(found).as(found.toString()).hasSize(1);
        assertThat(found.get(0).defect().wrong().toString())
                .startsWith("\"" + missing + "\" is not ")
                .contains(" more place");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            nullValues = "blank",
            textBlock =
                    """
            documents.xlsx ~ Defects of identity docs ~ B5 ~ docuents ~ Did you mean "documents"?
            documents.xlsx ~ Defects of identity docs ~ B5 ~ blank    ~ places where "documents" is needed
            documents.xlsx ~ Defects of identity docs ~ A5 ~ blank    ~ places where "For each" is needed
            pilots.xlsx    ~ Category documents       ~ B7 ~ blank    ~ places where "From" is needed
            pilots.xlsx    ~ Category documents       ~ G8 ~ → cde    ~ Did you mean "code"?
            """)
    void headOfATable(String file, String sheet, String cell, @Nullable String text, String message) {
        assertOneFinding(file, sheet, cell, text, message);
    }

    private static void assertOneFinding(
            String file, String sheet, String cell, @Nullable String text, String message) {
        CellReference at = new CellReference(cell);
        CellAddress address = new CellAddress(file, sheet, at.getRow(), at.getCol());
        List<Finding> found = found(ShippedWorkbooksFixture.with(address, text));
        assertThat(found).as(found.toString()).hasSize(1);
        assertThat(found.get(0).address()).isEqualTo(address);
        assertThat(found.get(0).defect().message()).contains(message);
    }

    @Test
    void secondMistakeIsToldToo() {
        List<Finding> found = found(new EditedPolicyFixture()
                .set(VOCABULARY, "Codes", "B2", "formtion")
                .set(VOCABULARY, "Entities", "C4", "once")
                .set("documents.xlsx", "Identity documents", "B9", "01.01.2027")
                .files());
        assertThat(found)
                .extracting(finding -> finding.defect().code() + " at " + finding.address())
                .containsExactlyInAnyOrder(
                        "cell-against-others at vocabulary.xlsx › Codes › B2",
                        "cell-against-others at vocabulary.xlsx › Entities › C4",
                        "wrong-type at documents.xlsx › Identity documents › B9");
    }

    @Test
    void secondMistakeInAScenarioIsToldToo() {
        List<Finding> found = found(new EditedPolicyFixture()
                .set(VOCABULARY, "Codes", "B2", "formtion")
                .set("scenarios.xlsx", "Starting points", "E5", "state-corporatn")
                .files());
        assertThat(found)
                .extracting(finding -> finding.defect().code() + " at " + finding.address())
                .containsExactlyInAnyOrder(
                        "cell-against-others at vocabulary.xlsx › Codes › B2",
                        "unknown-code at scenarios.xlsx › Starting points › E5");
    }

    /** What was only tried is never law: a finding is an error, and the ruleset is not the one that the files would give without the slip. */
    @ParameterizedTest
    @CsvSource({
        "Codes,    B2,  formtion",
        "Codes,    B211, MDGG",
        "Entities, C4,  once",
        "Fields,   B16, text",
        "Fields,   D3,  yes",
        "Outcomes, A5,  grated",
        "Notices,  A9,  complaint-within-months",
        "Actions,  A2,  isue-receipt"
    })
    void rulesetIsThatOfTheFilesAsTheyAreWritten(String sheet, String cell, String text) {
        List<PolicyFile> files =
                new EditedPolicyFixture().set(VOCABULARY, sheet, cell, text).files();
        List<Finding> findings = new ArrayList<>();
        List<ScenarioSheet> sheets = new ArrayList<>();
        Optional<Ruleset> ruleset = new RulesetReader(
                        ShippedWorkbooksFixture.READER, new DroolsNames(), ScenarioReader::read, Limits.USUAL)
                .read(files, findings::add, sheets::add);
        assertThat(findings).anyMatch(finding -> finding.defect().severity() == Severity.ERROR);
        assertThat(ruleset.map(Ruleset::revision)).isNotEqualTo(Optional.of(ShippedPolicyFixture.RULESET.revision()));
    }

    @Test
    void cellsThatShareASlipAreNamedAndTheDefinitionIsNotBlamed() {
        List<Finding> found = found(new EditedPolicyFixture()
                .set("availability.xlsx", "Open channels", "D9", "formtion")
                .set("availability.xlsx", "Open channels", "D10", "formtion")
                .files());
        assertThat(found).hasSize(1);
        assertThat(found.get(0).address()).hasToString("availability.xlsx › Open channels › D9");
        assertThat(found.get(0).defect().code()).isEqualTo("unknown-code");
        assertThat(found.get(0).defect().message())
                .contains("1 more place: availability.xlsx › Open channels › D10", "Did you mean \"formation\"?");
    }

    private static List<Finding> found(List<PolicyFile> files) {
        return found(ShippedWorkbooksFixture.READER, files);
    }

    private static List<Finding> found(WorkbookReader workbooks) {
        return found(workbooks, FILES);
    }

    /** What the check finds before anything is decided. */
    private static List<Finding> found(WorkbookReader workbooks, List<PolicyFile> files) {
        List<Finding> findings = new ArrayList<>();
        List<ScenarioSheet> sheets = new ArrayList<>();
        new RulesetReader(workbooks, new DroolsNames(), ScenarioReader::read, Limits.USUAL)
                .read(files, findings::add, sheets::add)
                .ifPresent(ruleset -> ScenarioReader.read(sheets, ruleset, findings::add));
        return findings;
    }

    private static WorkbookReader changed(String workbook, String name, UnaryOperator<Sheet> change) {
        return (file, bytes, allowance, findings) ->
                ShippedWorkbooksFixture.READER.read(file, bytes, allowance, findings).stream()
                        .map(sheet -> file.equals(workbook) && sheet.name().equals(name) ? change.apply(sheet) : sheet)
                        .toList();
    }

    /** The rows below it move up. */
    private static Sheet without(Sheet sheet, int number) {
        List<Row> rows = new ArrayList<>();
        for (Row row : sheet.rows()) {
            int to = rows.size();
            TreeMap<Integer, Cell> cells = new TreeMap<>();
            row.cells()
                    .forEach((column, cell) -> cells.put(
                            column,
                            new Cell(
                                    new CellAddress(sheet.file(), sheet.name(), to, column),
                                    cell.text(),
                                    cell.kind())));
            if (row.number() != number) {
                rows.add(new Row(sheet.file(), sheet.name(), to, cells));
            }
        }
        return new Sheet(sheet.file(), sheet.name(), rows);
    }
}
