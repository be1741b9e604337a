package kz.sheshim;

import kz.sheshim.adapter.drools.DroolsCompiler;
import kz.sheshim.adapter.drools.DroolsNames;
import kz.sheshim.adapter.json.JacksonParser;
import kz.sheshim.adapter.logicng.LogicNgSolver;
import kz.sheshim.adapter.xlsx.XlsxReader;
import kz.sheshim.analysis.Effort;
import kz.sheshim.analysis.TableAnalysis;
import kz.sheshim.analysis.TableComparison;
import kz.sheshim.engine.TimeLimit;
import kz.sheshim.policy.reading.RulesetReader;
import kz.sheshim.publication.PolicyCompiler;
import kz.sheshim.scenario.ScenarioReader;
import kz.sheshim.workbook.Limits;
import org.jspecify.annotations.Nullable;

/** Makes what reads, compiles and proves policies, with no container and nothing shared: also for programs that embed Sheshim. */
public final class PolicyTools {
    private PolicyTools() {}

    /**
     * Makes policies that can decide from files alone.
     *
     * @param limit how long a verdict may take; null: without limit
     */
    public static PolicyCompiler compiler(Limits limits, @Nullable TimeLimit limit) {
        return new PolicyCompiler(
                new RulesetReader(new XlsxReader(), new DroolsNames(), ScenarioReader::read, limits),
                new DroolsCompiler(),
                new JacksonParser(),
                limit);
    }

    /** Proves what is wrong between the rules of a table. */
    static TableAnalysis analysis() {
        return new TableAnalysis(LogicNgSolver::new, Effort.USUAL);
    }

    /** Proves what a change of a table changes. */
    static TableComparison comparison() {
        return new TableComparison(LogicNgSolver::new, Effort.USUAL);
    }
}
