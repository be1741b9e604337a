package kz.sheshim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kz.sheshim.EditedPolicyFixture;
import kz.sheshim.ShippedPolicyFixture;
import kz.sheshim.adapter.drools.DroolsNames;
import kz.sheshim.adapter.folder.FolderPolicySource;
import kz.sheshim.adapter.json.JacksonParser;
import kz.sheshim.adapter.xlsx.XlsxReader;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.engine.RuleBase;
import kz.sheshim.engine.RuleBaseFixture;
import kz.sheshim.finding.Finding;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.policy.reading.RulesetReader;
import kz.sheshim.policy.reading.ScenarioSheet;
import kz.sheshim.workbook.CellAddress;
import org.junit.jupiter.api.Test;

/** The scenarios of the shipped policy pass, exercise every rule, and notice most mistakes. */
class ShippedScenariosTest {

    private record Policy(Ruleset ruleset, List<Scenario> scenarios, List<Finding> findings) {}

    private static Policy read(List<PolicyFile> files) {
        List<Finding> findings = new ArrayList<>();
        List<ScenarioSheet> sheets = new ArrayList<>();
        Ruleset ruleset = new RulesetReader(new XlsxReader(), new DroolsNames())
                .read(files, findings::add, sheets::add)
                .orElseThrow();
        return new Policy(ruleset, ScenarioReader.read(sheets, ruleset, findings::add), findings);
    }

    private static Policy shipped() {
        return read(new FolderPolicySource(Path.of("")).files());
    }

    private static ScenarioRun run(Policy policy) {
        return ScenarioRun.of(policy.scenarios(), deciding(policy));
    }

    /** The policy on the rules of the shipped one, which are the same but for the rows; see {@link EditedPolicyFixture#policy} for one with rows of its own. */
    private static DecidingPolicy deciding(Policy policy) {
        return DecidingPolicy.of(policy.ruleset(), ShippedPolicyFixture.RULE_BASE, new JacksonParser(), null);
    }

    @Test
    void allPassByTheCompiledRulesAndCoverEveryRule() {
        Policy policy = shipped();
        assertThat(policy.findings()).isEmpty();
        ScenarioRun run = run(policy);
        assertThat(run.failures()).isEmpty();
        assertThat(run.results()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(run.coverage().covered())
                .isEqualTo(run.coverage().rules())
                .isEqualTo(policy.ruleset().tables().stream()
                        .mapToInt(table -> table.rules().size())
                        .sum());
    }

    @Test
    void secondOpinionIsTheSame() {
        Policy policy = shipped();
        assertThat(ReferenceCheck.of(policy.scenarios(), deciding(policy))).isEmpty();
    }

    @Test
    void rulesThatMissARowAreFound() {
        Policy policy = shipped();
        RuleBase missing = RuleBaseFixture.without(
                ShippedPolicyFixture.RULE_BASE, table -> table.id().equals("term"));
        assertThat(ReferenceCheck.of(policy.scenarios(), ShippedPolicyFixture.deciding(missing)))
                .isNotEmpty()
                .allMatch(finding -> finding.defect().code().equals("engines-disagree"));
    }

    @Test
    void atLeastNineOfTenMistakesAreNoticed() {
        Policy policy = shipped();
        List<Double> progress = new ArrayList<>();
        MutationScore score = MutationScore.of(run(policy), deciding(policy), progress::add);
        assertThat(score.mutants()).isGreaterThan(700);
        assertThat((double) score.noticed() / score.mutants())
                .as("unnoticed: %s", score.tables())
                .isGreaterThanOrEqualTo(0.9);
        assertThat(progress).isSorted().last().isEqualTo(1.0);
    }

    @Test
    void changedRuleMakesTheRightScenarioFailAtTheRightCell() {
        Policy policy = read(new EditedPolicyFixture()
                .set("availability.xlsx", "Open channels", "C11", "2024-12-30")
                .files());
        ScenarioRun run = run(policy);
        assertThat(run.results().stream().filter(result -> !result.passes()).map(result -> result.scenario()
                        .id()))
                .containsExactly("channel-10", "channel-11", "asylum-08", "legalisation-02");
        ScenarioRun.Result closed = run.results().stream()
                .filter(result -> result.scenario().id().equals("channel-10"))
                .findFirst()
                .orElseThrow();
        assertThat(closed.failures())
                .extracting(Finding::address)
                .containsExactly(
                        cell(closed, VerdictPart.OUTCOME),
                        cell(closed, VerdictPart.GROUNDS),
                        cell(closed, VerdictPart.CITATIONS),
                        cell(closed, VerdictPart.NOTICES));
        assertThat(cell(closed, VerdictPart.OUTCOME).toString()).matches("scenarios.xlsx › Channels › [A-Z]+14");
        assertThat(closed.failures().get(0).defect().message())
                .startsWith("The scenario \"channel-10\" expects the outcome: granted. The rules give: not-available.");
    }

    private static CellAddress cell(ScenarioRun.Result result, VerdictPart part) {
        return result.scenario().expected().stream()
                .filter(each -> each.part() == part)
                .findFirst()
                .orElseThrow()
                .cell();
    }

    @Test
    void scenariosAreNoPartOfTheRevision() {
        assertThat(read(new EditedPolicyFixture()
                                .put("decision-tables/scenarios.xlsx", null)
                                .files())
                        .ruleset()
                        .revision())
                .isEqualTo(shipped().ruleset().revision());
    }

    @Test
    void faultInAScenarioKeepsNoServiceFromStarting() {
        EditedPolicyFixture policy = new EditedPolicyFixture()
                .set("scenarios.xlsx", "Channels", "A5", null)
                .edit(
                        "scenarios.xlsx",
                        book -> book.getSheet("Channels").getRow(4).getCell(1).setCellFormula("1/0"));
        assertThat(policy.findings()).isEmpty();
        assertThat(read(policy.files()).findings().stream()
                        .map(finding -> finding.defect().code()))
                .contains("blank-cell", "formula-cell");
    }

    @Test
    void scenariosOnASheetThatIsNotReadAreAFinding() {
        assertThat(new EditedPolicyFixture()
                        .edit("scenarios.xlsx", book -> book.setSheetName(1, "Notes on channels"))
                        .findings())
                .containsExactly("table-in-notes at scenarios.xlsx › Notes on channels");
    }
}
