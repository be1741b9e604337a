package kz.sheshim.adapter.webhook;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * Where a destination receives events.
 *
 * @param secrets secrets that events are signed with; two while one replaces the other
 * @param timeout timeout of a whole attempt
 */
public record Endpoint(URI url, List<SigningSecret> secrets, Duration timeout) {

    /**
     * @throws IllegalArgumentException if no event can be sent there; the message says why
     */
    public Endpoint {
        if (!("http".equals(url.getScheme()) || "https".equals(url.getScheme())) || url.getHost() == null) {
            throw new IllegalArgumentException("the url must be http://… or https://… with a host");
        }
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("a secret to sign events with is missing");
        }
        secrets = List.copyOf(secrets);
    }
}
