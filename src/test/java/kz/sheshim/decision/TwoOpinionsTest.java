package kz.sheshim.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import kz.sheshim.ApplicationsFixture;
import kz.sheshim.ShippedPolicyFixture;
import kz.sheshim.adapter.json.JacksonVerdictCodec;
import kz.sheshim.decision.RuleBase.Session.Candidate;
import kz.sheshim.facts.Facts;
import kz.sheshim.table.DecisionTable;
import org.junit.jupiter.api.Test;

/** The compiled rules and the rows read in plain Java agree, row by row. */
class TwoOpinionsTest {
    private static final int GENERATED = 2_000;
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
                    public List<Candidate> match(DecisionTable table) {
                        List<Candidate> candidates = session.match(table);
                        assertThat(sorted(candidates)).as(table.id()).isEqualTo(sorted(RowRules.match(table, facts)));
                        tables[0]++;
                        return candidates;
                    }
                };
            }

            @Override
            public void close() {
                throw new UnsupportedOperationException("shared by all tests");
            }
        };
    }

    private static List<Candidate> sorted(List<Candidate> candidates) {
        return candidates.stream()
                .sorted(Comparator.comparing(Candidate::row).thenComparing(Candidate::index))
                .toList();
    }
}
