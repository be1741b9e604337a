package kz.sheshim.adapter.http;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A service that waits two seconds for a body, has room for two archives, and decides nothing without an Idempotency-Key. */
public final class ImpatientProfile implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "sheshim.http.max-body-time",
                "2s",
                "sheshim.http.max-bytes-in-progress",
                "20000000",
                "sheshim.http.require-idempotency-key",
                "true");
    }
}
