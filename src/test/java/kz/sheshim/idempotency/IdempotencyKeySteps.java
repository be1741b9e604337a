package kz.sheshim.idempotency;

import static kz.sheshim.CallerFixture.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import kz.sheshim.ApplicationFixture;

/** What the sentences of idempotency-key.feature mean; made anew for each scenario. */
public class IdempotencyKeySteps {
    private static final String DECISIONS = "/api/v1/decisions";

    private final String reference = UUID.randomUUID().toString();
    private final List<Response> answers = new ArrayList<>();
    private String body = "";
    private String key = "";
    private String field = "";

    private Response post(String application, String... fields) {
        RequestSpecification request =
                given().contentType("application/json").body(application.getBytes(StandardCharsets.UTF_8));
        for (String each : fields) {
            request.header("Idempotency-Key", each);
        }
        return request.post(DECISIONS);
    }

    private Response last() {
        return answers.get(answers.size() - 1);
    }

    @Given("an application that can be decided")
    public void application() {
        body = new ApplicationFixture().set("application.reference", reference).toString();
    }

    @Given("a key")
    @Given("another key")
    public void key() {
        key = "abc-" + UUID.randomUUID();
        field = key;
    }

    @Given("a key of {int} characters")
    public void keyOfLength(int length) {
        key();
        field = key + "x".repeat(length - key.length());
    }

    @Given("^the field Idempotency-Key is '(.*)'$")
    public void keyField(String value) {
        field = value;
    }

    @Given("it was posted before")
    @When("it is posted")
    public void post() {
        answers.add(post(body, field));
    }

    @When("it is posted without a key")
    public void postWithoutKey() {
        answers.add(post(body));
    }

    @When("it is posted with the key in double quotes")
    public void postQuoted() {
        answers.add(post(body, '"' + key + '"'));
    }

    @When("it is posted with the key in double quotes and a parameter")
    public void postWithParameter() {
        answers.add(post(body, '"' + key + "\"; try=2"));
    }

    @When("another application is posted")
    public void postAnother() {
        answers.add(post(body + " ", field));
    }

    @When("^'(.*)' is posted$")
    public void postText(String text) {
        answers.add(post(text, field));
    }

    @When("it is posted {int} times at once")
    public void postAtOnce(int times) {
        List<CompletableFuture<Response>> posts = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> post(body, field)))
                .limit(times)
                .toList();
        posts.forEach(each -> answers.add(each.join()));
    }

    @When("the decisions are listed under the key")
    public void list() {
        answers.add(given().header("Idempotency-Key", field).get(DECISIONS));
    }

    @Then("the status is {int}")
    public void status(int status) {
        assertThat(last().statusCode()).isEqualTo(status);
    }

    @Then("it is a problem of the type {string} that points to {string}")
    public void problem(String type, String section) {
        problem(type);
        assertThat(last().jsonPath().getString("documentation")).endsWith(section);
    }

    @Then("it is a problem of the type {string}")
    public void problem(String type) {
        assertThat(last().contentType()).startsWith("application/problem+json");
        assertThat(last().jsonPath().getString("type")).isEqualTo("urn:sheshim:problem:" + type);
    }

    @Then("the problem has type, title, status and detail")
    public void problemMembers() {
        assertThat(last().contentType()).startsWith("application/problem+json");
        for (String member : List.of("type", "title", "detail")) {
            assertThat(last().jsonPath().getString(member)).as(member).isNotBlank();
        }
        assertThat(last().jsonPath().getInt("status")).isEqualTo(last().statusCode());
    }

    @Then("every answer was 201 with the same decision")
    public void sameDecision() {
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(201);
            assertThat(answer.asString()).isEqualTo(answers.get(0).asString());
            assertThat(answer.header("Location")).isEqualTo(answers.get(0).header("Location"));
        });
    }

    @Then("the header {string} is {string} in this answer and was not in the first")
    public void header(String name, String value) {
        assertThat(last().header(name)).isEqualTo(value);
        assertThat(answers.get(0).header(name)).isNull();
    }

    @Then("the decision can be read where Location says")
    public void readDecision() {
        assertThat(given().get(last().header("Location")).asString()).isEqualTo(last().asString());
    }

    @Then("{int} decision(s) is/are recorded")
    public void recorded(int number) {
        List<Object> found = given().queryParam("reference", reference)
                .get(DECISIONS)
                .jsonPath()
                .getList("decisions");
        assertThat(found).hasSize(number);
    }

    @Then("no decision is recorded")
    public void nothingRecorded() {
        recorded(0);
    }
}
