package kz.sheshim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service beside a real Keycloak: {@code mvn verify -P keycloak -Dit.test=KeycloakIT}. */
@EnabledIfSystemProperty(named = "keycloak.home", matches = ".+")
class KeycloakIT {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void rolesOfServiceAccountsOpenWhatTheyAreForBesideKeys() throws Exception {
        try (KeycloakFixture keycloak = KeycloakFixture.start(Path.of(System.getProperty("keycloak.home")));
                ServiceProcessFixture service = ServiceProcessFixture.launch(
                                folder.resolve("data"),
                                Path.of("."),
                                "-Dquarkus.oidc.auth-server-url=" + keycloak.realm(),
                                "-Dquarkus.oidc.roles.role-claim-path=realm_access/roles")
                        .ready()) {
            String office = keycloak.token("front-office");
            byte[] application = new ApplicationFixture().body();
            var decided = service.postAs(office, "/api/v1/decisions", application);
            assertThat(decided.statusCode()).isEqualTo(201);
            String id = MAPPER.readTree(decided.body()).get("id").asText();
            assertThat(service.getAs(office, "/api/v1/decisions/" + id).statusCode())
                    .isEqualTo(200);
            assertThat(service.getAs(office, "/api/v1/api-keys").statusCode()).isEqualTo(403);

            String audit = keycloak.token("audit-office");
            assertThat(service.getAs(audit, "/api/v1/decisions/" + id).statusCode())
                    .isEqualTo(200);
            assertThat(service.postAs(audit, "/api/v1/decisions/" + id + "/replay", new byte[0])
                            .body())
                    .contains("\"identical\":true");
            assertThat(service.postAs(audit, "/api/v1/decisions", application).statusCode())
                    .isEqualTo(403);

            String forAnotherService = keycloak.token("another-service");
            assertThat(claims(forAnotherService)).doesNotContain("\"sheshim\"");
            assertThat(service.getAs(forAnotherService, "/api/v1/tables").statusCode())
                    .isEqualTo(401);

            assertThat(service.get("/api/v1/decisions/" + id).statusCode())
                    .as("with the API key of the first start")
                    .isEqualTo(200);
        }
    }

    private static String claims(String token) {
        return new String(
                Base64.getUrlDecoder().decode(token.split("\\.")[1]), java.nio.charset.StandardCharsets.UTF_8);
    }
}
