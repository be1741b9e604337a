package kz.sheshim.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import kz.sheshim.EditedPolicyFixture;
import kz.sheshim.PolicyTools;
import kz.sheshim.adapter.folder.FolderPolicySource;
import kz.sheshim.adapter.logicng.LogicNgSolver;
import kz.sheshim.analysis.Effort;
import kz.sheshim.analysis.TableAnalysis;
import kz.sheshim.analysis.TableChange;
import kz.sheshim.analysis.TableComparison;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.policy.FaultyRuleset;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.workbook.Limits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PreviewTest {
    private static final List<PolicyFile> FILES =
            new FolderPolicySource(Path.of("src/test/resources/policies/heating-allowance")).files();
    private static final PolicyCompiler COMPILER = PolicyTools.compiler(Limits.USUAL, null);
    private static DecidingPolicy law;

    @BeforeAll
    static void compile() throws FaultyRuleset {
        law = COMPILER.compile(FILES);
    }

    @AfterAll
    static void close() {
        law.close();
    }

    private static Preview.Seen of(List<PolicyFile> files) {
        return new Preview(
                        COMPILER,
                        new TableComparison(LogicNgSolver::new, Effort.USUAL),
                        new TableAnalysis(LogicNgSolver::new, Effort.USUAL))
                .of(files, law, "income-limits");
    }

    private static List<PolicyFile> limit(String text) {
        return new EditedPolicyFixture(FILES)
                .set("allowance.xlsx", "Income limits", "E12", text)
                .files();
    }

    @Test
    void tellsWhichScenariosGetAnotherVerdictAndWhatTheChangeMeans() {
        Preview.Seen seen = of(limit("1"));
        assertThat(seen.findings()).isEmpty();
        assertThat(seen.flips().orElseThrow().otherwise()).isNotEmpty();
        assertThat(seen.flips().orElseThrow().failing()).isPositive();
        assertThat(seen.meaning().orElseThrow()).isInstanceOf(TableChange.Differs.class);
    }

    @Test
    void nothingFlipsWithoutAChange() {
        Preview.Seen seen = of(FILES);
        assertThat(seen.flips()).contains(new Preview.Flips(List.of(), 0, 0));
        assertThat(seen.meaning().orElseThrow()).isInstanceOf(TableChange.Equivalent.class);
    }

    /** What a preview says of scenarios and what it says of cases must not contradict each other. */
    @Test
    void scenarioThatAnotherRuleDecidesTheSameIsNotDecidedOtherwise() {
        Preview.Seen seen = of(new EditedPolicyFixture(FILES)
                .edit("allowance.xlsx", book -> book.getSheet("Income limits")
                        .forEach(row -> row.forEach(cell -> {
                            if (cell.toString().startsWith("IL-")) {
                                cell.setCellValue("OTHER-" + cell);
                            }
                        })))
                .files());
        assertThat(seen.meaning().orElseThrow()).isInstanceOf(TableChange.Equivalent.class);
        assertThat(seen.flips().orElseThrow().otherwise()).isEmpty();
        assertThat(seen.flips().orElseThrow().byOtherRules()).isPositive();
    }

    @Test
    void tellsWhatIsWrongAndNothingElse() {
        Preview.Seen seen = of(limit("much"));
        assertThat(seen.findings()).isNotEmpty();
        assertThat(seen.flips()).isEmpty();
        assertThat(seen.meaning()).isEmpty();
    }
}
