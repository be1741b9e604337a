package kz.sheshim.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import kz.sheshim.ApplicationsFixture;
import kz.sheshim.ShippedPolicyFixture;
import kz.sheshim.adapter.json.JacksonVerdictCodec;
import kz.sheshim.facts.Facts;
import kz.sheshim.verdict.Verdict;
import org.junit.jupiter.api.Test;

/** What decides (an index that proposes rows, and compiled rules that confirm them) agrees with a plain reading of every row: row by row, and verdict by verdict. */
class TwoOpinionsTest {
    /** The number of generated applications; the Maven profile campaign raises it. */
    private static final int VERDICTS = Integer.getInteger("sheshim.verdicts", 3_000);

    private static final JacksonVerdictCodec CODEC = new JacksonVerdictCodec();
    private static final DecidingPolicy POLICY = ShippedPolicyFixture.POLICY;

    @Test
    void agreeOnTheExamples() {
        ApplicationsFixture.examples().forEach(TwoOpinionsTest::agree);
    }

    @Test
    void agreeOnGeneratedApplications() {
        Random random = new Random(20240301);
        Set<String> outcomes = new HashSet<>();
        for (int i = 0; i < VERDICTS; i++) {
            outcomes.add(agree(ApplicationsFixture.generated(random)));
        }
        assertThat(outcomes)
                .as("an application at random is hardly ever granted")
                .hasSizeGreaterThan(3);
    }

    private static String agree(byte[] application) {
        Facts facts = ApplicationsFixture.facts(application);
        String text = new String(application, StandardCharsets.UTF_8);
        Verdict verdict = POLICY.decide(facts);
        DecidingPolicy.Comparison comparison = POLICY.compare(facts);
        assertThat(comparison.disagreements()).as(text).isEmpty();
        assertThat(CODEC.encode(verdict))
                .as(text)
                .isEqualTo(CODEC.encode(comparison.verdict()))
                .isEqualTo(CODEC.encode(POLICY.reference().decide(facts)));
        return verdict.outcome();
    }
}
