package kz.sheshim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.engine.DecisionTooSlow;
import kz.sheshim.engine.RulesNeverEnd;
import kz.sheshim.engine.TimeLimit;
import kz.sheshim.policy.FaultyRuleset;
import kz.sheshim.workbook.Limits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A rule of a rule file that fires for ever takes neither a thread nor the policy with it. */
class EndlessRulesTest {
    private static final Path ENDLESS = Path.of("src/test/resources/tables/bad/endless-rule");
    private static final String APPLICATION =
            """
            {"application": {"filedOn": "2026-11-20", "reference": "R1", "channel": "portal"},
             "applicant": {"age": 30 %s}, "documents": [{"kind": "passport"}]}
            """;
    private static final byte[] ENDS =
            APPLICATION.formatted(", \"height\": 1.8").getBytes(StandardCharsets.UTF_8);
    private static final byte[] NEVER_ENDS = APPLICATION.formatted("").getBytes(StandardCharsets.UTF_8);

    private static final AtomicLong now = new AtomicLong();
    private static final AtomicLong tick = new AtomicLong();
    private static final TimeLimit LIMIT = new TimeLimit(Duration.ofSeconds(60), EndlessRulesTest::nanos);
    private static DecidingPolicy policy;

    /** The time that the clock shows, which may go on each time that somebody looks. */
    private static long nanos() {
        return now.addAndGet(tick.get());
    }

    @BeforeAll
    static void compile() throws FaultyRuleset {
        policy = PolicyTools.compiler(Limits.USUAL, LIMIT)
                .compile(new SmallPolicyFixture().with(ENDLESS).files());
    }

    @AfterAll
    static void close() {
        policy.close();
    }

    private static String outcome(byte[] application) {
        return policy.decide(policy.read(application).facts()).outcome();
    }

    @Test
    void endsAfterManyFiringsAndNamesTheRule() {
        tick.set(0);
        assertThatExceptionOfType(RulesNeverEnd.class)
                .isThrownBy(() -> outcome(NEVER_ENDS))
                .withMessageContaining("\"whose height is not known counts as tall\" at rules/tall.drl › line 3");
        assertThat(outcome(ENDS)).isEqualTo("granted");
        assertThatExceptionOfType(RulesNeverEnd.class)
                .isThrownBy(() -> policy.explain(policy.read(NEVER_ENDS).facts()));
        assertThat(LIMIT.stuck()).isZero();
    }

    @Test
    void endsWhenTheTimeIsOver() {
        tick.set(Duration.ofSeconds(1).toNanos());
        assertThatExceptionOfType(DecisionTooSlow.class).isThrownBy(() -> outcome(NEVER_ENDS));
        tick.set(0);
        assertThat(outcome(ENDS)).isEqualTo("granted");
    }
}
