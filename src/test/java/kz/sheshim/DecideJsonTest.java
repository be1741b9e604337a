package kz.sheshim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import kz.sheshim.decision.Assessment;
import kz.sheshim.json.DecisionView;
import kz.sheshim.vocabulary.Language;
import kz.sheshim.vocabulary.Languages;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The command line prints the JSON of an assessment as the service answers it. */
class DecideJsonTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String EXAMPLE = "decision-tables/example.json";

    private static JsonNode decide(String... language) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("decide", "--json", EXAMPLE));
        arguments.addAll(List.of(language));
        StringWriter out = new StringWriter();
        CommandLine commandLine = CommandWiring.commandLine(Clock.systemUTC()).setOut(new PrintWriter(out));
        assertThat(commandLine.execute(arguments.toArray(String[]::new))).isZero();
        return MAPPER.readTree(out.toString());
    }

    @Test
    void jsonIsThatOfAnAssessmentInTheLanguageAskedFor() throws Exception {
        var verdict = ShippedPolicyFixture.POLICY.decide(
                ApplicationsFixture.facts(java.nio.file.Files.readAllBytes(java.nio.file.Path.of(EXAMPLE))));
        for (Language language : Languages.USUAL.all()) {
            JsonNode printed = decide("--lang", language.tag());
            String engine = printed.get("engine").asText();
            assertThat(engine).matches("sheshim [0-9.]+ / drools .* / tzdata [0-9]{4}[a-z]");
            Assessment assessment = new Assessment("SC-2026-000123", verdict, ShippedPolicyFixture.RULESET, engine);
            assertThat(printed.toString())
                    .isEqualTo(MAPPER.valueToTree(DecisionView.of(assessment, language))
                            .toString());
        }
        assertThat(decide()).isEqualTo(decide("--lang", "en"));
    }
}
