package kz.sheshim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import kz.sheshim.ApplicationsFixture;
import kz.sheshim.ShippedPolicyFixture;
import kz.sheshim.facts.Facts;
import kz.sheshim.policy.FaultyRuleset;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.verdict.Verdict;
import org.junit.jupiter.api.Test;

class TimeLimitedCompilerTest {
    private static final Facts FACTS = ApplicationsFixture.facts(new kz.sheshim.ApplicationFixture().body());

    /** How often the time was asked for. */
    private final AtomicInteger asked = new AtomicInteger();

    /** Gives what was compiled already. */
    private static final RuleCompiler SHIPPED = new RuleCompiler() {
        @Override
        public RuleBase compile(Ruleset ruleset) {
            return ShippedPolicyFixture.RULE_BASE;
        }

        @Override
        public RuleBase compileRows(Ruleset ruleset) {
            return ShippedPolicyFixture.ROWS;
        }

        @Override
        public String engine() {
            return "shipped";
        }
    };

    /** On a clock that goes on by a second each time that it is asked. */
    private Evaluator withAtMost(Duration most) throws FaultyRuleset {
        RuleCompiler limited = new TimeLimitedCompiler(SHIPPED, most, () -> asked.incrementAndGet() * 1_000_000_000L);
        return new Evaluator(ShippedPolicyFixture.RULESET, limited.compile(ShippedPolicyFixture.RULESET));
    }

    private static Verdict unlimited() {
        return new Evaluator(ShippedPolicyFixture.RULESET, ShippedPolicyFixture.RULE_BASE).evaluate(FACTS);
    }

    @Test
    void whatIsFoundInTimeIsTheSameVerdict() throws FaultyRuleset {
        assertThat(withAtMost(Duration.ofHours(1)).evaluate(FACTS)).isEqualTo(unlimited());
        assertThat(asked).as("tables and derivations").hasValueGreaterThan(10);
    }

    @Test
    void whatTakesTooLongIsGivenUpBeforeTheNextTable() throws FaultyRuleset {
        Evaluator evaluator = withAtMost(Duration.ofSeconds(5));
        assertThatExceptionOfType(DecisionTooSlow.class)
                .isThrownBy(() -> evaluator.evaluate(FACTS))
                .withMessage("no verdict within 5000 milliseconds");
        assertThat(asked).as("at the start, five times in time, once too late").hasValue(7);
    }

    @Test
    void whatWasGivenUpChangesNoLaterVerdict() throws FaultyRuleset {
        Evaluator evaluator = withAtMost(Duration.ofSeconds(5));
        for (int i = 0; i < 20; i++) {
            assertThatExceptionOfType(DecisionTooSlow.class).isThrownBy(() -> evaluator.evaluate(FACTS));
        }
        assertThat(unlimited()).isEqualTo(withAtMost(Duration.ofHours(1)).evaluate(FACTS));
    }
}
