package kz.sheshim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import kz.sheshim.engine.Evaluator;
import kz.sheshim.engine.RowRules;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The applications of examples.jsonl get the verdicts that they must get. */
class ExamplesTest {
    @TestFactory
    Stream<DynamicTest> everyExampleGetsItsVerdictFromTheCompiledRules() {
        return verdicts(new Evaluator(ShippedPolicyFixture.RULESET, ShippedPolicyFixture.RULE_BASE));
    }

    @TestFactory
    Stream<DynamicTest> everyExampleGetsItsVerdictFromTheRows() {
        return verdicts(new Evaluator(ShippedPolicyFixture.RULESET, new RowRules(ShippedPolicyFixture.RULE_BASE)));
    }

    private static Stream<DynamicTest> verdicts(Evaluator evaluator) {
        return ApplicationsFixture.exampleLines().stream()
                .map(example -> DynamicTest.dynamicTest(example.get("name").asText(), () -> assertThat(
                                ExpectedVerdictFixture.of(evaluator.evaluate(ApplicationsFixture.facts(
                                        ApplicationsFixture.bytes(example.get("application"))))))
                        .isEqualTo(ExpectedVerdictFixture.of(example))));
    }
}
