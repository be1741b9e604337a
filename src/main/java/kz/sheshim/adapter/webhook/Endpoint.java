package kz.sheshim.adapter.webhook;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * Where a destination receives events.
 *
 * @param secrets what it can verify signatures with; while one replaces another, both
 * @param mostTime how long an attempt may take in all
 */
public record Endpoint(URI url, List<SigningSecret> secrets, Duration mostTime) {

    /**
     * @throws IllegalArgumentException if nothing can be sent there; the message says why
     */
    public Endpoint {
        if (!("http".equals(url.getScheme()) || "https".equals(url.getScheme())) || url.getHost() == null) {
            throw new IllegalArgumentException("the url is not http://… or https://… with a host");
        }
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("there is no secret to sign with");
        }
        secrets = List.copyOf(secrets);
    }
}
