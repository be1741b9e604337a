package kz.sheshim.bench;

import java.util.List;
import kz.sheshim.PolicyTools;
import kz.sheshim.ServiceLogging;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.facts.Facts;
import kz.sheshim.policy.FaultyRuleset;
import kz.sheshim.table.HitPolicy;
import kz.sheshim.verdict.Notice;
import kz.sheshim.verdict.Verdict;
import kz.sheshim.workbook.Limits;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** What a decision costs when one table has ever more rows. No application is measured that does not get the notice of its row. */
public class GrowthOfTableBenchmark extends OneDecision {
    private static final int APPLICATIONS = 5_000;

    @Param({"10", "100", "1000", "10000"})
    public int rows;

    @Param({"FIRST", "COLLECT"})
    public HitPolicy hitPolicy;

    private DecidingPolicy policy;
    private List<Facts> applications;

    @Setup
    public void load() throws FaultyRuleset {
        ServiceLogging.use();
        GrowingTable table = new GrowingTable(rows, hitPolicy);
        policy = PolicyTools.compiler(Limits.USUAL, null).compile(table.ruleset());
        List<GrowingTable.Case> cases = table.cases(APPLICATIONS);
        cases.forEach(this::mustBeDecidedRightly);
        applications = cases.stream().map(GrowingTable.Case::facts).toList();
    }

    private void mustBeDecidedRightly(GrowingTable.Case expected) {
        Verdict verdict = policy.decide(expected.facts());
        List<String> matched = verdict.matched().stream()
                .map(rule -> rule.rule().toString())
                .filter(rule -> rule.startsWith(GrowingTable.TABLE))
                .toList();
        if (!matched.equals(List.of(expected.rule()))
                || !verdict.notices().equals(List.of(new Notice(expected.notice(), null)))) {
            throw new IllegalStateException("expected " + expected + ", got " + verdict);
        }
    }

    @Benchmark
    public Verdict decide(Turn turn) {
        return policy.decide(turn.of(applications));
    }
}
