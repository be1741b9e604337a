package kz.sheshim.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import kz.sheshim.adapter.drools.DroolsCompiler;
import kz.sheshim.adapter.drools.DroolsNames;
import kz.sheshim.adapter.folder.FolderPolicySource;
import kz.sheshim.adapter.logicng.LogicNgSolver;
import kz.sheshim.adapter.xlsx.XlsxReader;
import kz.sheshim.analysis.Effort;
import kz.sheshim.analysis.TableAnalysis;
import kz.sheshim.engine.ForwardingSession;
import kz.sheshim.engine.RuleBase;
import kz.sheshim.engine.RuleCompiler;
import kz.sheshim.engine.index.Found;
import kz.sheshim.facts.Facts;
import kz.sheshim.policy.FaultyRuleset;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.policy.reading.RulesetReader;
import kz.sheshim.table.DecisionTable;
import org.junit.jupiter.api.Test;

/** Checking a policy decides its scenarios a second time, by one rule for every row, and tells when that comes to something else. */
class SecondOpinionInCheckTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

    /** Its rows find nothing in the table that gives the term. */
    private static final class ForgetfulInRows implements RuleCompiler {
        private final RuleCompiler compiler = new DroolsCompiler();

        @Override
        public RuleBase compile(Ruleset ruleset) throws FaultyRuleset {
            return compiler.compile(ruleset);
        }

        @Override
        public RuleBase compileRows(Ruleset ruleset) throws FaultyRuleset {
            RuleBase rows = compiler.compileRows(ruleset);
            return new RuleBase() {
                @Override
                public Session open(Facts facts) {
                    return new ForwardingSession(rows.open(facts)) {
                        @Override
                        public void match(DecisionTable table, Found found) {
                            if (!table.id().equals("term")) {
                                super.match(table, found);
                            }
                        }
                    };
                }

                @Override
                public void close() {
                    rows.close();
                }
            };
        }

        @Override
        public String engine() {
            return compiler.engine();
        }
    }

    @Test
    void differenceIsAnErrorAtTheScenario() {
        PolicyCheck.Result result = new PolicyCheck(
                        new RulesetReader(new XlsxReader(), new DroolsNames()),
                        new ForgetfulInRows(),
                        new TableAnalysis(LogicNgSolver::new, Effort.USUAL),
                        CLOCK)
                .check(new FolderPolicySource(Path.of("")).files());
        assertThat(result.usable()).isFalse();
        assertThat(result.findings())
                .isNotEmpty()
                .allMatch(finding -> finding.defect().code().equals("engines-disagree")
                        && finding.address().toString().startsWith("scenarios.xlsx"));
    }
}
