package kz.sheshim.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import kz.sheshim.ApplicationsFixture;
import kz.sheshim.ShippedPolicyFixture;
import kz.sheshim.adapter.json.JacksonVerdictCodec;
import kz.sheshim.engine.index.Found;
import kz.sheshim.engine.index.FoundFixture;
import kz.sheshim.engine.index.FoundFixture.Candidate;
import kz.sheshim.facts.Facts;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.verdict.Verdict;
import org.junit.jupiter.api.Test;

/**
 * What decides (an index of the rows, in sessions that are used again) agrees with one plain session and one rule for every row, verdict by verdict, and with the rows read in plain Java, row by
 * row.
 */
class TwoOpinionsTest {
    private static final int GENERATED = 2_000;
    /** So many verdicts of generated applications; the Maven profile campaign raises it. */
    private static final int VERDICTS = Integer.getInteger("sheshim.verdicts", 3_000);

    private static final JacksonVerdictCodec CODEC = new JacksonVerdictCodec();

    @Test
    void agreeRowByRowOnTheExamples() {
        ApplicationsFixture.examples().forEach(TwoOpinionsTest::agree);
    }

    @Test
    void agreeRowByRowOnGeneratedApplications() {
        Random random = new Random(20230225);
        for (int i = 0; i < GENERATED; i++) {
            agree(ApplicationsFixture.generated(random));
        }
    }

    @Test
    void agreeWithOneRuleForEveryRowOnTheExamples() {
        Evaluator deciding = new Evaluator(ShippedPolicyFixture.RULESET, ShippedPolicyFixture.RULE_BASE);
        Evaluator plain = new Evaluator(ShippedPolicyFixture.RULESET, ShippedPolicyFixture.ROWS);
        ApplicationsFixture.examples().forEach(application -> agree(application, deciding, plain));
    }

    @Test
    void agreeWithOneRuleForEveryRowOnGeneratedApplications() {
        Evaluator deciding = new Evaluator(ShippedPolicyFixture.RULESET, ShippedPolicyFixture.RULE_BASE);
        Evaluator plain = new Evaluator(ShippedPolicyFixture.RULESET, ShippedPolicyFixture.ROWS);
        Random random = new Random(20240301);
        Set<String> outcomes = new HashSet<>();
        for (int i = 0; i < VERDICTS; i++) {
            outcomes.add(agree(ApplicationsFixture.generated(random), deciding, plain));
        }
        assertThat(outcomes)
                .as("an application at random is hardly ever granted")
                .hasSizeGreaterThan(3);
    }

    private static String agree(byte[] application, Evaluator deciding, Evaluator plain) {
        Facts facts = ApplicationsFixture.facts(application);
        Verdict verdict = deciding.evaluate(facts);
        assertThat(CODEC.encode(verdict))
                .as(() -> new String(application, StandardCharsets.UTF_8))
                .isEqualTo(CODEC.encode(plain.evaluate(facts)));
        return verdict.outcome();
    }

    private static void agree(byte[] application) {
        Facts facts = ApplicationsFixture.facts(application);
        int[] tables = {0};
        String compiled = CODEC.encode(new Evaluator(ShippedPolicyFixture.RULESET, comparing(tables)).evaluate(facts));
        String plain =
                CODEC.encode(new Evaluator(ShippedPolicyFixture.RULESET, new RowRules(ShippedPolicyFixture.RULE_BASE))
                        .evaluate(ApplicationsFixture.facts(application)));
        assertThat(tables[0]).isGreaterThan(2);
        assertThat(plain).isEqualTo(compiled);
    }

    /** The compiled rules, compared with the rows at every table. */
    private static RuleBase comparing(int[] tables) {
        RuleBase compiled = ShippedPolicyFixture.RULE_BASE;
        return new RuleBase() {
            @Override
            public Session open(Facts facts) {
                Session session = compiled.open(facts);
                return new ForwardingSession(session) {
                    @Override
                    public void match(DecisionTable table, Found found) {
                        List<Candidate> candidates = FoundFixture.in(all -> session.match(table, all));
                        assertThat(candidates)
                                .as(table.id())
                                .isEqualTo(FoundFixture.in(all -> RowRules.match(table, facts, all)));
                        tables[0]++;
                        candidates.forEach(each -> found.row(each.row(), each.index(), each.holds()));
                    }
                };
            }

            @Override
            public void close() {
                throw new UnsupportedOperationException("shared by all tests");
            }
        };
    }
}
