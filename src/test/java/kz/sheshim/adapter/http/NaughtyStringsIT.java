package kz.sheshim.adapter.http;

import static kz.sheshim.CallerFixture.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import kz.sheshim.ApplicationFixture;
import kz.sheshim.NaughtyFixture;
import kz.sheshim.ShippedPolicyFixture;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldType;
import org.junit.jupiter.api.Test;

/** The Big List of Naughty Strings wherever a caller can put a text: it is kept as it is, or refused with a problem. */
@QuarkusTest
class NaughtyStringsIT {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Inject
    DataSource database;

    /** The paths of fields that an application may say, as the fixture writes them. */
    private static List<String> paths(Class<? extends FieldType> type) {
        return ShippedPolicyFixture.RULESET.vocabulary().fields().stream()
                .filter(field -> !field.derived() && type.isInstance(field.type()))
                .map(NaughtyStringsIT::path)
                .toList();
    }

    private static String path(Field field) {
        return ShippedPolicyFixture.RULESET
                        .vocabulary()
                        .entity(field.path().entity())
                        .orElseThrow()
                        .many()
                ? field.path().entity() + ".0." + field.path().field()
                : field.path().toString();
    }

    /** The answers to the applications, posted as one batch. */
    private static List<JsonNode> post(List<String> applications) throws IOException {
        String answer = given().contentType("application/x-ndjson")
                .body(applications.stream()
                        .map(each -> each + "\n")
                        .collect(Collectors.joining())
                        .getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/decisions")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        List<JsonNode> answers = new ArrayList<>();
        for (String line : answer.split("\n")) {
            answers.add(MAPPER.readTree(line));
        }
        assertThat(answers).hasSameSizeAs(applications);
        return answers;
    }

    private static void assertRefused(JsonNode answer, String of) {
        assertThat(answer.path("type").asText()).as(of).isEqualTo("urn:sheshim:problem:invalid-application");
        assertThat(answer.path("status").asInt()).as(of).isIn(400, 422);
        assertThat(answer.path("errors")).as(of).isNotEmpty();
    }

    @Test
    void inEveryTextFieldTheyAreKeptAsTheyAreOrRefused() throws Exception {
        List<String> texts = paths(FieldType.Text.class);
        assertThat(texts).hasSizeGreaterThanOrEqualTo(3);
        Set<String> refused = new TreeSet<>();
        Set<String> kept = new TreeSet<>();
        for (String path : texts) {
            List<String> applications = new ArrayList<>();
            for (String string : NaughtyFixture.strings()) {
                applications.add(new ApplicationFixture().set(path, string).toString());
            }
            List<JsonNode> answers = post(applications);
            for (int i = 0; i < answers.size(); i++) {
                if (answers.get(i).has("id")) {
                    assertKept(
                            answers.get(i),
                            applications.get(i),
                            path,
                            NaughtyFixture.strings().get(i));
                    kept.add(NaughtyFixture.strings().get(i));
                } else {
                    assertRefused(
                            answers.get(i),
                            path + ": " + NaughtyFixture.strings().get(i));
                    refused.add(NaughtyFixture.strings().get(i));
                }
            }
        }
        assertThat(kept).hasSizeGreaterThan(470);
        assertThat(refused).allSatisfy(string -> assertThat(string).isBlank());
    }

    private void assertKept(JsonNode answer, String application, String path, String string) throws Exception {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "SELECT received, read, reference FROM log_entry JOIN case_file USING (entry) WHERE decision = ?::uuid")) {
            select.setString(1, answer.get("id").asText());
            try (var row = select.executeQuery()) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString(1)).isEqualTo(application);
                JsonNode read = MAPPER.readTree(row.getString(2)).at("/" + path.replace('.', '/'));
                if (string.isEmpty()) {
                    assertThat(read.isMissingNode()).as(path).isTrue();
                } else {
                    assertThat(read.asText()).isEqualTo(Normalizer.normalize(string, Normalizer.Form.NFC));
                }
                assertThat(answer.get("reference").asText()).isEqualTo(row.getString(3));
            }
        }
    }

    @Test
    void asCodesDatesNamesOfMembersAndWholeBodiesTheyAreRefused() throws IOException {
        List<String> paths = new ArrayList<>();
        for (Class<? extends FieldType> type :
                List.of(FieldType.Code.class, FieldType.Date.class, FieldType.DateTime.class, FieldType.YesNo.class)) {
            paths.addAll(paths(type));
        }
        assertThat(paths).hasSizeGreaterThan(15);
        List<String> applications = new ArrayList<>();
        for (String string : NaughtyFixture.strings()) {
            if (!string.isEmpty()) {
                ApplicationFixture everywhere = new ApplicationFixture();
                paths.forEach(path -> everywhere.set(path, string));
                applications.add(everywhere.toString());
            }
            String name = MAPPER.writeValueAsString(string);
            String whole = new ApplicationFixture().toString();
            applications.add(whole.substring(0, whole.length() - 1) + "," + name + ":{}}");
            applications.add(whole.replace("{\"application\":{", "{\"application\":{" + name + ":1,"));
            applications.add(name);
        }
        List<JsonNode> answers = post(applications);
        for (int i = 0; i < answers.size(); i++) {
            assertRefused(answers.get(i), applications.get(i));
        }
    }

    @Test
    void inAddressesAndConditionsTheyFindNothing() throws IOException {
        for (String string : NaughtyFixture.strings()) {
            assertThat(status("reference", string)).as(string).isEqualTo(200);
            for (String parameter : List.of("outcome", "ground", "from")) {
                assertThat(status(parameter, string))
                        .as(parameter + " " + string)
                        .isEqualTo(string.isEmpty() ? 200 : 400);
            }
            if (!string.isBlank() && !string.matches("[.]+")) {
                String segment =
                        URLEncoder.encode(string, StandardCharsets.UTF_8).replace("+", "%20");
                for (String path : List.of("/api/v1/decisions/", "/api/v1/tables/", "/api/v1/revisions/")) {
                    assertThat(given().urlEncodingEnabled(false)
                                    .get(path + segment)
                                    .statusCode())
                            .as(string)
                            .isIn(400, 404);
                }
            }
        }
    }

    private static int status(String parameter, String value) {
        return given().queryParam(parameter, value).get("/api/v1/decisions").statusCode();
    }
}
