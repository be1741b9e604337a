package kz.sheshim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kz.sheshim.decision.Evaluator;
import kz.sheshim.decision.RowRules;
import kz.sheshim.decision.Verdict;
import org.jspecify.annotations.Nullable;
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
                                summary(evaluator.evaluate(ApplicationsFixture.facts(
                                        ApplicationsFixture.bytes(example.get("application"))))))
                        .isEqualTo(summary(example.get("expected")))));
    }

    private record Summary(
            String outcome,
            List<String> grounds,
            List<String> missingFacts,
            List<String> actions,
            List<String> notices,
            @Nullable String due) {}

    private static Summary summary(JsonNode expected) {
        return new Summary(
                expected.get("outcome").asText(),
                withSubjects(expected.get("grounds")),
                texts(expected.get("missingFacts")),
                texts(expected.get("actions")),
                withSubjects(expected.get("notices")),
                expected.get("due").isNull() ? null : expected.get("due").asText());
    }

    private static Summary summary(Verdict verdict) {
        return new Summary(
                verdict.outcome(),
                verdict.grounds().stream()
                        .map(ground -> name(ground.code(), ground.subject()))
                        .sorted()
                        .toList(),
                verdict.missingFacts().stream().sorted().toList(),
                verdict.actions().stream().sorted().toList(),
                verdict.notices().stream()
                        .filter(notice -> !notice.code().equals("citation-to-verify"))
                        .map(notice -> name(notice.code(), notice.subject()))
                        .sorted()
                        .toList(),
                verdict.due() == null ? null : verdict.due().toString());
    }

    private static String name(String code, @Nullable String subject) {
        return subject == null ? code : code + " " + subject;
    }

    private static List<String> withSubjects(JsonNode list) {
        List<String> names = new ArrayList<>();
        list.forEach(each -> names.add(name(
                each.get("code").asText(),
                each.hasNonNull("subject") ? each.get("subject").asText() : null)));
        return names.stream().sorted().toList();
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.asText()));
        return texts.stream().sorted().toList();
    }
}
