package kz.sheshim.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import kz.sheshim.ApplicationsFixture;
import kz.sheshim.ExpectedVerdictFixture;
import kz.sheshim.ShippedPolicyFixture;
import kz.sheshim.adapter.json.JacksonVerdictCodec;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.facts.Facts;
import kz.sheshim.verdict.Verdict;
import kz.sheshim.verdict.VerdictCodec;

/** The shipped policy and the applications of examples.jsonl; nothing is measured that is not decided rightly. */
final class ShippedApplications {
    static final VerdictCodec CODEC = new JacksonVerdictCodec();
    static final DecidingPolicy POLICY = ShippedPolicyFixture.POLICY;

    private ShippedApplications() {}

    /** All examples, each of which got the verdict that it must get. */
    static List<byte[]> examples() {
        List<JsonNode> examples = ApplicationsFixture.exampleLines();
        for (JsonNode example : examples) {
            Verdict verdict = POLICY.decide(facts(example));
            if (!ExpectedVerdictFixture.of(verdict).equals(ExpectedVerdictFixture.of(example))) {
                throw new IllegalStateException("decided wrongly: " + example + ": " + CODEC.encode(verdict));
            }
        }
        List<byte[]> bodies = ApplicationsFixture.examples().toList();
        mustBeDecidedAsByReference(
                bodies.stream().map(ApplicationsFixture::facts).toList());
        return bodies;
    }

    private static Facts facts(JsonNode example) {
        return ApplicationsFixture.facts(ApplicationsFixture.bytes(example.get("application")));
    }

    /** A plain reading of every row gives the same verdicts. */
    static void mustBeDecidedAsByReference(List<Facts> applications) {
        for (Facts facts : applications) {
            String verdict = CODEC.encode(POLICY.decide(facts));
            String read = CODEC.encode(POLICY.reference().decide(facts));
            if (!verdict.equals(read)) {
                throw new IllegalStateException("read " + read + ", but " + verdict);
            }
        }
    }
}
