package kz.sheshim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.sheshim.PolicyTools;
import kz.sheshim.adapter.folder.FolderPolicySource;
import kz.sheshim.adapter.xlsx.XlsxEditor;
import kz.sheshim.finding.Finding;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.policy.reading.RulesetReader;
import kz.sheshim.policy.reading.ScenarioSheet;
import kz.sheshim.workbook.EditRefused;
import kz.sheshim.workbook.Limits;
import kz.sheshim.workbook.RowEdit;
import org.junit.jupiter.api.Test;

/** A scenario is written anew where it stands. */
class StandingScenarioTest {
    private static final List<PolicyFile> FILES =
            new FolderPolicySource(Path.of("src/test/resources/policies/heating-allowance")).files();
    private static final RulesetReader READER =
            PolicyTools.compiler(Limits.USUAL, null).reader();

    /** What files say. */
    private record Read(Ruleset ruleset, List<ScenarioSheet> sheets, List<Scenario> scenarios, List<Finding> findings) {
        static Read of(List<PolicyFile> files) {
            List<ScenarioSheet> sheets = new ArrayList<>();
            List<Finding> findings = new ArrayList<>();
            Ruleset ruleset = READER.read(files, findings::add, sheets::add).orElseThrow();
            List<Scenario> scenarios = ScenarioReader.read(sheets, ruleset, findings::add);
            return new Read(ruleset, sheets, scenarios, findings);
        }

        StandingScenario standing(String id) {
            return StandingScenario.of(sheets, scenarios, id).orElseThrow();
        }

        Read with(List<RowEdit> edits) throws EditRefused {
            List<PolicyFile> files = new ArrayList<>();
            for (PolicyFile file : FILES) {
                files.add(
                        file.path().endsWith("/" + sheets.get(0).sheet().file())
                                ? new PolicyFile(
                                        file.path(),
                                        new XlsxEditor().edit(file.path(), file.bytes(), edits, Limits.USUAL))
                                : file);
            }
            return of(files);
        }
    }

    private final Read law = Read.of(FILES);

    private Map<VerdictPart, String> expected(StandingScenario standing) {
        Map<VerdictPart, String> expected = new TreeMap<>();
        standing.parts(law.ruleset())
                .forEach((part, heading) -> expected.put(part, standing.expects(part, law.ruleset())));
        return expected;
    }

    @Test
    void nothingIsWrittenWhereNothingDiffers() {
        for (Scenario scenario : law.scenarios()) {
            StandingScenario standing = law.standing(scenario.id());
            assertThat(standing.edits(law.ruleset(), null, scenario.shows(), expected(standing))
                            .orElseThrow())
                    .isEmpty();
            assertThat(standing.says(scenario.facts(), law.ruleset())).isTrue();
            assertThat(standing.with(scenario.facts(), law.scenarios(), law.ruleset()))
                    .as(scenario.id())
                    .isPresent();
        }
    }

    @Test
    void onlyTheExpectationChanges() throws EditRefused {
        StandingScenario standing = law.standing("over-limit");
        Map<VerdictPart, String> expected = expected(standing);
        expected.put(VerdictPart.OUTCOME, "awarded");
        List<RowEdit> edits =
                standing.edits(law.ruleset(), null, "Another text", expected).orElseThrow();
        assertThat(edits).singleElement().isInstanceOf(RowEdit.Change.class);
        assertThat(edits.get(0).texts().values()).containsExactlyInAnyOrder("Another text", "awarded");
        Read read = law.with(edits);
        assertThat(read.scenarios()).extracting(Scenario::id).containsExactlyElementsOf(ids(law));
        assertThat(read.standing("over-limit").scenario().shows()).isEqualTo("Another text");
        assertThat(read.standing("over-limit").expects(VerdictPart.OUTCOME, law.ruleset()))
                .isEqualTo("awarded");
    }

    /** Each scenario with the facts of each other one, as far as it needs no fewer rows. */
    @Test
    void otherFactsAreWrittenInItsPlace() throws EditRefused {
        int written = 0;
        for (Scenario from : law.scenarios()) {
            for (String id : List.of("family", "over-limit")) {
                StandingScenario standing = law.standing(id);
                NewScenario anew = standing.with(from.facts(), law.scenarios(), law.ruleset())
                        .orElse(null);
                List<RowEdit> edits = anew == null
                        ? null
                        : standing.edits(law.ruleset(), anew, "Other facts", expected(standing))
                                .orElse(null);
                if (edits != null) {
                    Read read = law.with(edits);
                    assertThat(read.findings()).as(id + " " + from.id()).isEmpty();
                    assertThat(read.scenarios()).extracting(Scenario::id).containsExactlyElementsOf(ids(law));
                    assertThat(read.standing(id).says(from.facts(), law.ruleset()))
                            .as(id + " " + from.id())
                            .isTrue();
                    written++;
                }
            }
        }
        assertThat(written).isGreaterThan(law.scenarios().size());
    }

    private static List<String> ids(Read read) {
        return read.scenarios().stream().map(Scenario::id).toList();
    }
}
