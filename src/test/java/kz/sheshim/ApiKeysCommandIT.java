package kz.sheshim;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Stream;
import kz.sheshim.access.KeyText;
import kz.sheshim.access.Role;
import org.junit.jupiter.api.Test;

/** An operator creates, lists and revokes keys from the command line. */
@QuarkusTest
class ApiKeysCommandIT {
    @TestHTTPResource("/")
    URL service;

    private record Outcome(int exit, String text) {}

    private static Outcome run(String... arguments) {
        StringWriter text = new StringWriter();
        int exit = CommandWiring.commandLine(Clock.systemUTC())
                .setOut(new PrintWriter(text))
                .setErr(new PrintWriter(text))
                .execute(arguments);
        return new Outcome(exit, text.toString());
    }

    private Outcome ask(String key, String... arguments) {
        return run(Stream.concat(
                        Stream.of("api-keys"),
                        Stream.concat(
                                Stream.of(arguments), Stream.of("--server", service.toString(), "--api-key", key)))
                .toArray(String[]::new));
    }

    @Test
    void keyIsMadeListedAndRevoked() {
        String operator = CallerFixture.key();
        Outcome made = ask(operator, "create", "--submitter", "mission", "--role", "intake,analyst");
        assertThat(made.exit()).isZero();
        String key = made.text().lines().findFirst().orElseThrow().substring("API key: ".length());
        CallerFixture.with(key).get("/api/v1/tables").then().statusCode(200);

        String row = ask(operator, "list")
                .text()
                .lines()
                .filter(line -> line.contains("mission"))
                .findFirst()
                .orElseThrow();
        assertThat(row).contains("intake,analyst").doesNotContain(key);

        String id = row.substring(0, row.indexOf(' '));
        assertThat(ask(operator, "revoke", id)).isEqualTo(new Outcome(0, "revoked\n"));
        CallerFixture.with(key).get("/api/v1/tables").then().statusCode(401);
    }

    @Test
    void whatCannotBeDoneIsSaidPlainly() {
        assertThat(ask("", "list")).satisfies(outcome -> {
            assertThat(outcome.exit()).isEqualTo(2);
            assertThat(outcome.text())
                    .contains(
                            "answers 401: the API key (SHESHIM_API_KEY or --api-key) is missing, wrong, expired or revoked")
                    .doesNotContain("\tat ");
        });
        String intake = CallerFixture.make("office", Set.of(Role.INTAKE), java.time.Duration.ofHours(1))
                .text()
                .reveal();
        assertThat(ask(intake, "list").text()).contains("answers 403: the roles of the API key do not allow this call");
        assertThat(ask(CallerFixture.key(), "create", "--owner", "a", "--role", "king")
                        .text())
                .contains("[bad-parameter]", "intake, analyst, approver, auditor, operator");
        assertThat(ask(CallerFixture.key(), "revoke", "nothing").text())
                .contains("[not-found]")
                .doesNotContain("{");
    }

    @Test
    void bootstrapKeyComesWithTheHashThatLetsItIn() {
        var lines = run("api-keys", "bootstrap").text().lines().toList();
        KeyText key = KeyText.of(lines.get(0).substring("API key: ".length())).orElseThrow();
        assertThat(lines.get(1))
                .isEqualTo("SHESHIM_ACCESS_BOOTSTRAP_HASH=" + key.hash().hex());
    }
}
