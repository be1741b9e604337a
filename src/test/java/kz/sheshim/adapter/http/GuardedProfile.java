package kz.sheshim.adapter.http;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import java.util.List;
import java.util.Map;

/** A service that knows the tokens of an OpenID provider, and lets few requests in. */
public final class GuardedProfile implements QuarkusTestProfile {
    static final int REQUESTS_PER_SECOND = 10;
    static final int MOST_BYTES = 8_000;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.oidc.auth-server-url", "${keycloak.url}/realms/quarkus",
                "sheshim.http.requests-per-second", Integer.toString(REQUESTS_PER_SECOND),
                "sheshim.http.max-bytes-in-progress", Integer.toString(MOST_BYTES),
                "sheshim.http.max-requests", "8",
                "sheshim.access.keys-known-for", "200ms");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(OidcWiremockTestResource.class));
    }
}
