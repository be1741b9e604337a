package kz.sheshim.adapter.http.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import kz.sheshim.ApplicationFixture;
import kz.sheshim.ApplicationsFixture;
import kz.sheshim.EditedPolicyFixture;
import kz.sheshim.ShippedPolicyFixture;
import kz.sheshim.adapter.json.JacksonParser;
import kz.sheshim.facts.ApplicationReader;
import kz.sheshim.facts.FactLayout;
import kz.sheshim.vocabulary.Language;
import kz.sheshim.vocabulary.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The JSON Schema of applications, read by a validator that is not ours, says of any application what the strict reading says. */
class ApplicationSchemaTest {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final Vocabulary VOCABULARY = ShippedPolicyFixture.RULESET.vocabulary();
    private static final JsonSchema SCHEMA = schema(VOCABULARY);

    private static JsonSchema schema(Vocabulary vocabulary) {
        return schema(vocabulary, true);
    }

    private static JsonSchema schema(Vocabulary vocabulary, boolean blanks) {
        JsonNode json = MAPPER.valueToTree(ApplicationSchema.of(vocabulary, Language.ENGLISH, blanks));
        JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
        assertThat(factory.getSchema("{\"$ref\": \"https://json-schema.org/draft/2020-12/schema\"}")
                        .validate(json))
                .as("faults of the schema itself")
                .isEmpty();
        return factory.getSchema(json);
    }

    private static boolean valid(JsonSchema schema, String application) {
        try {
            return schema.validate(MAPPER.readTree(application), context -> context.getExecutionConfig()
                            .setFormatAssertionsEnabled(true))
                    .isEmpty();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(application, e);
        }
    }

    /** A schema cannot say the bounds of dates. */
    private static boolean read(Vocabulary vocabulary, String application) {
        var parsed = new JacksonParser().parse(application.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return new ApplicationReader(new FactLayout(vocabulary), 200)
                .read(parsed.value()).faults().stream()
                        .allMatch(fault -> fault.message().startsWith("out of bounds"));
    }

    @Test
    void everyExampleIsValid() {
        List<JsonNode> examples = ApplicationsFixture.exampleLines();
        assertThat(examples).hasSizeGreaterThan(50);
        assertThat(examples).allSatisfy(line -> assertThat(
                        valid(SCHEMA, line.get("application").toString()))
                .isTrue());
    }

    @Test
    void blanksAreValidOnlyIfTheyAreAskedFor() {
        JsonSchema withoutBlanks = schema(VOCABULARY, false);
        assertThat(valid(withoutBlanks, new ApplicationFixture().toString())).isTrue();
        for (String blank : Arrays.asList("", null)) {
            String application =
                    new ApplicationFixture().set("documents.0.number", blank).toString();
            assertThat(valid(SCHEMA, application)).isTrue();
            assertThat(valid(withoutBlanks, application)).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "application.chanel, state-corporation",
        "remarks.text, hello",
        "application.channel, post",
        "application.channel, ''",
        "applicant.ageOnFiling, 30",
        "applicant.birthDate, 2023-02-29",
        "applicant.birthDate, 2023-2-9",
        "applicant.birthDate, 0000-01-01",
        "applicant.birthDate, 12.04.1990",
        "application.filedAt, 2026-11-20",
        "application.filedAt, 2026-11-20T10:15:00",
        "application.filedAt, 2026-11-20T25:15:00+05:00",
        "application.filedAt, 2026-02-30T10:15:00+05:00",
        "application.filedAt, 2016-12-31T23:59:60Z",
        "application.reference, ' '",
        "documents.0.copyAttached, yes",
        "documents.1.number, 1"
    })
    void whatIsRefusedIsNoApplicationByTheSchemaEither(String path, String value) {
        String application = new ApplicationFixture().set(path, value).toString();
        assertThat(read(VOCABULARY, application)).isFalse();
        assertThat(valid(SCHEMA, application)).isFalse();
    }

    @Test
    void damagedApplicationsAreValidIfAndOnlyIfTheyCanBeRead() throws IOException {
        Random random = new Random(20261123);
        List<byte[]> sound = new ArrayList<>(ApplicationsFixture.examples().toList());
        IntStream.range(0, 500).forEach(i -> sound.add(ApplicationsFixture.generated(random)));
        int refused = 0;
        for (int i = 0; i < 3_000; i++) {
            JsonNode application = MAPPER.readTree(sound.get(random.nextInt(sound.size())));
            for (int damage = random.nextInt(3); damage > 0; damage--) {
                damage(application, random);
            }
            String text = application.toString();
            boolean read = read(VOCABULARY, text);
            assertThat(valid(SCHEMA, text)).as(text).isEqualTo(read);
            refused += read ? 0 : 1;
        }
        assertThat(refused).isBetween(500, 2_500);
    }

    /** Somewhere in it a member is taken away, renamed, added, or says something else. */
    private static void damage(JsonNode node, Random random) {
        if (node instanceof ArrayNode list && (list.isEmpty() || random.nextInt(4) == 0)) {
            list.add(odd(random));
        } else if (node instanceof ArrayNode list) {
            damage(list.get(random.nextInt(list.size())), random);
        } else if (node instanceof ObjectNode object && !object.isEmpty()) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = names.get(random.nextInt(names.size()));
            if (object.get(name).isContainerNode() && random.nextInt(8) > 0) {
                damage(object.get(name), random);
                return;
            }
            switch (random.nextInt(5)) {
                case 0 -> object.remove(name);
                case 1 -> object.set(name + "s", object.remove(name));
                default -> object.set(name, odd(random));
            }
        }
    }

    private static JsonNode odd(Random random) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        List<JsonNode> values = List.of(
                json.nullNode(),
                json.textNode(""),
                json.textNode(" \t"),
                json.textNode("a"),
                json.textNode("nul \u0000"),
                json.textNode("2024-02-29"),
                json.textNode("2023-02-29"),
                json.textNode("2024-3-5"),
                json.textNode("2024-03-25T09:00:00+05:00"),
                json.textNode("2024-03-25T09:00:00.123456789Z"),
                json.textNode("2024-03-25T24:00:00Z"),
                json.textNode("2024-03-25"),
                json.textNode("foreigner"),
                json.textNode("other"),
                json.textNode("none"),
                json.booleanNode(random.nextBoolean()),
                json.numberNode(0),
                json.numberNode(new BigDecimal("1.5")),
                json.arrayNode(),
                json.arrayNode().add("a"),
                json.objectNode(),
                json.objectNode().put("a", 1));
        return values.get(random.nextInt(values.size()));
    }

    @Test
    void numbersAndListsAreValidIfAndOnlyIfTheyCanBeRead() {
        Vocabulary vocabulary = new EditedPolicyFixture()
                .field("applicant.children", "integer", "unknown")
                .field("applicant.income", "number", "unknown")
                .field("applicant.stays", "list of country", "unknown")
                .read()
                .vocabulary();
        JsonSchema schema = schema(vocabulary);
        for (String value : List.of(
                "0",
                "-1",
                "1.0",
                "1.50",
                "1e3",
                "999999999999999999",
                "1000000000000000000",
                "-1e18",
                "true",
                "\"1\"",
                "\"\"",
                "null",
                "[]",
                "[\"TUR\"]",
                "[\"TUR\",\"KAZ\"]",
                "[\"\"]",
                "[null]",
                "[\"XYZ\"]",
                "[[]]",
                "{}")) {
            for (String field : List.of("children", "income", "stays")) {
                String application = new ApplicationFixture()
                        .toString()
                        .replace("\"applicant\":{", "\"applicant\":{\"" + field + "\":" + value + ",");
                assertThat(valid(schema, application)).as(field + " " + value).isEqualTo(read(vocabulary, application));
            }
        }
    }
}
