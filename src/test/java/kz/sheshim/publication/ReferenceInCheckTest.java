package kz.sheshim.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import kz.sheshim.PolicyTools;
import kz.sheshim.adapter.folder.FolderPolicySource;
import kz.sheshim.adapter.json.JacksonParser;
import kz.sheshim.adapter.logicng.LogicNgSolver;
import kz.sheshim.analysis.Effort;
import kz.sheshim.analysis.TableAnalysis;
import kz.sheshim.engine.Deadline;
import kz.sheshim.engine.RuleBase;
import kz.sheshim.engine.RuleBaseFixture;
import kz.sheshim.engine.RuleCompiler;
import kz.sheshim.engine.RuleCompilerFixture;
import kz.sheshim.facts.Facts;
import kz.sheshim.policy.FaultyRuleset;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.workbook.Limits;
import org.junit.jupiter.api.Test;

/** Checking a policy decides its scenarios a second time, by a plain reading of every row, and says where the two differ. */
class ReferenceInCheckTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

    /** Its rules never fire for the table that gives the term. */
    private static final RuleCompiler FORGETFUL = RuleCompilerFixture.compiling((ruleset, drools) ->
            RuleBaseFixture.without(drools.compile(ruleset), table -> table.id().equals("term")));

    /** Decides in the thread of the caller only to fail, while another thread decides. */
    private static final class Failing {
        private final Thread caller = Thread.currentThread();
        private final CountDownLatch begun = new CountDownLatch(1);
        private final AtomicInteger deciding = new AtomicInteger();
        private final AtomicInteger decidingAtTheEnd = new AtomicInteger(-1);

        private RuleBase compile(Ruleset ruleset, RuleCompiler drools) throws FaultyRuleset {
            RuleBase rules = RuleBaseFixture.before(drools.compile(ruleset), this::decide);
            return new RuleBase() {
                @Override
                public Session open(Facts facts, Deadline deadline) {
                    return rules.open(facts, deadline);
                }

                @Override
                public void close() {
                    decidingAtTheEnd.set(deciding.get());
                    rules.close();
                }
            };
        }

        private void decide() {
            try {
                if (Thread.currentThread() == caller) {
                    begun.await();
                    throw new IllegalStateException("broken");
                }
                deciding.incrementAndGet();
                begun.countDown();
                Thread.sleep(20);
                deciding.decrementAndGet();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void rulesAreClosedWhenNobodyDecidesByThemAnyMore() {
        Failing failing = new Failing();
        PolicyCheck check = new PolicyCheck(
                new PolicyCompiler(
                        PolicyTools.compiler(Limits.USUAL, null).reader(),
                        RuleCompilerFixture.compiling(failing::compile),
                        new JacksonParser(),
                        null),
                new TableAnalysis(LogicNgSolver::new, Effort.USUAL),
                CLOCK);
        List<PolicyFile> files =
                new FolderPolicySource(Path.of("src/test/resources/policies/heating-allowance")).files();
        assertThatThrownBy(() -> check.check(files)).hasMessage("broken");
        assertThat(failing.decidingAtTheEnd.get()).isZero();
    }

    @Test
    void differenceIsAnErrorAtTheScenario() {
        PolicyCheck.Result result = new PolicyCheck(
                        new PolicyCompiler(
                                PolicyTools.compiler(Limits.USUAL, null).reader(),
                                FORGETFUL,
                                new JacksonParser(),
                                null),
                        new TableAnalysis(LogicNgSolver::new, Effort.USUAL),
                        CLOCK)
                .check(new FolderPolicySource(Path.of("")).files());
        assertThat(result.usable()).isFalse();
        assertThat(result.findings())
                .filteredOn(finding -> finding.defect().code().equals("engines-disagree"))
                .isNotEmpty()
                .allMatch(finding -> finding.address().toString().startsWith("scenarios.xlsx"));
    }
}
