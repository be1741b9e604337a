package kz.sheshim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kz.sheshim.adapter.json.JacksonParser;
import kz.sheshim.decision.Evaluator;
import kz.sheshim.decision.Verdict;
import kz.sheshim.facts.ApplicationReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The applications of examples.jsonl get the verdicts that they must get. */
class ExamplesTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TestFactory
    Stream<DynamicTest> everyExampleGetsItsVerdict() {
        Evaluator evaluator = new Evaluator(ShippedPolicyFixture.RULESET, ShippedPolicyFixture.RULE_BASE);
        return examples().stream()
                .map(example -> DynamicTest.dynamicTest(example.get("name").asText(), () -> assertThat(
                                summary(evaluator.evaluate(read(example.get("application")))))
                        .isEqualTo(summary(example.get("expected")))));
    }

    private static kz.sheshim.facts.Facts read(JsonNode application) {
        var parsed = new JacksonParser().parse(application.toString().getBytes(StandardCharsets.UTF_8));
        var reading = new ApplicationReader(ShippedPolicyFixture.RULESET.vocabulary(), 100).read(parsed.value());
        assertThat(reading.faults()).isEmpty();
        return reading.facts();
    }

    private static List<JsonNode> examples() {
        try (InputStream file = ExamplesTest.class.getResourceAsStream("/examples.jsonl")) {
            List<JsonNode> examples = new ArrayList<>();
            for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                examples.add(MAPPER.readTree(line));
            }
            return examples;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
                each.get("code").asText(), each.hasNonNull("subject") ? each.get("subject").asText() : null)));
        return names.stream().sorted().toList();
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.asText()));
        return texts.stream().sorted().toList();
    }
}
