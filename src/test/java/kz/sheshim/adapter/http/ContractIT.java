package kz.sheshim.adapter.http;

import static kz.sheshim.CallerFixture.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import kz.sheshim.ApplicationFixture;
import kz.sheshim.adapter.http.contract.ApplicationSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What callers may rely on: the OpenAPI document, tags of what they have already, languages, versions. */
@QuarkusTest
class ContractIT {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();
    private static final Path KEPT = Path.of("src/docs/openapi.json");
    private static final Path NOW = Path.of("target/openapi.json");

    private static JsonNode openApi() throws IOException {
        return MAPPER.readTree(given().queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray());
    }

    /** Which facts an application has is changed by workbooks, not here. */
    @Test
    void changeOfTheContractIsSeenInReview() throws IOException {
        ObjectNode now = (ObjectNode) openApi();
        ObjectNode schemas = (ObjectNode) now.at("/components/schemas");
        List<String> names = new ArrayList<>();
        schemas.fieldNames().forEachRemaining(names::add);
        schemas.remove(names.stream().filter(name -> name.endsWith("Facts")).toList());
        schemas.putObject(ApplicationSchema.SCHEMA);
        Files.writeString(NOW, MAPPER.writeValueAsString(MAPPER.treeToValue(now, Object.class)) + "\n");

        assertThat(Files.readString(NOW))
                .as("the contract changed: if callers can live with that (src/docs/api.md), cp %s %s", NOW, KEPT)
                .isEqualTo(Files.readString(KEPT));
    }

    @Test
    void operationsCanBeGeneratedFrom() throws IOException {
        Set<String> ids = new HashSet<>();
        for (JsonNode path : openApi().get("paths")) {
            for (JsonNode operation : path) {
                assertThat(operation.path("operationId").asText()).isNotEmpty();
                assertThat(ids.add(operation.get("operationId").asText())).isTrue();
                assertThat(operation.at("/responses/default/$ref").asText()).endsWith("/Problem");
                operation.get("responses").fields().forEachRemaining(answer -> {
                    if (answer.getKey().startsWith("2") && !answer.getKey().equals("204")) {
                        assertThat(answer.getValue().get("content"))
                                .as(operation + "")
                                .isNotEmpty();
                    }
                });
            }
        }
    }

    /** Also of those that change something: the request is refused before. */
    @Test
    void unknownParameterOfAnyOperationIsRefused() throws IOException {
        List<String> wrong = new ArrayList<>();
        openApi().get("paths").fields().forEachRemaining(path -> path.getValue()
                .fields()
                .forEachRemaining(operation -> {
                    RequestSpecification request = given().queryParam("receit", "x");
                    operation.getValue().at("/requestBody/content").fieldNames().forEachRemaining(type -> {
                        if (!type.startsWith("multipart/")) { // a form has all that it says in its parts
                            request.contentType(type).body(new byte[] {'{', '}'});
                        }
                    });
                    Response answer = request.request(
                            operation.getKey().toUpperCase(Locale.ROOT),
                            path.getKey().replaceAll("\\{[^}]*}", "1"));
                    List<String> known = new ArrayList<>();
                    for (JsonNode parameter : operation.getValue().path("parameters")) {
                        if (parameter.get("in").asText().equals("query")) {
                            known.add(parameter.get("name").asText());
                        }
                    }
                    String detail = answer.statusCode() == 400 ? answer.path("detail") : "";
                    String said =
                            detail.replaceAll("receit (is unknown here. Known are: |must be left out.*)|\\.$", "");
                    if (!detail.startsWith("receit ")
                            || !Set.of(said.split(", ")).containsAll(known)) {
                        wrong.add(operation.getKey() + " " + path.getKey() + ": " + answer.statusCode() + " " + detail);
                    }
                }));
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/vocabulary", "/application-schema", "/tables", "/tables/identity-documents", "/revisions"})
    void whoHasTheAnswerAlreadyIsToldSo(String path) {
        Response first = given().get("/api/v1" + path);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.header("Cache-Control")).isEqualTo("no-cache");
        String tag = first.header("ETag");
        for (String have : List.of(tag, "W/" + tag, "\"x\", " + tag, "*")) {
            Response again = given().header("If-None-Match", have).get("/api/v1" + path);
            assertThat(again.statusCode()).as(have).isEqualTo(304);
            assertThat(again.asString()).isEmpty();
            assertThat(again.header("ETag")).isEqualTo(tag);
            assertThat(again.header("Vary")).isEqualTo(first.header("Vary"));
        }
        given().header("If-None-Match", "\"x\"").get("/api/v1" + path).then().statusCode(200);
    }

    @Test
    void tagBelongsToOneLanguage() {
        for (String path : List.of("/api/v1/vocabulary", "/api/v1/application-schema")) {
            Set<String> tags = new HashSet<>();
            for (String language : List.of("en", "ru", "kk")) {
                Response answer = given().header("Accept-Language", "de;q=1, " + language + ";q=0.9, en;q=0.1")
                        .get(path);
                assertThat(answer.header("Content-Language")).isEqualTo(language);
                assertThat(answer.header("Vary")).isEqualTo("Accept-Language");
                tags.add(answer.header("ETag"));
            }
            assertThat(tags).hasSize(3);
        }
    }

    @Test
    void versionThatIsNotThereIsAProblem() {
        given().contentType("application/json")
                .body(new ApplicationFixture().body())
                .post("/api/v2/decisions")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("status", equalTo(404));
    }
}
