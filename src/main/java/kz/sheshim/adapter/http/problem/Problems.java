package kz.sheshim.adapter.http.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.net.URI;
import java.time.Duration;

/** The problem types of this service (RFC 9457); the README lists them. */
public final class Problems {
    private static final String PREFIX = "urn:sheshim:problem:";

    private Problems() {}

    public static HttpProblem.Builder problem(String type, int status, String title) {
        return HttpProblem.builder()
                .withType(URI.create(PREFIX + type))
                .withTitle(title)
                .withStatus(status);
    }

    public static HttpProblem notFound(String what) {
        return problem("not-found", 404, "Not found").withDetail(what).build();
    }

    public static HttpProblem badParameter(String name, String expected) {
        return problem("bad-parameter", 400, "A parameter cannot be read")
                .withDetail(name + " is not " + expected)
                .with("parameter", name)
                .build();
    }

    public static HttpProblem tooLarge(int mostBytes) {
        return problem("body-too-large", 413, "The body is too large")
                .withDetail("At most " + mostBytes + " bytes are accepted")
                .with("limit", mostBytes)
                .build();
    }

    public static HttpProblem tooSlow(Duration most) {
        return problem("body-too-slow", 408, "The body did not arrive in time")
                .withDetail("Within " + most.toMillis() + " milliseconds it must be here")
                .build();
    }
}
