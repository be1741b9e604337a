package kz.sheshim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kz.sheshim.PolicyTools;
import kz.sheshim.adapter.folder.FolderPolicySource;
import kz.sheshim.adapter.xlsx.XlsxEditor;
import kz.sheshim.facts.Facts;
import kz.sheshim.finding.Finding;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.policy.reading.RulesetReader;
import kz.sheshim.policy.reading.ScenarioSheet;
import kz.sheshim.workbook.EditRefused;
import kz.sheshim.workbook.Limits;
import org.junit.jupiter.api.Test;

/** A case becomes the rows of a scenario that says the same facts. */
class NewScenarioTest {
    private static final List<PolicyFile> FILES =
            new FolderPolicySource(Path.of("src/test/resources/policies/heating-allowance")).files();
    private static final RulesetReader READER =
            PolicyTools.compiler(Limits.USUAL, null).reader();

    /** What files say: their rules, sheets of scenarios, and scenarios. */
    private record Read(Ruleset ruleset, List<ScenarioSheet> sheets, List<Scenario> scenarios, List<Finding> findings) {
        static Read of(List<PolicyFile> files) {
            List<ScenarioSheet> sheets = new ArrayList<>();
            List<Finding> findings = new ArrayList<>();
            Ruleset ruleset = READER.read(files, findings::add, sheets::add).orElseThrow();
            List<Scenario> scenarios = ScenarioReader.read(sheets, ruleset, findings::add);
            return new Read(ruleset, sheets, scenarios, findings);
        }

        Scenario scenario(String id) {
            return scenarios.stream()
                    .filter(each -> each.id().equals(id))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private final Read law = Read.of(FILES);

    private NewScenario of(List<Scenario> known, Facts facts) {
        return NewScenario.of(law.sheets(), known, law.ruleset(), facts).orElseThrow();
    }

    private Read written(NewScenario scenario, String id, Map<VerdictPart, String> expected) throws EditRefused {
        List<PolicyFile> files = new ArrayList<>();
        for (PolicyFile file : FILES) {
            files.add(
                    file.path().endsWith("/" + scenario.sheet().file())
                            ? new PolicyFile(
                                    file.path(),
                                    new XlsxEditor()
                                            .edit(
                                                    file.path(),
                                                    file.bytes(),
                                                    scenario.edits(law.ruleset(), id, "As the case shows", expected),
                                                    Limits.USUAL))
                            : file);
        }
        return Read.of(files);
    }

    @Test
    void eachCaseIsReadBackAsItWas() throws EditRefused {
        for (Scenario scenario : law.scenarios()) {
            List<Scenario> others =
                    law.scenarios().stream().filter(each -> each != scenario).toList();
            NewScenario written = of(others, scenario.facts());
            Map<VerdictPart, String> expected = new TreeMap<>();
            scenario.expected().forEach(each -> expected.put(each.part(), String.join(", ", each.names())));
            Read read = written(written, "again", expected);
            assertThat(read.findings())
                    .as(scenario.id() + " " + written.edits(law.ruleset(), "again", "", expected))
                    .isEmpty();
            assertThat(read.scenarios())
                    .as(scenario.id() + " " + written.edits(law.ruleset(), "again", "", expected))
                    .extracting(Scenario::id)
                    .contains("again");
            Scenario again = read.scenario("again");
            assertThat(again.expected())
                    .extracting(Expected::names)
                    .isEqualTo(scenario.expected().stream().map(Expected::names).toList());
            NewScenario difference = of(List.of(scenario), again.facts());
            assertThat(difference.facts()).as(scenario.id()).isEmpty();
            assertThat(written.leftOut()).as(scenario.id()).isEmpty();
            assertThat(difference.counts()).as(scenario.id()).isEmpty();
            assertThat(difference.asIn()).isEqualTo(scenario.id());
        }
    }

    @Test
    void onlyWhatDiffersIsWritten() {
        Facts paid = law.scenario("paid").facts();
        NewScenario scenario = of(
                law.scenarios().stream()
                        .filter(each -> !each.id().equals("paid"))
                        .toList(),
                paid);
        assertThat(scenario.asIn()).isNotEmpty();
        assertThat(scenario.facts()).hasSizeLessThan(of(List.of(), paid).facts().size());
    }

    @Test
    void whereThereIsNoSheetThereIsNoScenario() {
        Facts facts = law.scenario("family").facts();
        assertThat(NewScenario.of(List.of(), law.scenarios(), law.ruleset(), facts))
                .isEqualTo(Optional.empty());
    }
}
