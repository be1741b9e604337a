package kz.sheshim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;
import java.util.stream.Stream;
import kz.sheshim.facts.Facts;
import kz.sheshim.verdict.Verdict;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The applications of examples.jsonl get the verdicts that they must get. */
class ExamplesTest {
    @TestFactory
    Stream<DynamicTest> everyExampleGetsItsVerdictFromTheCompiledRules() {
        return verdicts(ShippedPolicyFixture.POLICY::decide);
    }

    @TestFactory
    Stream<DynamicTest> everyExampleGetsItsVerdictFromTheRows() {
        return verdicts(ShippedPolicyFixture.POLICY.reference()::decide);
    }

    private static Stream<DynamicTest> verdicts(Function<Facts, Verdict> decide) {
        return ApplicationsFixture.exampleLines().stream()
                .map(example -> DynamicTest.dynamicTest(example.get("name").asText(), () -> assertThat(
                                ExpectedVerdictFixture.of(decide.apply(ApplicationsFixture.facts(
                                        ApplicationsFixture.bytes(example.get("application"))))))
                        .isEqualTo(ExpectedVerdictFixture.of(example))));
    }
}
