package kz.sheshim.bench.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code mvn -P bench test -Dtest=EnginesAgreeTest} */
class EnginesAgreeTest {

    @ParameterizedTest
    @ValueSource(strings = {"handwritten", "sheshim", "openl", "camunda", "kie"})
    void everyAnswerIsTheExpectedOne(String engine) {
        assertThat(SyntheticWork.provenFor(Engines.named(engine))).hasSize(10_000);
    }
}
