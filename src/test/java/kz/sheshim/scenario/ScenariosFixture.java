package kz.sheshim.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

/** What the files of the small policy say: their rules, sheets of scenarios, and scenarios. */
record ScenariosFixture(Ruleset ruleset, List<ScenarioSheet> sheets, List<Scenario> scenarios, List<Finding> findings) {
    private static final List<PolicyFile> FILES =
            new FolderPolicySource(Path.of("src/test/resources/policies/heating-allowance")).files();
    private static final RulesetReader READER =
            PolicyTools.compiler(Limits.USUAL, null).reader();

    static ScenariosFixture read() {
        return read(FILES);
    }

    private static ScenariosFixture read(List<PolicyFile> files) {
        List<ScenarioSheet> sheets = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        Ruleset ruleset = READER.read(files, findings::add, sheets::add).orElseThrow();
        List<Scenario> scenarios = ScenarioReader.read(sheets, ruleset, findings::add);
        return new ScenariosFixture(ruleset, sheets, scenarios, findings);
    }

    /** The same after edits of a workbook, by the name of its file. */
    static ScenariosFixture edited(String workbook, List<RowEdit> edits) throws EditRefused {
        List<PolicyFile> files = new ArrayList<>();
        for (PolicyFile file : FILES) {
            files.add(
                    file.name().equals(workbook)
                            ? new PolicyFile(
                                    file.path(), new XlsxEditor().edit(file.path(), file.bytes(), edits, Limits.USUAL))
                            : file);
        }
        return read(files);
    }

    Scenario scenario(String id) {
        return scenarios.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    StandingScenario standing(String id) {
        return StandingScenario.of(sheets, scenarios, id).orElseThrow();
    }
}
