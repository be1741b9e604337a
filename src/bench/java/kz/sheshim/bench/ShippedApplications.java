package kz.sheshim.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import kz.sheshim.ApplicationsFixture;
import kz.sheshim.ExpectedVerdictFixture;
import kz.sheshim.ShippedPolicyFixture;
import kz.sheshim.adapter.drools.DroolsCompiler;
import kz.sheshim.adapter.json.JacksonVerdictCodec;
import kz.sheshim.engine.Evaluator;
import kz.sheshim.engine.RuleBase;
import kz.sheshim.facts.Facts;
import kz.sheshim.policy.FaultyRuleset;
import kz.sheshim.verdict.Verdict;
import kz.sheshim.verdict.VerdictCodec;

/** The shipped policy and the applications of examples.jsonl; nothing is measured that is not decided rightly. */
final class ShippedApplications {
    static final VerdictCodec CODEC = new JacksonVerdictCodec();
    static final Evaluator EVALUATOR = new Evaluator(ShippedPolicyFixture.RULESET, ShippedPolicyFixture.RULE_BASE);

    private ShippedApplications() {}

    /** All examples, each of which got the verdict that it must get. */
    static List<byte[]> examples() {
        List<JsonNode> examples = ApplicationsFixture.exampleLines();
        for (JsonNode example : examples) {
            Verdict verdict = EVALUATOR.evaluate(facts(example));
            if (!ExpectedVerdictFixture.of(verdict).equals(ExpectedVerdictFixture.of(example))) {
                throw new IllegalStateException("decided wrongly: " + example + ": " + CODEC.encode(verdict));
            }
        }
        List<byte[]> bodies = ApplicationsFixture.examples().toList();
        mustBeDecidedAsByRows(bodies.stream().map(ApplicationsFixture::facts).toList());
        return bodies;
    }

    private static Facts facts(JsonNode example) {
        return ApplicationsFixture.facts(ApplicationsFixture.bytes(example.get("application")));
    }

    /** One rule for each row and a new session for each application record the same text. */
    static void mustBeDecidedAsByRows(List<Facts> applications) {
        try (RuleBase rows = new DroolsCompiler().compileRows(ShippedPolicyFixture.RULESET)) {
            Evaluator plain = new Evaluator(ShippedPolicyFixture.RULESET, rows);
            for (Facts facts : applications) {
                String verdict = CODEC.encode(EVALUATOR.evaluate(facts));
                String byRows = CODEC.encode(plain.evaluate(facts));
                if (!verdict.equals(byRows)) {
                    throw new IllegalStateException("by rows " + byRows + ", but " + verdict);
                }
            }
        } catch (FaultyRuleset e) {
            throw new IllegalStateException(e);
        }
    }
}
